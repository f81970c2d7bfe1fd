package main

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"
)

// tables shows what was measured.
func tables(start row, rows []row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| tree | gates | events | sets of order 1, 2, 3, 4 | order 2 | order 3 | order 4 | order 4, listed | all orders | sets of all orders |\n|%s\n", strings.Repeat("---|", 10))
	fmt.Fprintf(&b, "| a tree of two events | 1 | 2 | |")
	for _, p := range start.all() {
		fmt.Fprintf(&b, " %s |", p)
	}
	b.WriteString(" |\n")
	var refused []string
	for _, r := range rows {
		if r.refused > 0 {
			refused = append(refused, fmt.Sprintf("%s (%d places)", r.name, r.refused))
			continue
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %s |", r.name, r.gates, r.events, list(r.answers[2].counts()))
		for _, p := range r.all() {
			fmt.Fprintf(&b, " %s |", p)
		}
		fmt.Fprintf(&b, " %s |\n", sum(r.answers[3].counts()))
	}
	fmt.Fprintf(&b, "\nRefused as not coherent: %s.\n\n", strings.Join(refused, ", "))
	for n, order := range orders {
		fmt.Fprintf(&b, "- %s: %s\n", upTo(order), verdict(start, rows, func(r row) pair { return r.answers[n] }))
	}
	fmt.Fprintf(&b, "- up to order 4, each set listed: %s\n", verdict(start, rows, func(r row) pair { return r.listed }))
	return b.String()
}

func upTo(order int) string {
	if order == 0 {
		return "all orders"
	}
	return fmt.Sprintf("up to order %d", order)
}

// verdict counts on how many trees both agree and who is ahead, also without the time to start: then
// less than 10 ms is no difference.
func verdict(start row, rows []row, of func(row) pair) string {
	var equal, ahead, before, after, differ, alone, lost int
	for _, r := range rows {
		if r.refused > 0 {
			continue
		}
		p, s := of(r), of(start)
		switch {
		case p.linestop.counts == nil && p.scram.counts == nil:
		case p.scram.counts == nil:
			alone++
		case p.linestop.counts == nil:
			lost++
		case !slices.Equal(p.linestop.counts, p.scram.counts):
			differ++
		default:
			equal++
			if p.linestop.time < p.scram.time {
				ahead++
			}
			switch lead := (p.scram.time - s.scram.time) - (p.linestop.time - s.linestop.time); {
			case lead > 10*time.Millisecond:
				before++
			case lead < -10*time.Millisecond:
				after++
			}
		}
	}
	return fmt.Sprintf("counts are equal on %d trees and differ on %d; linestop is ahead on %d; without the time to start it is ahead on %d and behind on %d; "+
		"only linestop finishes %d, only SCRAM %d", equal, differ, ahead, before, after, alone, lost)
}

// all are the pairs in the order of the table.
func (r row) all() []pair {
	last := len(r.answers) - 1
	return append(slices.Clone(r.answers[:last]), r.listed, r.answers[last])
}

// counts are those of either program.
func (p pair) counts() []string {
	if p.linestop.counts != nil {
		return p.linestop.counts
	}
	return p.scram.counts
}

func (p pair) String() string {
	if p.linestop.time == 0 { // was not asked
		return ""
	}
	text := p.linestop.String() + " / " + p.scram.String()
	if p.scram.counts != nil {
		text += " " + p.way
	}
	return text
}

func (r result) String() string {
	if r.counts == nil {
		return fmt.Sprintf("> %d s", limit)
	}
	return fmt.Sprintf("%.2g", r.time.Round(time.Millisecond).Seconds())
}

func list(counts []string) string {
	if len(counts) == 0 {
		return "none"
	}
	return strings.Join(counts, ", ")
}

func sum(counts []string) string {
	if counts == nil {
		return ""
	}
	total := new(big.Int)
	for _, c := range counts {
		n, _ := new(big.Int).SetString(c, 10) // a number, as both programs write them
		total.Add(total, n)
	}
	return total.String()
}
