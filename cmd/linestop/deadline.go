package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"
	"linestop/internal/memory"
)

// await ends when work does, or shortly after it should have ended: it may be
// waiting for input that never comes. All else heeds its context.
func (p *program) await(work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case err := <-p.expired:
		return err
	}
}

// grace is how long a command may take to end by itself once it should; haste,
// if meanwhile it may take what memory is left.
const (
	grace = 300 * time.Millisecond
	haste = 50 * time.Millisecond
)

// deadline is the context of a command from here on: it ends on a signal, with
// --timeout and when memory runs out. A command that does not heed it is left behind.
func (p *program) deadline(c *cli.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(c.Context, os.Interrupt, syscall.SIGTERM)
	cancel := context.CancelFunc(func() {})
	if limit := c.Duration("timeout"); limit > 0 {
		ctx, cancel = context.WithTimeout(ctx, limit)
	}
	ctx, stopped := context.WithCancelCause(ctx)
	go func() {
		if err := memory.Watch(ctx, sizeOf(c)); err != nil {
			stopped(err)
		}
	}()
	disarm := context.AfterFunc(ctx, func() {
		err := because(ctx, ctx.Err())
		if errors.Is(err, ctx.Err()) {
			time.Sleep(grace)
		} else {
			time.Sleep(haste)
		}
		select {
		case p.expired <- err:
		default:
		}
	})
	c.Context = ctx
	return ctx, func() {
		disarm() // a command that is done was not interrupted, however long the rest takes
		cancel()
		stop()
	}
}

// because is an error of a command, or what ended its context if it is that.
func because(ctx context.Context, err error) error {
	var full *memory.OverError
	if errors.Is(err, context.Canceled) && errors.As(context.Cause(ctx), &full) {
		return fail("--memory or LINESTOP_MEMORY sets the limit", "%w", full)
	}
	return err
}

// sizeOf is --memory; 0 = it is not given.
func sizeOf(c *cli.Context) memory.Size {
	if size, ok := c.Generic("memory").(*memory.Size); ok {
		return *size
	}
	return 0
}
