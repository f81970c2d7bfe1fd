package main

import (
	"flag"
	"testing"
	"time"

	"github.com/urfave/cli/v2"
)

// TestDoneIsNotInterrupted: the context of a command that has returned ends, which
// on a slow machine must not be taken for a signal while its answer is delivered.
func TestDoneIsNotInterrupted(t *testing.T) {
	p := &program{expired: make(chan error, 1)}
	ctx, cancel := p.deadline(cli.NewContext(&cli.App{}, flag.NewFlagSet("", flag.ContinueOnError), nil))
	cancel()
	select {
	case err := <-p.expired:
		t.Errorf("expired: %v", err)
	case <-time.After(2 * grace):
	}
	if ctx.Err() == nil {
		t.Error("the context goes on")
	}
}
