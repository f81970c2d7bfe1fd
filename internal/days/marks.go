package days

import (
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/internal/chart"
)

// marks are the days on which cuts begin and end.
func marks(net *graph.Network, s graph.Scenario) []chart.Mark {
	begin, end := map[float64][]graph.Cut{}, map[float64][]graph.Cut{}
	for _, c := range s.Cuts {
		begin[c.From] = append(begin[c.From], c)
		if c.Until.Given {
			end[c.Until.Value] = append(end[c.Until.Value], c)
		}
	}
	var list []chart.Mark
	for _, c := range s.Cuts { // once for each day, in an order that is defined
		if same := begin[c.From]; same != nil {
			list = append(list, chart.Mark{Day: c.From, Label: began(same) + ": " + cuts(net, same)})
			delete(begin, c.From)
		}
		if same := end[c.Until.Value]; same != nil && c.Until.Given {
			list = append(list, chart.Mark{Day: c.Until.Value, Label: ended(same) + ": " + cuts(net, same)})
			delete(end, c.Until.Value)
		}
	}
	return list
}

// began says what happens to what is cut.
func began(list []graph.Cut) string {
	switch c := list[0]; {
	case onlyLate(list):
		if len(list) > 1 {
			return "late"
		}
		return fmt.Sprintf("late by %g days", c.Delay.Value)
	case len(list) > 1:
		return "cut"
	case len(c.Curve) > 0:
		return "cut in part"
	case c.Left > 0:
		return fmt.Sprintf("cut to %.0f %%", c.Left*100)
	}
	return "cut"
}

func ended(list []graph.Cut) string {
	if onlyLate(list) {
		return "in time again"
	}
	return "no longer cut"
}

func onlyLate(list []graph.Cut) bool {
	return !slices.ContainsFunc(list, func(c graph.Cut) bool { return !c.Delay.Given })
}

// cuts names what is cut.
func cuts(net *graph.Network, list []graph.Cut) string {
	const most = 2
	var names []string
	for _, c := range list[:min(most, len(list))] {
		name := c.String()
		if i, ok := net.Lookup(c.Target); ok {
			name = net.Label(i)
		}
		names = append(names, name)
	}
	text := strings.Join(names, ", ")
	if more := len(list) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
