package timeline

import (
	"math"
	"slices"

	"linestop/graph"
)

// span is a value between two days.
type span struct {
	from, until, value float64
	cut                int
}

// spans says what a cut leaves, and when. The days of a curve count from the cut's first.
func spans(c graph.Cut, number int, recover float64) []span {
	until := c.Until.Or(math.Inf(1))
	if len(c.Curve) == 0 {
		return []span{{c.From, until + recover, c.Left, number}}
	}
	var list []span
	for n, step := range c.Curve {
		end := until
		if n+1 < len(c.Curve) {
			end = min(until, c.From+c.Curve[n+1].Day)
		}
		if from := c.From + step.Day; from < end {
			list = append(list, span{from, end, step.Left, number})
		}
	}
	return list
}

// least is the part that all cuts at a time leave.
func least(active []span) float64 {
	part := 1.0
	for _, s := range active {
		part = min(part, s.value)
	}
	return part
}

// total is the delay of all cuts at a time.
func total(active []span) float64 {
	days := 0.0
	for _, s := range active {
		days += s.value
	}
	return days
}

// changes turns spans, which may overlap, into the days on which what they amount to changes.
func changes(spans []span, amount func(active []span) float64) []Change {
	var days []float64
	for _, s := range spans {
		days = append(days, s.from, s.until)
	}
	slices.Sort(days)
	var list []Change
	value := amount(nil)
	for _, day := range slices.Compact(days) {
		active := slices.DeleteFunc(slices.Clone(spans), func(s span) bool { return day < s.from || day >= s.until })
		if v := amount(active); v != value && day < math.Inf(1) {
			list = append(list, Change{day, v, responsible(spans, day, value, v)})
			value = v
		}
	}
	return list
}

// responsible is the first cut that begins on the day with the new value, or ends
// with the old one; else, where values add up, the first that begins or ends.
func responsible(spans []span, day, old, value float64) int {
	is := func(s span) bool { return s.from == day && s.value == value || s.until == day && s.value == old }
	n := slices.IndexFunc(spans, is)
	if n < 0 {
		n = slices.IndexFunc(spans, func(s span) bool { return s.from == day || s.until == day })
	}
	return spans[n].cut
}
