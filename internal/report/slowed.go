package report

import (
	"fmt"
	"slices"

	"linestop/graph"
	"linestop/graph/capacity"
	"linestop/graph/timeline"
	"linestop/internal/words"
)

// slowed says why node i is reduced: by the cut itself, or by a need.
func (o outcome) slowed(i graph.NodeID) string {
	if _, cut := slices.BinarySearch(o.result.Set.Reduced, i); cut {
		return "cut in part or for later"
	}
	if o.impact.Timeline != nil && o.impact.Timeline.Course(i).FirstLoss.Given {
		return o.brought(i)
	}
	if o.impact.Steady == nil {
		return ""
	}
	level := o.impact.Steady.Level(i)
	if level.Need == capacity.NoNeed {
		return ""
	}
	text := o.held(level.Need)
	if o.impact.Timeline == nil {
		text = "to " + interval(level) + ", " + text
	}
	return text
}

// interval is what a node keeps if the cut lasts.
func interval(l capacity.Level) string {
	if l.Best-l.Worst < timeline.Negligible {
		return percent(l.Worst)
	}
	return percent(l.Worst) + " at worst and " + percent(l.Best) + " at best"
}

// held says which need holds a node back.
func (o outcome) held(k graph.NeedID) string {
	rows := o.SourcesOf(k)
	name := o.need(k)
	supplier, _ := o.Ends(rows[0])
	switch id := o.id(supplier); {
	case len(rows) > 1:
		return fmt.Sprintf("needs %s, which its %s cannot fill", name, words.Count(len(rows), "source"))
	case id != name:
		return fmt.Sprintf("needs %s from %s, its only source", name, id)
	}
	return "needs " + name
}
