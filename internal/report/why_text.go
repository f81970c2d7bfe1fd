package report

import (
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/words"
)

func (y Why) text(p *page) {
	p.line("%s %s", p.in(bold, "cut:"), title(y.Impact.Scenario))
	y.explain(p)
}

// explain writes the proof that the node fails, or what it runs on.
func (y Why) explain(p *page) {
	t := newTree(p, newOutcome(y.Net, y.Impact))
	if f, failed := y.Impact.Structure.Failure(y.Node); failed {
		t.prove(f)
	} else {
		t.survive(y.Node)
	}
	t.writeDays(p, y.Node)
}

// tree writes what is known of sources below the node that needs them.
type tree struct {
	*page
	outcome
	steps map[graph.NodeID]cut.ProofStep // of the proof
	shown map[graph.NodeID]bool          // steps written: one that explains several others is written once
	depth int                            // tiers above the line that is written
	below []graph.NodeID                 // steps that are too deep: each is to stand at the margin below
	room  int                            // lines that may still be written
}

// A tree is so many lines tall and so many tiers deep: beyond, nobody would read a chain of a hundred
// thousand tiers, and a screen would show its indents alone.
const (
	tall = 400
	deep = 12
)

func newTree(p *page, o outcome) *tree {
	return &tree{page: p, outcome: o, steps: map[graph.NodeID]cut.ProofStep{}, shown: map[graph.NodeID]bool{}, room: tall}
}

// branch writes a need and its sources, each with what tell says of it.
func (t *tree) branch(indent string, last bool, need string, sources []cut.ProofSource, tell func(cut.ProofSource) string) {
	fork, stem := joint(last)
	t.line("%s%s %s", indent, t.in(dim, fork), need)
	indent += t.in(dim, stem)
	t.room--
	for at, s := range sources {
		if t.room--; t.room < 0 {
			t.line("%s%s and %s: -f json gives every one", indent, t.in(dim, "└─"), words.Count(len(sources)-at, "more source"))
			return
		}
		fork, stem := joint(at == len(sources)-1)
		name := t.full(s.Supplier)
		if s.Fate == cut.Dead {
			name = t.in(bold, name)
		}
		t.line("%s%s %s %s%s", indent, t.in(dim, fork), name, tell(s), t.evidence(s.Row))
		if _, proven := t.steps[s.Supplier]; s.Fate == cut.Dead && proven && !t.shown[s.Supplier] && t.room > 0 {
			t.step(s.Supplier, indent+t.in(dim, stem))
		}
	}
}

// joint is how a branch leaves the trunk, and what runs on below it.
func joint(last bool) (fork, stem string) {
	if last {
		return "└─", "   "
	}
	return "├─", "│  "
}

// needs says what a need asks for.
func (t *tree) needs(k graph.NeedID) string {
	name := t.need(k)
	if level := t.NeedLevel(k); level != graph.Critical {
		name += fmt.Sprintf(" (%s)", level)
	}
	quorum, sources := t.NeedQuorum(k), len(t.SourcesOf(k))
	switch {
	case sources == 1:
		return fmt.Sprintf("needs %s, which has one source", name)
	case quorum > 1:
		return fmt.Sprintf("needs %s from %s of %s", name, words.Thousands(quorum), words.Count(sources, "source"))
	default:
		return fmt.Sprintf("needs %s from any of %s", name, words.Count(sources, "source"))
	}
}

// evidence is what stands behind a row: its confidence and first link, or its place.
func (t *tree) evidence(row graph.SourceID) string {
	s := t.Source(row)
	var parts []string
	if s.Confidence != "" {
		parts = append(parts, string(s.Confidence))
	}
	if links := strings.Fields(s.Evidence); len(links) > 0 {
		parts = append(parts, clean(links[0]))
	} else if at := s.Place.String(); at != "" {
		parts = append(parts, clean(at))
	}
	if len(parts) == 0 {
		return ""
	}
	return t.in(dim, "  ["+strings.Join(parts, ", ")+"]")
}
