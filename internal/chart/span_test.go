package chart

import (
	"fmt"
	"math"
	"testing"
)

func TestSpans(t *testing.T) {
	unknown := math.NaN()
	for _, tt := range []struct {
		steps []Step
		want  string
		lost  float64
	}{
		{nil, "[{0 10 1}]", 0},
		{[]Step{{2, 0}, {5, 1}}, "[{0 2 1} {2 5 0} {5 10 1}]", 3},
		{[]Step{{0, 0.5}}, "[{0 10 0.5}]", 5},
		{[]Step{{-3, 0}, {4, 1}}, "[{0 4 0} {4 10 1}]", 4},
		{[]Step{{-3, 0}, {-1, 0.5}}, "[{0 10 0.5}]", 5},
		{[]Step{{2, 0.5}, {3, 0.5}, {4, 1}}, "[{0 2 1} {2 4 0.5} {4 10 1}]", 1},
		{[]Step{{8, 0}, {12, 1}}, "[{0 8 1} {8 10 0}]", 2},
		{[]Step{{10, 0}}, "[{0 10 1}]", 0},
		{[]Step{{2, 0}, {3, unknown}}, "[{0 2 1} {2 3 0} {3 10 NaN}]", 1},
		{[]Step{{2, Less}, {8, 1}}, "[{0 2 1} {2 8 -1} {8 10 1}]", 3},
		{[]Step{{math.Inf(-1), 0.2}, {math.Inf(1), 1}}, "[{0 10 0.2}]", 8},
	} {
		if got := fmt.Sprint(spans(tt.steps, 10)); got != tt.want {
			t.Errorf("spans(%v) = %s, want %s", tt.steps, got, tt.want)
		}
		if got := lost(tt.steps, 10); math.Abs(got-tt.lost) > 1e-12 {
			t.Errorf("lost(%v) = %v, want %v", tt.steps, got, tt.lost)
		}
	}
}
