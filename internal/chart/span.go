package chart

import (
	"math"
	"slices"
)

// span is a stretch of days with one level.
type span struct{ from, to, level float64 }

func (s span) known() bool   { return !math.IsNaN(s.level) }
func (s span) full() bool    { return s.level >= 1-negligible }
func (s span) stopped() bool { return s.level >= 0 && s.level < negligible }
func (s span) reduced() bool { return s.level >= negligible && s.level < 1-negligible }
func (s span) less() bool    { return s.level == Less }
func (s span) down() bool    { return s.known() && !s.full() }

// negligible is how far a level may be from 0 or 1 and still count as it.
const negligible = 1e-9

// spans cuts the days from 0 to the horizon where the level changes.
func spans(steps []Step, horizon float64) []span {
	now := span{level: 1}
	var list []span
	for _, s := range steps {
		if now.to = min(s.Day, horizon); now.to > now.from && s.Level != now.level {
			list = append(list, now)
			now.from = now.to
		}
		now.level = s.Level
	}
	if now.to = horizon; now.to > now.from {
		list = append(list, now)
	}
	return list
}

// lost is how many days of full output are lost up to the horizon.
func lost(steps []Step, horizon float64) (days float64) {
	for _, s := range spans(steps, horizon) {
		if s.known() {
			days += part(s.level) * (s.to - s.from)
		}
	}
	return days
}

// part is the part lost at a level; a half where nobody knows.
func part(level float64) float64 {
	if level == Less {
		return 0.5
	}
	return 1 - level
}

// some says whether the rows have a span of a kind.
func (c Chart) some(of func(span) bool) bool {
	return slices.ContainsFunc(c.Rows, func(r Row) bool {
		return slices.ContainsFunc(spans(r.Steps, c.Horizon), of) ||
			r.Actual != nil && slices.ContainsFunc(spans(r.Actual, c.Horizon), of)
	})
}

func (c Chart) someUnknown() bool { return c.some(func(s span) bool { return !s.known() }) }

// someOpen says whether a row is not back by the last day.
func (c Chart) someOpen() bool {
	return c.some(func(s span) bool { return s.to == c.Horizon && s.down() })
}

// split says whether some row has two lanes.
func (c Chart) split() bool {
	return slices.ContainsFunc(c.Rows, func(r Row) bool { return r.Actual != nil })
}
