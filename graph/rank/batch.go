package rank

import (
	"context"
	"math/bits"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/sweep"
)

// batcher answers batches of cuts for one goroutine.
type batcher struct {
	ix          *index.Index
	worst, best *sweep.Sets // best is nil if every row is sure
	sums        []sums      // by cut of the batch; none if no product has a volume
}

func newBatcher(ix *index.Index, u units) *batcher {
	volumes := len(u.list) > 0
	b := &batcher{ix: ix, worst: sweep.NewSets(ix.Worst, volumes)} // sums depend on the order
	if ix.Best != ix.Worst {
		b.best = sweep.NewSets(ix.Best, false)
	}
	if volumes {
		for range sweep.Width {
			b.sums = append(b.sums, newSums(u))
		}
	}
	return b
}

// answer counts what each cut of a batch breaks.
func (b *batcher) answer(ctx context.Context, cuts []cut.Set) ([]Loss, error) {
	for n := range b.sums {
		b.sums[n].clear()
	}
	var breaks, surely counts
	err := b.worst.Follow(ctx, cuts, func(i graph.NodeID, cuts uint64) {
		breaks.add(b.ix.Net, i, cuts)
		for ; b.sums != nil && b.ix.Net.IsProduct(i) && cuts != 0; cuts &= cuts - 1 {
			b.sums[bits.TrailingZeros64(cuts)].add(i, 1)
		}
	})
	if err == nil && b.best != nil {
		err = b.best.Follow(ctx, cuts, func(i graph.NodeID, cuts uint64) { surely.add(b.ix.Net, i, cuts) })
	}
	losses := make([]Loss, len(cuts))
	for n := range losses {
		l := &losses[n]
		for _, i := range slices.Compact(slices.Sorted(slices.Values(cuts[n].Nodes))) {
			l.Lost.add(b.ix.Net, i)
		}
		l.Breaks = breaks.of(n)
		l.Breaks.drop(l.Lost)
		if b.best != nil {
			l.Surely = surely.of(n)
			l.Surely.drop(l.Lost)
		}
		if b.sums != nil {
			l.Volumes = b.sums[n].now()
			l.Part = part(l.Volumes, b.sums[n].list)
		}
	}
	return losses, err
}
