// Package memory ends a run before it takes the memory of the whole machine. The
// Go runtime and the kernel would end it too, but neither says what to do about it.
package memory

import (
	"context"
	"runtime/debug"
	"time"
)

// OverError says that the limit is passed.
type OverError struct {
	Limit Size
	Own   bool // nobody set it: it is what was free
}

func (e *OverError) Error() string {
	if e.Own {
		return "out of memory: more than " + e.Limit.String() + ", nearly all that was free"
	}
	return "out of memory: more than the limit of " + e.Limit.String()
}

// pause is how often Watch looks: seldom enough to cost nothing, often enough that
// not much is taken meanwhile. A run that is over before it does not pay at all.
const pause = 20 * time.Millisecond

// Watch waits until this process takes more memory than limit, and returns an
// OverError, or until ctx ends, and returns nil. A limit of 0 stands for nine tenths of
// what is free; where that cannot be told there is none. From nine tenths of the
// limit on the garbage collector works harder.
func Watch(ctx context.Context, limit Size) error {
	tick := time.NewTicker(pause)
	defer tick.Stop()
	e := &OverError{Limit: limit, Own: limit == 0}
	for first := true; ; first = false {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
		if first {
			left, known := Left(limit)
			if !known {
				return nil
			}
			if e.Own {
				e.Limit = used() + left
			}
			debug.SetMemoryLimit(int64(e.Limit) / 10 * 9)
		}
		if used() > e.Limit {
			return e
		}
	}
}

// Left is how much more this process may take before Watch ends it, if that can be told.
func Left(limit Size) (left Size, known bool) {
	if limit > 0 {
		return max(0, limit-used()), true
	}
	left, known = free()
	return left / 10 * 9, known
}
