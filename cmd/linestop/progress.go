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
	var pace pace
	return func(done, total int64) {
		switch {
		case total > 0 && done >= total:
			p.erase()
		case total > 0:
			show(func() string {
				pace.note(time.Now(), done)
				return fmt.Sprintf("%s: %d %%%s", doing, 100*done/total, pace.left(total-done))
			})
		default:
			show(func() string { return fmt.Sprintf("%s: %d MB", doing, done>>20) })
		}
	}
}

// beyond shows how many cut sets have been found while larger ones are looked for: how many there are, nobody knows.
func (p *program) beyond(c *cli.Context) func(order int, found *big.Int) {
	show := p.status(c)
	if show == nil {
		return nil
	}
	return func(order int, found *big.Int) {
		show(func() string { return fmt.Sprintf("cut sets beyond order %d: %d so far", order, found) })
	}
}

// status shows a line on a terminal that the next one overwrites, once something takes long
// enough to be asked about. (A library for it would bring in net/http
// and a millisecond at every start.)
func (p *program) status(c *cli.Context) func(text func() string) {
	if c.Bool("quiet") || !isTerminal(p.err) {
		return nil
	}
	const pause = 200 * time.Millisecond
	next := time.Now().Add(5 * pause) // silent for the first second
	return func(text func() string) {
		if now := time.Now(); now.After(next) {
			next = now.Add(pause)
			fmt.Fprintf(p.err, "\r%s\x1b[K", text())
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
