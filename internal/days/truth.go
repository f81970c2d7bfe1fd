package days

import (
	"cmp"
	"math"
	"slices"

	"linestop/graph"
	"linestop/internal/chart"
)

// truths are what happened to each node, by id.
func truths(expected []graph.Expectation) map[string][]chart.Step {
	byNode := map[string][]graph.Expectation{}
	for _, e := range expected {
		if e.Effect == "none" || e.From.Given {
			byNode[e.Node] = append(byNode[e.Node], e)
		}
	}
	all := map[string][]chart.Step{}
	for id, list := range byNode {
		slices.SortStableFunc(list, func(a, b graph.Expectation) int {
			return cmp.Or(cmp.Compare(a.From.Value, b.From.Value), cmp.Compare(a.Effect, b.Effect)) // none, reduce, stop
		})
		all[id] = truth(list)
	}
	return all
}

// truth puts what is known of one node into steps. Up to the first thing that
// happened to it, it ran; between what is known and what is, nothing is.
func truth(list []graph.Expectation) []chart.Step {
	steps := []chart.Step{}
	for _, e := range list {
		level, end := 1.0, e.Through
		switch e.Effect {
		case "stop":
			level, end = 0, e.Until
		case "reduce":
			level, end = chart.Less, e.Until
		}
		steps = append(before(steps, e.From.Value), chart.Step{Day: e.From.Value, Level: level})
		switch {
		case end.Given:
			steps = append(steps, chart.Step{Day: math.Floor(end.Value) + 1, Level: math.NaN()})
		case e.Effect != "none": // only the day on which it began is known
			steps = append(steps, chart.Step{Day: math.Floor(e.From.Value) + 1, Level: math.NaN()})
		}
	}
	return steps
}

// before are the steps before a day.
func before(steps []chart.Step, day float64) []chart.Step {
	return slices.DeleteFunc(steps, func(s chart.Step) bool { return s.Day >= day })
}
