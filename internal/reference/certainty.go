package reference

import (
	"fmt"
	"iter"

	"linestop/graph"
)

// MaxUnsure is how many unsure rows Certainty takes: it tries every subset.
const MaxUnsure = 16

// Certainty splits what a cut breaks by how the unsure rows may turn out. A
// world has all sure rows and some of the unsure ones; a need without a row in
// it does not exist there. A world in which a critical need that exists has
// fewer rows than its quorum could not run even before the cut, so it is left
// out. The sure nodes are broken (or cut) in every world, the possible ones in
// some.
//
// In data that graph.Validate accepts the world with all rows is among them, so
// that sure ⊆ Broken ⊆ possible. If no world is left, for want of a quorum that
// can be met, both sets are those of Broken.
//
// Cost O(2^u) times that of Broken for u unsure rows; it panics if u is above
// MaxUnsure.
func Certainty(net *graph.Network, cut Cut) (sure, possible map[graph.NodeID]bool) {
	times, worlds := map[graph.NodeID]int{}, 0
	count := func(broken map[graph.NodeID]int) {
		worlds++
		for i := range broken {
			times[i]++
		}
	}
	for absent := range absences(net) {
		if viable(net, absent) {
			count(brokenWithout(absent, net, cut))
		}
	}
	if worlds == 0 {
		count(Broken(net, cut))
	}
	sure, possible = map[graph.NodeID]bool{}, map[graph.NodeID]bool{}
	for i, n := range times {
		possible[i] = true
		if n == worlds {
			sure[i] = true
		}
	}
	return sure, possible
}

// absences yields every set of unsure rows: those a world may lack.
func absences(net *graph.Network) iter.Seq[map[graph.SourceID]bool] {
	var unsure []graph.SourceID
	for s := range graph.SourceID(net.NumSources()) {
		if !net.Sure(s) {
			unsure = append(unsure, s)
		}
	}
	if len(unsure) > MaxUnsure {
		panic(fmt.Sprintf("reference: %d unsure rows, above %d", len(unsure), MaxUnsure))
	}
	return func(yield func(map[graph.SourceID]bool) bool) {
		for bits := range 1 << len(unsure) {
			absent := map[graph.SourceID]bool{}
			for b, s := range unsure {
				if bits>>b&1 == 1 {
					absent[s] = true
				}
			}
			if !yield(absent) {
				return
			}
		}
	}
}

// viable says whether each critical need has no row left or enough of them.
func viable(net *graph.Network, absent map[graph.SourceID]bool) bool {
	exists := func(graph.SourceID) bool { return true }
	for i := range graph.NodeID(net.NumNodes()) {
		if starved(net, i, absent, exists) {
			return false
		}
	}
	return true
}
