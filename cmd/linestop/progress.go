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
	var pace pace
	return func(done, total int64) {
		switch finished := total > 0 && done >= total; {
		case time.Since(last) < pause && !finished || time.Until(last) > 0:
			return
		case finished:
			fmt.Fprint(p.err, "\r\x1b[K")
		case total > 0:
			pace.note(time.Now(), done)
			fmt.Fprintf(p.err, "\r%s: %d %%%s\x1b[K", doing, 100*done/total, pace.left(total-done))
		default:
			fmt.Fprintf(p.err, "\r%s: %d MB\x1b[K", doing, done>>20)
		}
		last = time.Now()
	}
}

// pace is how fast something has gone on lately: work is not the same all the way, and neither is the machine.
type pace struct{ moments []moment }

type moment struct {
	at   time.Time
	done int64
}

// lately is how far back a pace looks.
const lately = 10 * time.Second

// note takes down how far things are.
func (p *pace) note(at time.Time, done int64) {
	p.moments = append(p.moments, moment{at, done})
	for len(p.moments) > 2 && at.Sub(p.moments[1].at) >= lately {
		p.moments = p.moments[1:]
	}
}

// left is how long the rest takes at this pace; nothing as long as there is none.
func (p *pace) left(rest int64) string {
	first, last := p.moments[0], p.moments[len(p.moments)-1]
	spent, done := last.at.Sub(first.at), last.done-first.done
	if done == 0 {
		return ""
	}
	switch left := time.Duration(float64(spent) * float64(rest) / float64(done)); {
	case left < time.Minute:
		return fmt.Sprintf(", %.0f s left", left.Seconds())
	case left < 2*time.Hour:
		return fmt.Sprintf(", %.0f min left", left.Minutes())
	default:
		return fmt.Sprintf(", %.0f h left", left.Hours())
	}
}
