package rank

import (
	"context"
	"math/bits"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
)

// ways follow the cuts of a batch in one world: one by one, or all at once where the batch
// before had much in common.
type ways struct {
	world  *index.World
	trail  *cut.Trail
	engine *cut.Engine // nil until a cut has rows
	lanes  *cut.Lanes  // nil until they pay
	atOnce bool

	failed []graph.NodeID // by one cut
	union  []graph.NodeID // by any of the batch
	seen   index.Marks    // the same
}

// overlap is from how many cuts on, that fail the average of the nodes which any of a batch fails, it
// pays to follow them at once (docs/decisions/0017).
const overlap = 16

func newWays(w *index.World) *ways {
	return &ways{world: w, trail: cut.NewTrail(w), seen: index.NewMarks(w.Nodes())}
}

// follow tells which nodes each cut fails, each cut's rising, those that are cut among them.
func (w *ways) follow(ctx context.Context, cuts []cut.Set, found func(n int, i graph.NodeID)) error {
	way := w.oneByOne
	if w.atOnce && !slices.ContainsFunc(cuts, func(s cut.Set) bool { return len(s.Rows) > 0 }) {
		way = w.together
	}
	failures := 0
	nodes, err := way(ctx, cuts, func(n int, i graph.NodeID) {
		failures++
		found(n, i)
	})
	w.atOnce = failures >= overlap*nodes
	return err
}

// oneByOne returns how many nodes any cut fails, as together does.
func (w *ways) oneByOne(ctx context.Context, cuts []cut.Set, found func(int, graph.NodeID)) (int, error) {
	w.union = w.union[:0]
	for n, set := range cuts {
		if err := w.fail(ctx, set); err != nil {
			return 0, err
		}
		for _, i := range w.failed {
			found(n, i)
			if !w.seen.Has(i) {
				w.seen.Add(i)
				w.union = append(w.union, i)
			}
		}
	}
	for _, i := range w.union {
		w.seen.Drop(i)
	}
	return len(w.union), nil
}

// fail finds the failures of one cut.
func (w *ways) fail(ctx context.Context, set cut.Set) error {
	w.failed = w.failed[:0]
	if len(set.Rows) == 0 {
		for _, i := range set.Nodes {
			w.trail.Cut(i)
		}
		w.failed = append(w.failed, w.trail.Nodes()...)
		w.trail.Back(cut.Mark{})
	} else {
		if w.engine == nil {
			w.engine = cut.NewEngine(w.world)
		}
		failures, err := w.engine.Run(ctx, set)
		if err != nil {
			return err
		}
		for _, f := range failures {
			w.failed = append(w.failed, f.Node)
		}
	}
	slices.Sort(w.failed)
	return ctx.Err()
}

func (w *ways) together(ctx context.Context, cuts []cut.Set, found func(int, graph.NodeID)) (int, error) {
	if w.lanes == nil {
		w.lanes = cut.NewLanes(w.world)
	}
	nodes := make([][]graph.NodeID, len(cuts))
	for n, set := range cuts {
		nodes[n] = set.Nodes
	}
	failed, err := w.lanes.Run(ctx, nodes)
	if err != nil {
		return 0, err
	}
	for _, i := range failed {
		for cuts := w.lanes.Failed(i); cuts != 0; cuts &= cuts - 1 {
			found(bits.TrailingZeros64(cuts), i)
		}
	}
	return len(failed), nil
}
