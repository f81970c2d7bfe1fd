package report

import (
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/impact"
	"linestop/internal/words"
)

// readings names the mathematics behind the answer, and what it takes for granted.
func (l ledger) readings() {
	var names, open []string
	for _, r := range l.impact.Readings {
		names = append(names, string(r))
	}
	if slices.Contains(l.impact.Readings, impact.Steady) || slices.Contains(l.impact.Readings, impact.Timeline) {
		open = append(open, "no spare capacity")
	}
	if slices.Contains(l.impact.Readings, impact.Timeline) {
		open = append(open, "0 days")
	}
	text := "what the data leave open is taken as " + strings.Join(open, " and ")
	if open == nil {
		text = "what breaks if the cut lasts and the sources that are left can carry the load"
		if set := l.result.Set; len(set.Reduced)+len(set.ReducedRows) > 0 {
			text += "; a cut in part or for later stops nobody in it"
		}
	}
	l.line("%s %s: %s", l.in(dim, "reading:"), strings.Join(names, ", "), text)
	if open != nil {
		l.ranges(l.Network)
	}
	l.levels()
}

// ranges says what became of numbers of which only the ends are known.
func (p *page) ranges(net *graph.Network) {
	if n := len(net.Ranges()); n > 0 {
		p.line("%s %s taken as the middle of a range; linestop simulate draws from all of it", p.in(dim, "ranges:"), words.Count(n, "number"))
	}
}

// levels says how far the levels of the steady reading may be relied upon.
func (l ledger) levels() {
	if l.impact.Steady == nil {
		return
	}
	guessed, limits := 0, 0
	for _, level := range l.impact.Steady.Levels {
		guessed += one(level.Guessed)
		limits += one(level.Limit)
	}
	var parts []string
	if guessed > 0 {
		parts = append(parts, words.Thousands(guessed)+" lean on shares that are not in the data")
	}
	if limits > 0 {
		parts = append(parts, words.Thousands(limits)+" are limit values of a cycle, if nobody reacts")
	}
	if parts != nil {
		l.line("%s of %s that are not full, %s", l.in(dim, "levels:"), words.Thousands(len(l.impact.Steady.Levels)), strings.Join(parts, " and "))
	}
}

// certainties says what possibly stands for.
func (p *page) certainties() {
	p.line("%s possibly = only if rows that nobody reported turn out so; the others break in any case", p.in(dim, "certainty:"))
}
