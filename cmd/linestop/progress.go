package main

import (
	"fmt"
	"time"

	"github.com/urfave/cli/v2"
)

// progress shows on a terminal how far something has come, once it takes long
// enough to be asked about. (A library for it would bring in net/http
// and a millisecond at every start.)
func (p *program) progress(c *cli.Context, doing string) func(done, total int64) {
	if c.Bool("quiet") || !isTerminal(p.err) {
		return nil
	}
	const pause = 200 * time.Millisecond
	last := time.Now().Add(4 * pause) // silent for the first second
	return func(done, total int64) {
		switch finished := total > 0 && done >= total; {
		case time.Since(last) < pause && !finished || time.Until(last) > 0:
			return
		case finished:
			fmt.Fprint(p.err, "\r\x1b[K")
		case total > 0:
			fmt.Fprintf(p.err, "\r%s: %d %%\x1b[K", doing, 100*done/total)
		default:
			fmt.Fprintf(p.err, "\r%s: %d MB\x1b[K", doing, done>>20)
		}
		last = time.Now()
	}
}
