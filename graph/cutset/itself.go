package cutset

import (
	"context"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/sweep"
)

// itself tells whether a group that holds a product would break it even if the
// product were not lost with the group.
type itself struct {
	w      *index.World
	engine *cut.Engine
	failed index.Marks // at this step of the sweep
	nodes  []graph.NodeID
}

// follow takes note of what is broken now.
func (s *itself) follow(swept sweep.Step) {
	for _, i := range s.nodes[min(swept.Kept, len(s.nodes)):] {
		s.failed.Drop(i)
	}
	s.nodes = append(s.nodes[:swept.Kept], swept.Broken[swept.Kept:]...)
	for _, i := range s.nodes[swept.Kept:] {
		s.failed.Add(i)
	}
}

// breaks: where all needs of the product are met it is not broken otherwise. Where one
// is not, that may still be owed to the product on a cycle: only then the rest of the
// group is lost anew.
func (s *itself) breaks(ctx context.Context, product graph.NodeID, group graph.GroupID, o Options) bool {
	met := true
	for k := range s.w.NeedsOf(product) {
		met = met && !s.unmet(k)
	}
	if met {
		return false
	}
	_, err := s.engine.Run(ctx, cut.Set{Nodes: o.lost(product, group)})
	return err == nil && s.engine.Failed(product)
}

func (s *itself) unmet(k graph.NeedID) bool {
	dead := int32(0)
	for supplier := range s.w.Suppliers(k) {
		if s.failed.Has(supplier) {
			dead++
		}
	}
	return dead > s.w.Tolerance(k)
}
