package rank

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
)

// batcher answers batches of cuts for one goroutine.
type batcher struct {
	ix          *index.Index
	worst, best *ways  // best is nil if every row is sure
	sums        []sums // by cut of the batch; none if no product has a volume
}

func newBatcher(ix *index.Index, u units) *batcher {
	b := &batcher{ix: ix, worst: newWays(ix.Worst)}
	if ix.Best != ix.Worst {
		b.best = newWays(ix.Best)
	}
	if len(u.list) > 0 {
		for range cut.Width {
			b.sums = append(b.sums, newSums(u))
		}
	}
	return b
}

// answer counts what each cut of a batch breaks.
func (b *batcher) answer(ctx context.Context, cuts []cut.Set) ([]Loss, error) {
	losses := make([]Loss, len(cuts))
	for n := range b.sums {
		b.sums[n].clear()
	}
	err := b.worst.follow(ctx, cuts, func(n int, i graph.NodeID) {
		losses[n].Breaks.add(b.ix.Net, i)
		if b.sums != nil && b.ix.Net.IsProduct(i) {
			b.sums[n].add(i, 1)
		}
	})
	if err == nil && b.best != nil {
		err = b.best.follow(ctx, cuts, func(n int, i graph.NodeID) { losses[n].Surely.add(b.ix.Net, i) })
	}
	for n := range losses {
		l := &losses[n]
		for _, i := range slices.Compact(slices.Sorted(slices.Values(cuts[n].Nodes))) {
			l.Lost.add(b.ix.Net, i)
		}
		l.Breaks.drop(l.Lost)
		if b.best != nil {
			l.Surely.drop(l.Lost)
		}
		if b.sums != nil {
			l.Volumes, l.Part = b.sums[n].now()
		}
	}
	return losses, err
}
