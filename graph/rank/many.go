package rank

import (
	"cmp"
	"context"
	"iter"
	"runtime"
	"sync"

	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/sweep"
	"linestop/internal/parallel"
)

// Many answers what each of any number of cuts breaks, in their order, on all processors. Partial cuts
// break nothing. A cut must not change until it is answered, which may be some hundreds of
// cuts later: they are taken in batches. Of the options only Workers counts.
//
// Cuts that break much in common are followed many at once, others one by one, each at
// the cost of what it breaks: see batches. The error is that of ctx, and comes last.
func Many(ctx context.Context, ix *index.Index, cuts iter.Seq[cut.Set], o Options) iter.Seq2[Loss, error] {
	return func(yield func(Loss, error) bool) {
		workers := cmp.Or(o.Workers, runtime.GOMAXPROCS(0))
		c := crew{ix: ix, units: newUnits(ix.Net)}
		next, stop := iter.Pull(cuts)
		defer stop()
		for {
			batches := take(next, 4*workers)
			if len(batches) == 0 {
				return
			}
			c.working = 0
			answers, err := parallel.Map(ctx, len(batches), parallel.Options{Workers: workers}, c.join,
				func(ctx context.Context, w *batcher, n int) ([]Loss, error) { return w.answer(ctx, batches[n]) })
			if err != nil {
				yield(Loss{}, err)
				return
			}
			for _, losses := range answers {
				for _, l := range losses {
					if !yield(l, nil) {
						return
					}
				}
			}
		}
	}
}

// take is the next cuts, in at most so many batches.
func take(next func() (cut.Set, bool), most int) (batches [][]cut.Set) {
	for len(batches) < most {
		var batch []cut.Set
		for len(batch) < sweep.Width {
			set, ok := next()
			if !ok {
				break
			}
			batch = append(batch, set)
		}
		if len(batch) == 0 {
			break
		}
		batches = append(batches, batch)
	}
	return batches
}

// crew keeps what goroutines need from one round of batches to the next.
type crew struct {
	ix    *index.Index
	units units

	joining sync.Mutex
	all     []*batcher
	working int
}

func (c *crew) join() *batcher {
	c.joining.Lock()
	defer c.joining.Unlock()
	if c.working == len(c.all) {
		c.all = append(c.all, newBatcher(c.ix, c.units))
	}
	c.working++
	return c.all[c.working-1]
}
