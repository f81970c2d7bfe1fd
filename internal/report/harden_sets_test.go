package report

import (
	"math/big"
	"testing"
)

// TestSetCountsOf: what is not known is not called none.
func TestSetCountsOf(t *testing.T) {
	through := 2
	found := byOrder{big.NewInt(3), big.NewInt(0), big.NewInt(1234)}
	for _, c := range []struct {
		counts SetCounts
		want   [4]string
	}{
		{SetCounts{Counts: found, Whole: true}, [4]string{"3", "0", "1,234", "0"}},
		{SetCounts{Counts: found, Limit: "memory", Through: &through}, [4]string{"3", "0", "at least 1,234", "not known"}},
	} {
		for n, want := range c.want {
			if got := c.counts.of(n + 1); got != want {
				t.Errorf("%s, order %d: got %q, want %q", c.counts.Limit, n+1, got, want)
			}
		}
	}
}
