package main

import (
	"fmt"
	"math/big"
	"time"

	"github.com/urfave/cli/v2"
)

// progress shows on a terminal how far something has come.
func (p *program) progress(c *cli.Context, doing string) func(done, total int64) {
	show := p.status(c)
	if show == nil {
		return nil
	}
	return func(done, total int64) {
		switch {
		case total > 0 && done >= total:
			p.erase()
		case total > 0:
			show("%s: %d %%", doing, 100*done/total)
		default:
			show("%s: %d MB", doing, done>>20)
		}
	}
}

// beyond shows how many cut sets have been found while larger ones are looked for, of which nobody knows how many there are.
func (p *program) beyond(c *cli.Context) func(order int, found *big.Int) {
	show := p.status(c)
	if show == nil {
		return nil
	}
	return func(order int, found *big.Int) { show("cut sets beyond order %d: %s so far", order, found) }
}

// status shows a line on a terminal that the next one overwrites, once something takes long
// enough to be asked about. (A library for it would bring in net/http
// and a millisecond at every start.)
func (p *program) status(c *cli.Context) func(format string, args ...any) {
	if c.Bool("quiet") || !isTerminal(p.err) {
		return nil
	}
	const pause = 200 * time.Millisecond
	next := time.Now().Add(5 * pause) // silent for the first second
	return func(format string, args ...any) {
		if now := time.Now(); now.After(next) {
			next = now.Add(pause)
			fmt.Fprintf(p.err, "\r"+format+"\x1b[K", args...)
			p.shown.Store(true)
		}
	}
}

// erase takes the status off the terminal, where an answer may follow.
func (p *program) erase() {
	if p.shown.Swap(false) {
		fmt.Fprint(p.err, "\r\x1b[K")
	}
}
