package cutset

import (
	"context"

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
	_, err := s.best.Run(ctx, cut.Set{Nodes: s.options.lost(s.product, set...)})
	return err == nil && s.best.Failed(s.product), err
}
