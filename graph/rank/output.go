package rank

import (
	"context"
	"slices"

	"linestop/graph/capacity"
	"linestop/graph/index"
	"linestop/internal/parallel"
)

// output finds what products lose at worst in the steady reading, row after row.
func (r *Ranking) output(ctx context.Context, ix *index.Index, u units, o Options) error {
	type worker struct {
		*capacity.Runner
		sums
	}
	_, err := parallel.Map(ctx, len(r.Rows), parallel.Options{Workers: o.Workers, Progress: o.Progress},
		func() *worker { return &worker{capacity.NewRunner(ix), newSums(u)} },
		func(ctx context.Context, w *worker, n int) (struct{}, error) {
			row := &r.Rows[n]
			slowed, err := w.Lose(ctx, slices.Collect(o.lost(row.Group)))
			if err != nil {
				return struct{}{}, err
			}
			w.clear()
			for _, i := range slowed {
				if part := 1 - w.Level(i); ix.Net.IsProduct(i) {
					row.Output += part
					w.add(i, part)
				}
			}
			row.OutputVolumes, _ = w.now()
			return struct{}{}, nil
		})
	return err
}
