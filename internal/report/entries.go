package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/words"
)

// failed lists the nodes that fail: those that are cut, then those that surely
// break, near the cut before others, then those that possibly do.
func (l ledger) failed(keep func(graph.NodeID) bool) []entry {
	var list []cut.Failure
	for _, f := range l.result.Failures {
		if keep(f.Node) {
			list = append(list, f)
		}
	}
	slices.SortStableFunc(list, func(a, b cut.Failure) int {
		return cmp.Or(one(b.Sure)-one(a.Sure), cmp.Compare(a.Step, b.Step))
	})
	var entries []entry
	for _, f := range list {
		e := entry{node: f.Node, mark: l.mark(f.Node)}
		if f.Need != cut.NoNeed {
			e.reason = l.reason(f.Need)
		}
		entries = append(entries, e)
	}
	return entries
}

// reason says in a few words which need failed, if the cut lasts.
func (o outcome) reason(k graph.NeedID) string {
	rows := o.SourcesOf(k)
	if len(rows) == 1 {
		return o.held(k)
	}
	left := 0
	for _, row := range rows {
		left += one(o.delivers(row))
	}
	quorum := o.NeedQuorum(k)
	text := fmt.Sprintf("needs %s: %s of %s left", o.need(k), words.Thousands(left), words.Count(len(rows), "source"))
	switch {
	case left >= quorum:
		text += ", unsure whether they exist"
	case quorum > 1:
		text += fmt.Sprintf(", %d needed", quorum)
	}
	return text
}

// reduced lists the nodes that do not break but run below full rate, or are cut in
// part or for later.
func (l ledger) reduced(keep func(graph.NodeID) bool) []entry {
	var entries []entry
	for i, s := range l.status {
		if i := graph.NodeID(i); s == cut.Reduced && keep(i) {
			entries = append(entries, entry{node: i, mark: l.mark(i), reason: l.slowed(i)})
		}
	}
	return entries
}

// exposed lists running nodes that lost a source of their own, those on their
// last sources first, and apart from them those that only tiers above did.
func (l ledger) exposed(keep func(graph.NodeID) bool) (hit []entry, above []graph.NodeID) {
	var list []cut.Exposure
	for _, e := range l.result.Exposed {
		switch {
		case !keep(e.Node) || l.status[e.Node] != cut.Exposed:
		case len(e.Lost) > 0:
			list = append(list, e)
		default:
			above = append(above, e.Node)
		}
	}
	slices.SortStableFunc(list, func(a, b cut.Exposure) int { return one(hangsOnOne(b)) - one(hangsOnOne(a)) })
	for _, e := range list {
		hit = append(hit, entry{node: e.Node, mark: l.mark(e.Node), when: l.since(e), reason: l.lost(e)})
	}
	return hit, above
}

// since is the first day on which a need of a node that runs on falls short.
func (l ledger) since(e cut.Exposure) string {
	first := graph.Number{}
	for _, loss := range e.Lost {
		if day := l.short(loss.Need); day.Given && day.Value <= first.Or(day.Value) {
			first = day
		}
	}
	return l.maybe(first, "")
}

// lost says which needs are worse off, the worst first.
func (l ledger) lost(e cut.Exposure) string {
	losses := slices.Clone(e.Lost)
	slices.SortStableFunc(losses, func(a, b cut.Loss) int { return (a.Left - a.Quorum) - (b.Left - b.Quorum) })
	const most = 2
	var parts []string
	for _, loss := range losses[:min(most, len(losses))] {
		parts = append(parts, l.loss(loss))
	}
	if more := len(losses) - most; more > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(parts, "; ")
}

func (l ledger) loss(loss cut.Loss) string {
	name := l.need(loss.Need)
	switch {
	case !loss.Met():
		return fmt.Sprintf("loses %s (%s)", name, loss.Level)
	case loss.Left == 1:
		return fmt.Sprintf("%s now from %s alone", name, l.survivor(loss.Need))
	case loss.Last():
		return fmt.Sprintf("%s: %s of %s left, all needed", name, words.Thousands(loss.Left), words.Count(loss.Sources, "source"))
	}
	return fmt.Sprintf("%s: %s of %s left", name, words.Thousands(loss.Left), words.Count(loss.Sources, "source"))
}

// delivers says whether a row is left after the cut.
func (o outcome) delivers(row graph.SourceID) bool {
	supplier, _ := o.Ends(row)
	_, cutRow := slices.BinarySearch(o.result.Set.Rows, row)
	return !cutRow && o.status[supplier] < cut.Broken
}

// survivor is the one source of a need that runs.
func (l ledger) survivor(k graph.NeedID) string {
	for _, row := range l.SourcesOf(k) {
		if supplier, _ := l.Ends(row); l.delivers(row) {
			return l.id(supplier)
		}
	}
	return ""
}
