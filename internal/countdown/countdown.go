// Package countdown tells without a clock whether a long call heeds its context.
// For tests.
package countdown

import (
	"context"
	"errors"
	"testing"
)

// counter ends, as a cancelled context does, after so many looks at it. Its Done
// channel never closes.
type counter struct {
	context.Context
	left, late int // looks until it ends, and since
}

func (c *counter) Err() error {
	if c.left > 0 {
		c.left--
		return nil
	}
	c.late++
	return context.Canceled
}

// enough is how often a call may still look at a context that has ended, in loops
// on its way out: much less than it would have looked.
const enough = 2_000

// Heeds runs a call with contexts that end ever later, from the beginning on, and
// tells of one that goes on as if nothing had happened. The call must look at its
// context at least the given number of times.
func Heeds(t *testing.T, looks int, call func(context.Context) error) {
	t.Helper()
	for left := 0; ; left = 2*left + 1 {
		ctx := &counter{Context: t.Context(), left: left}
		err := call(ctx)
		switch {
		case err == nil && ctx.late > 0:
			t.Fatalf("after %d looks: no error", left)
		case err == nil && left-ctx.left < looks:
			t.Fatalf("looked %d times, want %d", left-ctx.left, looks)
		case err == nil:
			return
		case !errors.Is(err, context.Canceled):
			t.Fatalf("after %d looks: %v", left, err)
		case ctx.late > enough:
			t.Fatalf("after %d looks it looked %d times more", left, ctx.late)
		}
	}
}
