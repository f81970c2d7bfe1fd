package chart

import (
	"strings"
	"testing"
	"time"
)

func TestTicks(t *testing.T) {
	start := time.Date(2025, 10, 26, 15, 4, 5, 0, time.FixedZone("", 9*60*60))
	for _, tt := range []struct {
		start   time.Time
		horizon float64
		want    string
	}{
		{time.Time{}, 0.5, "day 0 day 0.5"},
		{time.Time{}, 6, "day 0 1 2 3 4 5 6"},
		{time.Time{}, 120, "day 0 20 40 60 80 100 120"},
		{time.Time{}, 365, "day 0 90 180 270 360"},
		{time.Time{}, 1e6, "day 0 200000 400000 600000 800000 1000000"},
		{start, 3, "2025-10-26 2025-10-27 2025-10-28 2025-10-29"},
		{start, 45, "2025-10-26 2025-11-09 2025-11-23 2025-12-07"},
		{start, 120, "2025-10-26 2025-12 2026-01 2026-02 2026-02-23"},
		{start, 365, "2025-10-26 2026-01 2026-03 2026-05 2026-07 2026-09 2026-10-26"},
		{start, 3650, "2025-10-26 2028 2030 2032 2034 2035-10-24"},
		{start, 1e6, "2025-10-26 2500 3000 3500 4000 4500"},
	} {
		c := Chart{Start: tt.start, Horizon: tt.horizon}
		var labels []string
		last := -1.0
		for _, tick := range c.ticks(6) {
			labels = append(labels, tick.label)
			if tick.day <= last || tick.day > tt.horizon {
				t.Errorf("%v days: tick %v after %v", tt.horizon, tick, last)
			}
			last = tick.day
		}
		if got := strings.Join(labels, " "); got != tt.want {
			t.Errorf("%v days: got %s, want %s", tt.horizon, got, tt.want)
		}
	}
}

// A first of a month stands on its day, leap days and all.
func TestFirsts(t *testing.T) {
	c := Chart{Start: time.Date(2024, 1, 31, 0, 0, 0, 0, time.UTC), Horizon: 400}
	for _, tick := range c.firsts(1) {
		if date := c.Day(tick.day); date != tick.label+"-01" {
			t.Errorf("%s stands on %s", tick.label, date)
		}
	}
}
