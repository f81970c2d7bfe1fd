package words_test

import (
	"testing"

	"linestop/internal/words"
)

func TestPercent(t *testing.T) {
	for part, want := range map[float64]string{0: "0 %", 1: "100 %", 0.55: "55 %", 0.145833: "14.6 %", 0.00012345: "0.0123 %", 1e-9: "0.0000001 %"} {
		if got := words.Percent(part); got != want {
			t.Errorf("%v: %q, want %q", part, got, want)
		}
	}
}
