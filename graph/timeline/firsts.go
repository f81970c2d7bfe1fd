package timeline

import (
	"context"

	"linestop/graph"
)

// FirstLosses follows a network through a plan as Run does, but notes only when nodes
// that are sought are first below level 1. It lists them in the order of these days, then by
// node, and says to which day all is known. Its error is the context's; after one the
// Engine is of no use any more.
func (e *Engine) FirstLosses(ctx context.Context, plan Plan, sought func(graph.NodeID) bool) (list []FirstLoss, until float64, err error) {
	e.begin(plan)
	e.firsts = &firsts{sought: sought}
	if err := e.follow(ctx); err != nil {
		return nil, 0, err
	}
	list, until = e.firsts.list, e.until
	for _, f := range list {
		e.lost[f.Node] = false
	}
	e.reset()
	return list, until, nil
}

// FirstLoss is the first day on which a node is below level 1.
type FirstLoss struct {
	Node graph.NodeID
	Day  float64
}

type firsts struct {
	sought func(graph.NodeID) bool
	list   []FirstLoss
}

// see notes who has lost at this instant for the first time.
func (f *firsts) see(e *Engine) {
	e.logged += len(e.moves.values)
	for _, m := range e.moves.values {
		if m.after < 1-Negligible && !e.lost[m.node] && f.sought(m.node) {
			e.lost[m.node] = true
			f.list = append(f.list, FirstLoss{m.node, e.now})
		}
	}
}
