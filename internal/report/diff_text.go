package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/diff"
	"linestop/internal/words"
)

// diffWriter writes the text of a comparison: one screen, the worst first.
type diffWriter struct {
	*page
	diff          Diff
	before, after ledger
}

func (d Diff) writer(p *page) diffWriter {
	b, a := d.Result.Before, d.Result.After
	w := diffWriter{p, d, ledger{p, newOutcome(b.Net, b.Answer), d.All}, ledger{p, newOutcome(a.Net, a.Answer), d.All}}
	if !d.oneStart() {
		w.before.calendar, w.after.calendar = calendar{}, calendar{}
	}
	return w
}

// oneStart says whether days are the same dates before and after.
func (d Diff) oneStart() bool {
	return d.Result.Before.Scenario.Start.Equal(d.Result.After.Scenario.Start)
}

func (d Diff) text(p *page) {
	w := d.writer(p)
	p.sides(w.about())
	products, others := d.Result.Count()
	rows := d.rows()
	w.section("product", products, rows, func(r diff.Row) bool { return r.Product })
	if !d.OnlyProducts {
		w.section("other node", others, rows, func(r diff.Row) bool { return !r.Product })
	}
	w.only("only before", w.before, rows, func(r diff.Row) graph.NodeID { return r.Before })
	w.only("only after", w.after, rows, func(r diff.Row) graph.NodeID { return r.After })
	w.foot()
}

// about says of either side what is asked of which data.
func (w diffWriter) about() (before, after []string) {
	side := func(l ledger, absent []graph.Cut) []string {
		about := l.about(cmp.Or(title(l.impact.Scenario), "nothing is cut"), l.impact.Scenario)
		for _, c := range absent {
			about = append(about, "not cut, since it is not there: "+clean(c.String()))
		}
		return about
	}
	return side(w.before, w.diff.Result.Before.Absent), side(w.after, w.diff.Result.After.Absent)
}

// about says what is asked, if there is a word for it, of which data, and how a scenario changes them.
func (l ledger) about(what string, s graph.Scenario) []string {
	about := []string{what, describe(l.Network).line()}
	if what == "" {
		about = about[1:]
	}
	if changes := changed(s); len(changes) > 0 {
		about = append(about, l.naming("change", " to the data", changes))
	}
	return about
}

// sides heads the text of a comparison.
func (p *page) sides(before, after []string) {
	p.line("%s %s", p.in(bold, "before:"), strings.Join(before, "\n  "))
	p.line("%s %s", p.in(bold, "after:"), strings.Join(after, "\n  "))
}

// section lists those nodes of both sides that fare otherwise.
func (w diffWriter) section(noun string, c diff.Counts, rows []diff.Row, keep func(diff.Row) bool) {
	var entries []entry
	for _, r := range rows {
		if r.Both() && keep(r) {
			entries = append(entries, entry{node: r.After, mark: turned(r), when: w.before.became(r.Before) + " → " + w.after.became(r.After), reason: gain(r)})
		}
	}
	if noun != "product" && len(entries) == 0 {
		return
	}
	w.line("")
	w.line("%s", w.in(either(c.Worse > 0, red, green), fared(noun, c)))
	if parts := fares(c); len(parts) > 0 {
		w.line("  %s", strings.Join(parts, ", "))
	}
	w.after.list(entries)
}

// fared says how many nodes fare worse, and how many better.
func fared(noun string, c diff.Counts) string {
	return fmt.Sprintf("%s of %s worse, %s better", words.Thousands(c.Worse), words.Count(c.Both, noun), words.Thousands(c.Better))
}

// fares counts in how many ways.
func fares(c diff.Counts) []string {
	var parts []string
	for _, p := range []struct {
		name  string
		count int
	}{
		{"newly broken", c.NewlyBroken},
		{"for good", c.ForGood},
		{"stop sooner", c.Earlier},
		{"surely, not only possibly", c.Surer},
		{"lose more", c.MoreLost},
		{"saved", c.Saved},
		{"not for good", c.NotForGood},
		{"stop later", c.Later},
		{"only possibly, not surely", c.LessSure},
		{"lose less", c.LessLost},
	} {
		if p.count > 0 {
			parts = append(parts, p.name+": "+words.Thousands(p.count))
		}
	}
	return parts
}

// only lists the nodes of one side that the other does not have.
func (w diffWriter) only(where string, l ledger, rows []diff.Row, node func(diff.Row) graph.NodeID) {
	var entries []entry
	for _, r := range rows {
		if i := node(r); !r.Both() && i != graph.None {
			entries = append(entries, entry{node: i, mark: cell{either(r.Product, "product", "node"), plain}, when: l.became(i)})
		}
	}
	if len(entries) > 0 {
		w.line("")
		w.line("%s: %s", where, words.Count(len(entries), "node"))
		l.list(entries)
	}
}

func (w diffWriter) foot() {
	w.line("")
	w.after.readings()
	if before, after := w.before.impact.Timeline, w.after.impact.Timeline; after != nil {
		text := "lost output is counted to " + w.after.date(after.Until)
		if before.Until != after.Until {
			text += ", before to " + w.before.date(before.Until)
		}
		if !w.diff.oneStart() {
			text += ", each from the start of its scenario"
		}
		w.line("%s %s", w.in(dim, "days:"), text)
	}
	if slices.ContainsFunc([]ledger{w.before, w.after}, ledger.unsure) {
		w.after.certainties()
	}
}

// unsure says whether some break leans on rows that nobody reported.
func (l ledger) unsure() bool {
	return slices.ContainsFunc(l.result.Failures, func(f cut.Failure) bool { return !f.Sure })
}
