// Package countdown tells without a clock whether a long call heeds its context.
// For tests.
package countdown

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
)

// counter ends, as a cancelled context does, after so many looks at it. Its Done
// channel never closes.
type counter struct {
	context.Context
	allowed int64
	looks   atomic.Int64
}

func (c *counter) Err() error {
	if c.looks.Add(1) > c.allowed {
		return context.Canceled
	}
	return nil
}

// After ends after so many looks at it.
func After(ctx context.Context, looks int) context.Context {
	return &counter{Context: ctx, allowed: int64(looks)}
}

// enough is how often a call may still look at a context that has ended, in loops
// on its way out: much less than it would have looked.
const enough = 2_000

// Heeds runs a call with contexts that end ever later, from the beginning on, and
// tells of one that goes on as if nothing had happened. The call must look at its
// context at least the given number of times.
func Heeds(t *testing.T, least int, call func(context.Context) error) {
	t.Helper()
	for allowed := int64(0); ; allowed = 2*allowed + 1 {
		ctx := &counter{Context: t.Context(), allowed: allowed}
		err := call(ctx)
		switch looks := ctx.looks.Load(); {
		case err == nil && looks > allowed:
			t.Fatalf("after %d looks: no error", allowed)
		case err == nil && looks < int64(least):
			t.Fatalf("looked %d times, want %d", looks, least)
		case err == nil:
			return
		case !errors.Is(err, context.Canceled):
			t.Fatalf("after %d looks: %v", allowed, err)
		case looks > allowed+enough:
			t.Fatalf("after %d looks it looked %d times more", allowed, looks-allowed)
		}
	}
}
