package report

import (
	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/words"
)

// prove writes a proof from its conclusion down to the cut.
func (t *tree) prove(f cut.Failure) {
	proof := t.result.Proof(f.Node)
	for _, s := range proof {
		t.steps[s.Node] = s
	}
	verdict := "breaks"
	switch {
	case f.Need == cut.NoNeed:
		verdict = "is cut itself"
	case !f.Sure:
		verdict = "possibly breaks: the proof leans on rows that may not exist, or that may be the only ones"
	}
	t.line("%s %s", t.in(bold, t.full(f.Node)), t.in(red, verdict))
	t.step(f.Node, "")
	t.rest()
	t.line("")
	t.line("%s structure, %s in the proof, each explained by earlier ones", t.in(dim, "reading:"), words.Count(len(proof), "failure"))
	if hidden := len(proof) - len(t.shown); hidden > 0 {
		t.line("%s of them are not shown: -f json gives the whole proof", words.Thousands(hidden))
	}
}

func (t *tree) step(i graph.NodeID, indent string) {
	s := t.steps[i]
	if s.Need != cut.NoNeed && t.depth == deep {
		t.below = append(t.below, i)
		return
	}
	t.shown[i] = true
	if s.Need != cut.NoNeed && t.room > 0 {
		t.depth++
		t.branch(indent, true, t.needs(s.Need)+":", s.Sources, t.fate)
		t.depth--
	}
}

// rest writes what was too deep, each step at the margin.
func (t *tree) rest() {
	for ; len(t.below) > 0 && t.room > 0; t.below = t.below[1:] {
		if i := t.below[0]; !t.shown[i] {
			t.room -= 2
			t.line("")
			t.line("%s %s", t.in(bold, t.full(i)), t.in(red, "breaks"))
			t.step(i, "")
		}
	}
}

// fate tells what became of a source in a proof.
func (t *tree) fate(s cut.ProofSource) string {
	switch s.Fate {
	case cut.RowCut:
		return t.in(red, "no longer delivers: the row is cut")
	case cut.Absent:
		return t.in(yellow, "may not be a source")
	case cut.Alive:
		return t.in(green, "runs")
	}
	switch {
	case t.steps[s.Supplier].Need == cut.NoNeed:
		return t.in(red, "is cut")
	case t.shown[s.Supplier]:
		return t.in(red, "breaks (see above)")
	case t.depth == deep:
		return t.in(red, "breaks (see below)")
	}
	return t.in(red, "breaks")
}
