package sweep

import (
	"context"
	"math/bits"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
)

// Sets follows any cuts in one world, up to Width at a time: one by one, or together where those
// before had enough in common. Sets serve one goroutine.
type Sets struct {
	world  *index.World
	rising bool
	trail  *Trail
	engine *cut.Engine // nil until a cut has rows
	lanes  *Lanes      // nil until they pay
	pays   bool
	common common

	failed []graph.NodeID   // by one cut
	sets   [][]graph.NodeID // to follow together, by cut
}

// NewSets prepares to follow cuts. If rising is set, the nodes of each cut are found in order, which
// costs a sort where cuts are followed one by one. O(nodes + needs) once.
func NewSets(w *index.World, rising bool) *Sets {
	return &Sets{world: w, rising: rising, trail: NewTrail(w), common: common{seen: index.NewMarks(w.Nodes())}}
}

// Follow tells which nodes each of at most Width cuts fails, those that are cut among them: found gets a
// node and the cuts that fail it, bit n for cuts[n], in one word or in several. Which way is taken
// changes nothing else. The only error is that of ctx.
func (s *Sets) Follow(ctx context.Context, cuts []cut.Set, found func(i graph.NodeID, cuts uint64)) error {
	s.common.clear()
	s.sets = append(s.sets[:0], make([][]graph.NodeID, len(cuts))...)
	left := 0
	for n, set := range cuts {
		if s.pays && len(set.Rows) == 0 {
			s.sets[n] = set.Nodes
			left++
			continue
		}
		if err := s.fail(ctx, set); err != nil {
			return err
		}
		for _, i := range s.failed {
			found(i, 1<<n)
		}
		s.common.add(s.failed)
		s.pays = s.pays || enough(s.common.cuts, s.common.failures, len(s.common.union))
	}
	if left == 0 {
		return nil
	}
	return s.together(ctx, left, found)
}

// together follows what is left of a batch, and says whether it was worth while.
func (s *Sets) together(ctx context.Context, left int, found func(graph.NodeID, uint64)) error {
	if s.lanes == nil {
		s.lanes = NewLanes(s.world)
	}
	nodes, err := s.lanes.Run(ctx, s.sets)
	if err != nil {
		return err
	}
	failures := 0
	for _, i := range nodes {
		failed := s.lanes.Failed(i)
		failures += bits.OnesCount64(failed)
		found(i, failed)
	}
	s.pays = left == 1 || enough(left, failures, len(nodes))
	return nil
}

// fail finds the failures of one cut.
func (s *Sets) fail(ctx context.Context, set cut.Set) error {
	s.failed = s.failed[:0]
	if len(set.Rows) == 0 {
		for _, i := range set.Nodes {
			s.trail.Cut(i)
		}
		s.failed = append(s.failed, s.trail.Nodes()...)
		s.trail.Back(Mark{})
	} else {
		if s.engine == nil {
			s.engine = cut.NewEngine(s.world)
		}
		failures, err := s.engine.Run(ctx, set)
		if err != nil {
			return err
		}
		for _, f := range failures {
			s.failed = append(s.failed, f.Node)
		}
	}
	if s.rising {
		slices.Sort(s.failed)
	}
	return ctx.Err()
}
