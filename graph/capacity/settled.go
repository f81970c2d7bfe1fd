package capacity

import (
	"context"
	"maps"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/level"
)

// settled are the levels that a cut leaves if rows carry so much.
type settled struct {
	*level.System
	ix    *index.Index
	left  Left
	moved []graph.NodeID // do not keep full rate
}

func settle(ctx context.Context, ix *index.Index, carries []float64, left Left) settled {
	s := level.New(ix, carries)
	s.Done = ctx.Done()
	var fell []graph.NodeID
	for _, i := range slices.Sorted(maps.Keys(left.Nodes)) {
		s.Left[i] = left.Nodes[i]
		fell = append(fell, i)
	}
	for _, row := range slices.Sorted(maps.Keys(left.Rows)) {
		s.Carries[row] *= left.Rows[row]
		_, customer := ix.Net.Ends(row)
		fell = append(fell, customer)
	}
	return settled{s, ix, left, s.Settle(nil, fell)}
}

// guessed finds the nodes that do not keep full rate by shares that are not in the
// data, and those that they hold back in turn.
func (s settled) guessed() map[graph.NodeID]bool {
	guessed := map[graph.NodeID]bool{}
	var work []graph.NodeID
	mark := func(i graph.NodeID) {
		if !guessed[i] {
			guessed[i] = true
			work = append(work, i)
		}
	}
	for _, i := range s.moved {
		for k := range s.ix.Net.Needs(i) {
			if s.ix.Rates().Guessed[k] && s.Hangs(i, k) && s.uneven(k) {
				mark(i)
			}
		}
	}
	for len(work) > 0 {
		needs, customers := s.ix.Out(work[len(work)-1])
		work = work[:len(work)-1]
		for n, k := range needs {
			if s.Hangs(customers[n], k) {
				mark(customers[n])
			}
		}
	}
	return guessed
}

// uneven says whether the sources of need k bring unlike parts of what they might: only then
// does it matter how much each carries.
func (s settled) uneven(k graph.NeedID) bool {
	rows := s.ix.Net.SourcesOf(k)
	brings := func(row graph.SourceID) float64 {
		supplier, _ := s.ix.Net.Ends(row)
		if part, cut := s.left.Rows[row]; cut {
			return part * s.Level(supplier)
		}
		return s.Level(supplier)
	}
	return slices.ContainsFunc(rows, func(row graph.SourceID) bool { return brings(row) != brings(rows[0]) })
}
