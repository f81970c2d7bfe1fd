// Package parallel does many pieces of work on all processors. Results stand in the
// order of the pieces, whoever did them.
package parallel

import (
	"cmp"
	"context"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Options say how. The zero value means the defaults.
type Options struct {
	Workers  int                     // goroutines; default one for each processor
	Progress func(done, total int64) // called after pieces, by any goroutine but one at a time
}

// Map gives what piece makes of 0 to n-1. Each goroutine has a worker of its own, for
// scratch that pieces may share one after the other. The first error ends it, or that
// of ctx. So does a panic, which is then one of the caller.
func Map[W, T any](ctx context.Context, n int, o Options, worker func() W, piece func(ctx context.Context, w W, i int) (T, error)) ([]T, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	results := make([]T, n)
	var next, done atomic.Int64
	var telling sync.Mutex
	var workers sync.WaitGroup
	var lost crashes
	for range cmp.Or(o.Workers, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			defer lost.keep(cancel)
			debug.SetPanicOnFault(true)
			w := worker()
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				var err error
				if results[i], err = piece(ctx, w, i); err != nil {
					cancel(err)
				}
				if count := done.Add(1); o.Progress != nil && telling.TryLock() {
					o.Progress(count, int64(n))
					telling.Unlock()
				}
			}
		})
	}
	workers.Wait()
	lost.pass()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	return results, nil
}
