package report

import (
	"slices"
	"strings"

	"linestop/graph/impact"
)

// readings names the mathematics behind the answer, and what it takes for granted.
func (w cutWriter) readings() {
	var names, open []string
	for _, r := range w.impact.Readings {
		names = append(names, string(r))
	}
	if slices.Contains(w.impact.Readings, impact.Steady) || slices.Contains(w.impact.Readings, impact.Timeline) {
		open = append(open, "no spare capacity")
	}
	if slices.Contains(w.impact.Readings, impact.Timeline) {
		open = append(open, "0 days")
	}
	text := "what the data leave open is taken as " + strings.Join(open, " and ")
	if open == nil {
		text = "what breaks if the cut lasts and the sources that are left can carry the load"
		if set := w.result.Set; len(set.Reduced)+len(set.ReducedRows) > 0 {
			text += "; a cut in part or for later stops nobody in it"
		}
	}
	w.line("%s %s: %s", w.in(dim, "reading:"), strings.Join(names, ", "), text)
}
