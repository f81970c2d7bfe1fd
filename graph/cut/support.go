package cut

import (
	"math"

	"linestop/graph"
)

// Support is a need of a running node, whole or not, with all its sources.
type Support struct {
	Loss  // counts; nothing is lost where Left is Sources
	Fates []ProofSource
}

// Supports lists the needs of node i and what became of each of their sources,
// in the order of the data.
func (r *Result) Supports(i graph.NodeID) []Support {
	net := r.ix.Net
	var list []Support
	for k := range net.Needs(i) {
		sources, left := r.sources(k, r.byNode(), math.MaxInt)
		list = append(list, Support{
			Loss:  Loss{Need: k, Level: net.NeedLevel(k), Left: left, Quorum: net.NeedQuorum(k), Sources: len(sources)},
			Fates: sources,
		})
	}
	return list
}
