package impact

import (
	"linestop/graph"
	"linestop/graph/timeline"
)

// Unsure says whether the stop of node i, or its first loss if it never stops, leans on
// a row that nobody reported: one of the links of its chain of events is such a row
// alone. The days themselves take every row as the data have it.
func (a *Answer) Unsure(i graph.NodeID) bool {
	if a.Timeline == nil {
		return false
	}
	chain := a.Timeline.Chain(i)
	for n := 1; n < len(chain); n++ {
		if e := chain[n]; e.Need != timeline.NoNeed && !a.sure(e.Need, chain[n-1]) {
			return true
		}
	}
	return false
}

// sure says whether some sure row leads from the cause to the need, if any does.
func (a *Answer) sure(k graph.NeedID, cause timeline.Event) bool {
	linked := false
	for _, row := range a.net.SourcesOf(k) {
		supplier, _ := a.net.Ends(row)
		if row != cause.Row && supplier != cause.Node {
			continue
		}
		if a.net.Sure(row) {
			return true
		}
		linked = true
	}
	return !linked
}
