package words

import "testing"

func TestCount(t *testing.T) {
	for _, tt := range []struct {
		n    int
		noun string
		want string
	}{
		{1, "node", "1 node"},
		{0, "node", "0 nodes"},
		{1234567, "supply", "1,234,567 supplies"},
		{1, "single point of failure", "1 single point of failure"},
		{12, "single point of failure", "12 single points of failure"},
	} {
		if got := Count(tt.n, tt.noun); got != tt.want {
			t.Errorf("Count(%d, %q) = %q, want %q", tt.n, tt.noun, got, tt.want)
		}
	}
}
