package rank

import (
	"context"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/sweep"
	"linestop/internal/parallel"
)

// pieces is how many parts a sweep has, at most: enough to share it out evenly, few
// enough that the ways to where they begin cost little.
const pieces = 256

// loseEach loses each group in one world and has it counted.
func loseEach(ctx context.Context, ix *index.Index, w *index.World, u units, o Options, count func(sweep.Step, *tally)) error {
	f := sweep.NewForest(ctx, w, o.Groups, o.MayFail)
	if err := ctx.Err(); err != nil {
		return err
	}
	n := min(pieces, f.Steps())
	_, err := parallel.Map(ctx, n, parallel.Options{Workers: o.Workers, Progress: o.Progress},
		func() *tally { return &tally{sums: newSums(u), net: ix.Net, walk: f.Walk()} },
		func(ctx context.Context, t *tally, piece int) (struct{}, error) {
			for s := range t.walk.Steps(ctx, f.Steps()*piece/n, f.Steps()*(piece+1)/n) {
				t.follow(s)
				count(s, t)
			}
			return struct{}{}, nil
		})
	return err
}

// tally counts what is broken, with what a walk keeps from step to step.
type tally struct {
	sums
	net      *graph.Network
	walk     *sweep.Walk
	products []product // broken, in the order of the walk
}

// product is a broken one.
type product struct {
	place  int   // on the list of what is broken
	unit   int32 // of its volume
	before float64
}

// follow takes note of what a step breaks.
func (t *tally) follow(s sweep.Step) {
	for n := len(t.products) - 1; n >= 0 && t.products[n].place >= s.Kept; n-- {
		t.back(t.products[n].unit, t.products[n].before)
		t.products = t.products[:n]
	}
	for place := s.Kept; place < len(s.Broken); place++ {
		if i := s.Broken[place]; t.net.IsProduct(i) {
			unit, before := t.add(i, 1)
			t.products = append(t.products, product{place, unit, before})
		}
	}
}

// breaks is what a step breaks besides what is lost.
func (t *tally) breaks(s sweep.Step, lost Count) Count {
	return Count{int32(len(s.Broken)) - lost.Nodes, int32(len(t.products)) - lost.Products}
}
