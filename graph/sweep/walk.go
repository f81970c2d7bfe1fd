package sweep

import (
	"context"
	"iter"

	"linestop/graph"
	"linestop/graph/index"
)

// Step is what the loss of one group breaks.
type Step struct {
	Group  graph.GroupID
	Broken []graph.NodeID // in no particular order, the nodes of the group included
	Kept   int            // the first so many are those of the step before: sums over them need no new count
}

// Each loses each group alone and yields what that breaks in one world, in an
// order that only the network decides: see Forest. Of a group only the nodes that may
// fail are lost; a nil may stands for all. Broken is valid until the next step. It ends
// early with ctx.
func Each(ctx context.Context, w *index.World, groups *graph.Groups, may func(graph.NodeID) bool) iter.Seq[Step] {
	return func(yield func(Step) bool) {
		f := NewForest(ctx, w, groups, may)
		f.Walk().Steps(ctx, 0, f.Steps())(yield)
	}
}

// Walk is the way of one goroutine through a Forest.
type Walk struct {
	trail  *Trail
	forest *Forest
	path   []visit // from the root down
	kept   int     // so many nodes are on the trail since the step before
	ahead  []int32 // scratch of enter
}

// visit is a place that a walk has entered.
type visit struct {
	place int32
	from  Mark // to go back to
}

// Walk begins at the root. O(nodes + needs).
func (f *Forest) Walk() *Walk { return &Walk{trail: NewTrail(f.world), forest: f} }

// Steps yields the steps from first up to end, of a walk that has Forest.Steps of them. To
// jump costs what breaks at the places that are not on the way. Whatever steps a Walk
// has made before, Broken is the same, in the same order.
func (w *Walk) Steps(ctx context.Context, first, end int) iter.Seq[Step] {
	return func(yield func(Step) bool) {
		for _, g := range w.forest.steps[first:end] {
			if !w.enter(ctx, w.forest.at[g]) || !w.lose(g, yield) {
				return
			}
		}
	}
}

// enter goes back as far as must be and down to a place.
func (w *Walk) enter(ctx context.Context, place int32) bool {
	f := w.forest
	for len(w.path) > 0 && !f.holds(w.path[len(w.path)-1].place, place) {
		w.backTo(w.path[len(w.path)-1].from)
		w.path = w.path[:len(w.path)-1]
	}
	above := f.root()
	if len(w.path) > 0 {
		above = w.path[len(w.path)-1].place
	}
	w.ahead = w.ahead[:0]
	for ; place != above; place = f.under[place] {
		w.ahead = append(w.ahead, place)
	}
	for n := len(w.ahead) - 1; n >= 0 && ctx.Err() == nil; n-- {
		w.path = append(w.path, visit{w.ahead[n], w.trail.Here()})
		w.trail.Cut(f.node[w.ahead[n]])
	}
	return ctx.Err() == nil
}

// lose loses a group for the length of a step.
func (w *Walk) lose(g graph.GroupID, yield func(Step) bool) bool {
	m := w.trail.Here()
	for _, i := range w.forest.groups.Nodes(g) {
		if w.forest.mayFail(i) {
			w.trail.Cut(i)
		}
	}
	kept := w.kept
	w.kept = len(w.trail.nodes)
	ok := yield(Step{g, w.trail.nodes, kept})
	w.backTo(m)
	return ok
}

func (w *Walk) backTo(m Mark) {
	w.trail.Back(m)
	w.kept = min(w.kept, m.nodes)
}
