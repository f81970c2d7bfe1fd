package report

import (
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/words"
)

// Answer is y or, of a parent that only stands for what belongs to it and is not
// cut itself, the answer for all of that: what became of each, and why the first
// one fails.
func (y Why) Answer() Answer {
	if _, failed := y.Impact.Structure.Failure(y.Node); failed || !y.Net.Stands(y.Node) {
		return y
	}
	members := slices.Collect(y.Net.Family(y.Node))[1:]
	set := make(map[graph.NodeID]bool, len(members))
	for _, i := range members {
		set[i] = true
	}
	return whyParent{y, members, func(i graph.NodeID) bool { return set[i] }}
}

type whyParent struct {
	Why
	members []graph.NodeID
	has     func(graph.NodeID) bool // whether a node is one of them
}

func (y whyParent) ledger(p *page) ledger {
	return ledger{p, newOutcome(y.Net, y.Impact), y.All}
}

// json has the proof of the first member that fails. The status is the worst of
// any member.
func (y whyParent) json() any {
	out := whyAnswer{header: newHeader("why", y.Net), Reading: y.Impact.Readings, Scenario: newScenario(y.Impact.Scenario), Proof: []whyStep{}}
	if first, ok := y.first(y.ledger(nil).failed(y.has)); ok {
		out = first.answer()
	}
	out.Node = y.Net.ID(y.Node)
	out.Members = y.outcomes()
	out.Status = out.Members[0].Status
	return out
}

// outcomes lists the members, the worst status first, then as in the data.
func (y whyParent) outcomes() []nodeOutcome {
	o := newOutcome(y.Net, y.Impact)
	var list []nodeOutcome
	for _, i := range o.worstFirst(y.members) {
		list = append(list, o.node(i))
	}
	return list
}

func (y whyParent) table() Table { return outcomeTable(slices.Values(y.outcomes())) }

func (y whyParent) text(p *page) {
	l := y.ledger(p)
	p.line("%s %s", p.in(bold, "cut:"), title(y.Impact.Scenario))
	p.line("%s stands for %s: %s", p.in(bold, l.full(y.Node)), words.Count(len(y.members), "node"), y.counts(l))
	failed := l.failed(y.has)
	l.listExposed(y.has, append(failed, l.reduced(y.has)...)...)
	p.line("")
	if first, ok := y.first(failed); ok {
		first.explain(p)
	} else {
		p.line("%s structure", p.in(dim, "reading:"))
	}
}

// first asks why of the first member that breaks or, if none does, is cut.
func (y whyParent) first(failed []entry) (Why, bool) {
	if len(failed) == 0 {
		return Why{}, false
	}
	isBroken := func(e entry) bool {
		f, _ := y.Impact.Structure.Failure(e.node)
		return f.Need != cut.NoNeed
	}
	first := y.Why
	first.Node = failed[max(0, slices.IndexFunc(failed, isBroken))].node
	return first, true
}

// counts tells how many members have which status.
func (y whyParent) counts(l ledger) string {
	var count [cut.Cut + 1]int
	unsure := 0
	for _, i := range y.members {
		count[l.status[i]]++
		if f, failed := l.result.Failure(i); failed {
			unsure += one(!f.Sure)
		}
	}
	var parts []string
	for s := cut.Cut; ; s-- {
		if n := count[s]; n > 0 {
			text := words.Thousands(n) + " " + s.String()
			if s == cut.Broken {
				text += possibly(unsure)
			}
			parts = append(parts, text)
		}
		if s == cut.Running {
			return strings.Join(parts, ", ")
		}
	}
}
