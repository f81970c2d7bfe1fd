package cutset

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
)

// Sure says whether a cut set breaks the product however the unsure rows turn
// out. The only error is that of ctx.
func (s *Sets) Sure(ctx context.Context, set []graph.GroupID) (bool, error) {
	if s.options.Sure || s.ix.Worst == s.ix.Best {
		return true, nil
	}
	if s.best == nil {
		s.best = cut.NewEngine(s.ix.Best)
	}
	var lost []graph.NodeID
	for _, g := range set {
		lost = append(lost, s.Groups.Nodes(g)...)
	}
	lost = slices.DeleteFunc(lost, func(i graph.NodeID) bool { return i == s.product || !s.options.mayFail(i) })
	_, err := s.best.Run(ctx, cut.Set{Nodes: lost})
	return err == nil && s.best.Failed(s.product), err
}
