package graph

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// stride is how many steps of a loop may pass before it looks at its context:
// some microseconds of work.
const stride = 1 << 10

// Each yields the numbers from 0 below end, and ends early once ctx has: whoever
// loops asks ctx.Err() when all loops are done.
func Each[T ~int | ~int32](ctx context.Context, end T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := T(0); i < end; i++ {
			if i%stride == 0 && ctx.Err() != nil || !yield(i) {
				return
			}
		}
	}
}

// eachOf is Each for the items of a list, with their numbers.
func eachOf[T any](ctx context.Context, list []T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i := range Each(ctx, len(list)) {
			if !yield(i, list[i]) {
				return
			}
		}
	}
}

// together does the numbers from 0 below end in parts, as many at once as there are
// processors and it is worth while.
func together(end int, part func(from, to int)) {
	const enough = 1 << 16
	parts := min(runtime.GOMAXPROCS(0), 1+end/enough)
	var working sync.WaitGroup
	for p := range parts {
		working.Go(func() { part(end*p/parts, end*(p+1)/parts) })
	}
	working.Wait()
}

// collect takes back the memory that lists of so many rows have outgrown, or in which they
// are no longer needed. Otherwise that would wait until there is as much of it as of what is
// in use; for a list of some length a collection is nothing beside filling it.
func collect(rows int) {
	if rows >= 1<<20 {
		runtime.GC()
	}
}
