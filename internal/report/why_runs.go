package report

import (
	"cmp"
	"fmt"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/words"
)

// survive writes what a node runs on, the needs that are worst off first.
func (t *tree) survive(i graph.NodeID) {
	verdict := [...]string{
		cut.Running: "is running: the cut does not reach it",
		cut.Exposed: "is exposed: it runs on, but the cut reaches it",
		cut.Reduced: "is reduced: " + t.slowed(i),
	}[t.status[i]]
	t.line("%s %s", t.in(bold, t.full(i)), t.in(green, verdict))
	supports := t.result.Supports(i)
	slices.SortStableFunc(supports, func(a, b cut.Support) int {
		return cmp.Or(one(b.Lost())-one(a.Lost()), cmp.Compare(a.Left-a.Quorum, b.Left-b.Quorum))
	})
	for at, s := range supports {
		if t.room <= 0 {
			t.line("... and %s: -f json gives every one", words.Count(len(supports)-at, "more need"))
			break
		}
		t.branch("", at == len(supports)-1, t.needs(s.Need)+t.left(s)+":", s.Fates, t.state)
	}
	t.line("")
	t.line("%s", t.restart(i, len(supports)))
	t.line("%s structure", t.in(dim, "reading:"))
}

// left says what the cut has left of a need.
func (t *tree) left(s cut.Support) string {
	switch {
	case !s.Lost():
		return ""
	case s.Left == 0:
		return ", none left"
	case s.Last() && s.Left == 1:
		return ", 1 left, its last"
	case s.Last():
		return fmt.Sprintf(", %d left, none to spare", s.Left)
	}
	return fmt.Sprintf(", %d left", s.Left)
}

// state tells how a source of a running node stands.
func (t *tree) state(s cut.ProofSource) string {
	switch f, _ := t.result.Failure(s.Supplier); {
	case s.Fate != cut.Dead && s.Fate != cut.Alive:
		return t.fate(s)
	case s.Fate == cut.Dead && f.Need == cut.NoNeed:
		return t.in(red, "is cut")
	case s.Fate == cut.Dead && f.Sure:
		return t.in(red, "breaks")
	case s.Fate == cut.Dead:
		return t.in(yellow, "possibly breaks")
	}
	text := t.in(green, "runs")
	if status := t.status[s.Supplier]; status != cut.Running {
		text += t.in(yellow, ", "+status.String())
	}
	if _, part := slices.BinarySearch(t.result.Set.ReducedRows, s.Row); part {
		text += t.in(yellow, ", this row cut in part or for later")
	}
	return text
}

func (t *tree) restart(i graph.NodeID, needs int) string {
	switch {
	case needs == 0:
		return "it needs nothing"
	case t.result.Restart(i) == cut.NoLonger:
		return t.in(yellow, "it could not start again after a full stop, as it could before the cut: on or behind a cycle")
	case t.result.Restart(i) == cut.NeverCould:
		return t.in(yellow, "it could not start again after a full stop, with or without this cut: on or behind a cycle")
	}
	return "it could start again after a full stop"
}
