package report

import (
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
)

// Why is the answer to why one node breaks, or why it does not.
type Why struct {
	Net      *graph.Network
	Scenario graph.Scenario
	Result   *cut.Result
	Node     graph.NodeID
}

type whyAnswer struct {
	header
	Reading   []string  `json:"reading"`
	Scenario  scenario  `json:"scenario"`
	Node      string    `json:"node"`
	Status    string    `json:"status"`
	Certainty string    `json:"certainty,omitempty"`
	Proof     []whyStep `json:"proof"`
	Lost      []cutLoss `json:"lost,omitempty"`
}

type whyStep struct {
	Node    string      `json:"node"`
	Step    int         `json:"step"`
	Because string      `json:"because"` // cut or need
	Need    string      `json:"need,omitempty"`
	Quorum  int         `json:"quorum,omitempty"`
	Sources []whySource `json:"sources,omitempty"`
}

type whySource struct {
	Supplier   string `json:"supplier"`
	Step       *int   `json:"step,omitempty"` // of a supplier that failed before
	Fate       string `json:"fate"`
	Confidence string `json:"confidence,omitempty"`
	Evidence   string `json:"evidence,omitempty"`
	Place      string `json:"place,omitempty"`
}

var fates = [...]string{cut.Alive: "running", cut.Dead: "dead", cut.RowCut: "cut", cut.Absent: "unsure"}

func (y Why) json() any {
	out := whyAnswer{
		header: newHeader("why", y.Net), Reading: []string{Reading}, Scenario: newScenario(y.Scenario),
		Node: y.Net.ID(y.Node), Status: y.status().String(), Proof: []whyStep{},
	}
	if f, ok := y.failure(); ok {
		out.Certainty = certainty(f)
	}
	for _, s := range y.Result.Proof(y.Node) {
		step := whyStep{Node: y.Net.ID(s.Node), Step: s.Step, Because: "cut"}
		if s.Need != cut.NoNeed {
			step.Because, step.Need, step.Quorum = "need", needName(y.Net, s.Need), y.Net.NeedQuorum(s.Need)
		}
		for _, src := range s.Sources {
			step.Sources = append(step.Sources, y.source(src))
		}
		out.Proof = append(out.Proof, step)
	}
	for _, l := range y.exposure().Lost {
		out.Lost = append(out.Lost, newLoss(y.Net, l))
	}
	return out
}

func (y Why) source(s cut.ProofSource) whySource {
	row := y.Net.Source(s.Row)
	out := whySource{
		Supplier: row.Supplier, Fate: fates[s.Fate], Confidence: string(row.Confidence),
		Evidence: row.Evidence, Place: row.Place.String(),
	}
	if s.Fate == cut.Dead {
		out.Step = &s.Step
	}
	return out
}

func (y Why) status() cut.Status { return y.Result.Statuses()[y.Node] }

func (y Why) failure() (cut.Failure, bool) {
	i := slices.IndexFunc(y.Result.Failures, func(f cut.Failure) bool { return f.Node == y.Node })
	if i < 0 {
		return cut.Failure{}, false
	}
	return y.Result.Failures[i], true
}

func (y Why) exposure() cut.Exposure {
	i := slices.IndexFunc(y.Result.Exposed, func(e cut.Exposure) bool { return e.Node == y.Node })
	if i < 0 {
		return cut.Exposure{}
	}
	return y.Result.Exposed[i]
}

func (y Why) table() Table {
	t := Table{Header: []string{"step", "node", "because", "need", "supplier", "fate", "confidence", "evidence"}}
	for _, s := range y.json().(whyAnswer).Proof {
		if len(s.Sources) == 0 {
			t.Rows = append(t.Rows, []string{fmt.Sprint(s.Step), s.Node, s.Because, "", "", "", "", ""})
		}
		for _, src := range s.Sources {
			t.Rows = append(t.Rows, []string{fmt.Sprint(s.Step), s.Node, s.Because, s.Need, src.Supplier, src.Fate, src.Confidence, src.Evidence})
		}
	}
	return t
}

func (y Why) text(p *page) {
	n := names{y.Net}
	proof := y.Result.Proof(y.Node)
	p.line("%s %s", p.in(bold, "cut:"), title(y.Scenario))
	if len(proof) == 0 {
		y.survival(p, n)
		return
	}
	t := proofTree{page: p, names: n, steps: map[graph.NodeID]cut.ProofStep{}, shown: map[graph.NodeID]bool{}, room: tall}
	for _, s := range proof {
		t.steps[s.Node] = s
	}
	verdict := "breaks"
	switch f, _ := y.failure(); {
	case f.Need == cut.NoNeed:
		verdict = "is cut itself"
	case !f.Sure:
		verdict = "possibly breaks: the proof leans on rows that may not exist, or that may be the only ones"
	}
	p.line("%s %s", p.in(bold, n.full(y.Node)), p.in(red, verdict))
	t.node(y.Node, "")
	p.line("")
	p.line("%s structure, %s", p.in(dim, "reading:"), Count(len(proof), "failure")+" in the proof, each explained by earlier ones")
	if hidden := len(proof) - len(t.shown); hidden > 0 {
		p.line("%s of them are not shown: -f json gives the whole proof", thousands(hidden))
	}
}

// survival says why a node runs on.
func (y Why) survival(p *page, n names) {
	e := y.exposure()
	p.line("%s %s", p.in(bold, n.full(y.Node)), p.in(green, "runs on")+" ("+y.status().String()+")")
	var rows [][]cell
	for k := range y.Net.Needs(y.Node) {
		text := "all sources run"
		if i := slices.IndexFunc(e.Lost, func(l cut.Loss) bool { return l.Need == k }); i >= 0 {
			l := e.Lost[i]
			text = fmt.Sprintf("%d of %d sources run, %d needed", l.Left, l.Sources, l.Quorum)
			if !l.Met() {
				text += fmt.Sprintf(": lost, but only %s", l.Level)
			}
		}
		rows = append(rows, []cell{{"needs " + n.need(k), bold}, {text, plain}, {n.suppliers(k), dim}})
	}
	p.columns(rows)
	if len(rows) == 0 {
		p.line("  it needs nothing, and nothing cuts it")
	}
	if slices.Contains(y.Result.Stranded, y.Node) {
		p.line("  on a cycle: it could not start again from a full stop")
	}
}

// proofTree writes a proof from its conclusion down to the cut. A failure that
// explains several others is written out once.
type proofTree struct {
	*page
	names names
	steps map[graph.NodeID]cut.ProofStep
	shown map[graph.NodeID]bool
	room  int // lines that may still be written
}

// tall is how many lines of a proof are written: a chain of a hundred thousand
// tiers would fill the screen with indents alone.
const tall = 400

func (t *proofTree) node(i graph.NodeID, indent string) {
	s := t.steps[i]
	t.shown[i] = true
	if s.Need == cut.NoNeed || t.room <= 0 {
		return
	}
	t.room -= 1 + len(s.Sources)
	t.line("%s%s %s", indent, t.in(dim, "└─"), t.need(s))
	indent += "   "
	for at, src := range s.Sources {
		branch, stem := "├─", "│  "
		if at == len(s.Sources)-1 {
			branch, stem = "└─", "   "
		}
		t.line("%s%s %s", indent, t.in(dim, branch), t.source(src))
		if src.Fate == cut.Dead && !t.shown[src.Supplier] && t.room > 0 {
			t.node(src.Supplier, indent+t.in(dim, stem))
		}
	}
}

func (t *proofTree) need(s cut.ProofStep) string {
	quorum := t.names.NeedQuorum(s.Need)
	switch name := t.names.need(s.Need); {
	case len(s.Sources) == 1:
		return fmt.Sprintf("needs %s, which has one source:", name)
	case quorum > 1:
		return fmt.Sprintf("needs %s from %d of %d sources:", name, quorum, len(s.Sources))
	default:
		return fmt.Sprintf("needs %s from any of %d sources:", name, len(s.Sources))
	}
}

func (t *proofTree) source(s cut.ProofSource) string {
	name := t.names.full(s.Supplier)
	var text string
	switch s.Fate {
	case cut.Alive:
		text = name + " " + t.in(green, "runs")
	case cut.RowCut:
		text = name + " " + t.in(red, "no longer delivers: the row is cut")
	case cut.Absent:
		text = name + " " + t.in(yellow, "may not be a source")
	case cut.Dead:
		text = t.in(bold, name) + " " + t.in(red, t.fate(s.Supplier))
	}
	return text + t.evidence(s.Row)
}

func (t *proofTree) fate(i graph.NodeID) string {
	switch {
	case t.steps[i].Need == cut.NoNeed:
		return "is cut"
	case t.shown[i]:
		return "breaks (see above)"
	}
	return "breaks"
}

// evidence is what stands behind a row: its confidence and first link, or its place.
func (t *proofTree) evidence(row graph.SourceID) string {
	s := t.names.Source(row)
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
