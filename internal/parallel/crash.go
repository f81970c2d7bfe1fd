package parallel

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
)

// Crash is a panic of a worker, with the way to it.
type Crash struct {
	Value any
	Stack []byte
}

func (c *Crash) Error() string { return fmt.Sprintf("%v\n\n%s", c.Value, c.Stack) }

// Unwrap is what the worker panicked with, if that is an error.
func (c *Crash) Unwrap() error {
	err, _ := c.Value.(error)
	return err
}

// crashes hands the first panic of some goroutines over to the one that waits for them.
type crashes struct {
	once  sync.Once
	first *Crash
}

// keep is for a goroutine to defer. Memory that is gone, as of a mapped file that was cut short, is
// a panic too.
func (c *crashes) keep(cancel context.CancelCauseFunc) {
	if p := recover(); p != nil {
		c.once.Do(func() { c.first = &Crash{p, debug.Stack()} })
		cancel(c.first)
	}
}

// pass panics if one of them did.
func (c *crashes) pass() {
	if c.first != nil {
		panic(c.first)
	}
}
