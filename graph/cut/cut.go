// Package cut answers the structure reading: which nodes are broken if a cut
// lasts and the surviving sources can carry the load, which are exposed, and
// which run on but could not start again.
//
// A node fails when it is cut, or when a critical need of it has too few sources
// that have not failed. The least set of failures is found by unit propagation
// with one counter for each need, as Dowling and Gallier do for Horn clauses (J. Logic
// Programming 3, 1984, algorithm 2), in time linear in the rows of what fails. The
// set is unique, does not depend on the order of rows, and leaves a cycle alone
// that nothing outside it forces down.
package cut

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// Set is what is cut: nodes, and single rows. Order and repetition do not matter.
type Set struct {
	Nodes []graph.NodeID
	Rows  []graph.SourceID

	// Reduced nodes and rows keep a part, or deliver later. In this reading they
	// fail nobody; what depends on them is exposed.
	Reduced     []graph.NodeID
	ReducedRows []graph.SourceID
}

// NewSet gathers what the cuts of a scenario take away, as if each lasted from
// its first day on. It reports every cut that names nothing in the network, or
// only that ctx has ended.
func NewSet(ctx context.Context, net *graph.Network, cuts []graph.Cut) (Set, error) {
	var set Set
	var errs []error
	for _, c := range cuts {
		nodes, rows, err := net.Resolve(ctx, c)
		if ctx.Err() != nil {
			return Set{}, ctx.Err()
		}
		errs = append(errs, c.Place.Of(err))
		if c.Full() {
			set.Nodes, set.Rows = append(set.Nodes, nodes...), append(set.Rows, rows...)
		} else {
			set.Reduced, set.ReducedRows = append(set.Reduced, nodes...), append(set.ReducedRows, rows...)
		}
	}
	return set.normal(), errors.Join(errs...)
}

// normal sorts a set and drops what is cut as well from what is reduced.
func (s Set) normal() Set {
	s = Set{sorted(s.Nodes), sorted(s.Rows), sorted(s.Reduced), sorted(s.ReducedRows)}
	s.Reduced = slices.DeleteFunc(s.Reduced, func(i graph.NodeID) bool { return has(s.Nodes, i) })
	s.ReducedRows = slices.DeleteFunc(s.ReducedRows, func(row graph.SourceID) bool { return has(s.Rows, row) })
	return s
}

func has[T cmp.Ordered](sorted []T, v T) bool {
	_, found := slices.BinarySearch(sorted, v)
	return found
}

// Failure is a node that cannot run.
type Failure struct {
	Node graph.NodeID
	Step int          // 0 = cut; else one more than the latest failure it needs as a reason
	Need graph.NeedID // the need that failed, NoNeed for a cut node
	Sure bool         // it fails however the unsure rows turn out
}

// NoNeed stands where a node is cut itself.
const NoNeed graph.NeedID = -1

// Exposure is a node that runs although the cut has reached it.
type Exposure struct {
	Node graph.NodeID
	Lost []Loss // needs that lost a source of their own; empty: only tiers above it did
}

// Loss is a need of a running node that lost sources.
type Loss struct {
	Need    graph.NeedID
	Level   graph.Level
	Left    int // sources that still run
	Quorum  int
	Sources int
}

// Met says whether the sources that are left suffice. Of a critical need of a
// running node they do.
func (l Loss) Met() bool { return l.Left >= l.Quorum }

// Last says whether the need now hangs on its last sources: one more lost and it
// is no longer met.
func (l Loss) Last() bool { return l.Left == l.Quorum }

// Result is the answer to a cut. All lists are sorted by node, failures by step
// first.
type Result struct {
	Set      Set
	Failures []Failure // cut nodes included
	Exposed  []Exposure
	Stranded []graph.NodeID // run on, but could not start again from a full stop as they could before

	sureFailures []Failure // as proven without relying on an unsure row
	byNode, sure func() map[graph.NodeID]Failure
	start        *index.Start // of the worst world
	ix           *index.Index
}

// Run answers what set breaks. Whoever asks more often makes a Runner. The only
// error is that of ctx.
func Run(ctx context.Context, ix *index.Index, set Set) (*Result, error) {
	return NewRunner(ix).Run(ctx, set)
}

func sorted[T cmp.Ordered](list []T) []T {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}
