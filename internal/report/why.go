package report

import (
	"fmt"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/impact"
)

// Why is the answer to why one node breaks, or why it runs on.
type Why struct {
	Net    *graph.Network
	Impact *impact.Answer
	Node   graph.NodeID
	All    bool // list every node that belongs to a parent
}

type whyAnswer struct {
	header
	Reading   []impact.Reading `json:"reading"`
	Scenario  scenario         `json:"scenario"`
	Node      string           `json:"node"`
	Status    string           `json:"status"`
	Certainty string           `json:"certainty,omitempty"`
	Members   []nodeOutcome    `json:"members,omitempty"` // of a parent that only stands for them
	Capacity  *float64         `json:"capacity,omitempty"`
	FirstLoss *float64         `json:"first_loss_day,omitempty"`
	Stop      *float64         `json:"stop_day,omitempty"`
	Restarts  *float64         `json:"restart_day,omitempty"`
	LostDays  *float64         `json:"lost_days,omitempty"`
	Chain     []chainStep      `json:"chain,omitempty"` // of the timeline: from the cut to the stop, or to the first loss
	Story     []chainStep      `json:"story,omitempty"` // of the timeline: where that is more, what led to the first loss, the stop and the restart
	Proof     []whyStep        `json:"proof"`
	Lost      []lostNeed       `json:"lost,omitempty"`
	Needs     []whyNeed        `json:"needs,omitempty"`   // of a node that runs
	Restart   string           `json:"restart,omitempty"` // of a node that runs: yes, no_longer or never
}

type whyStep struct {
	Node    string      `json:"node"`
	Step    int         `json:"step"`
	Because string      `json:"because"` // cut or need
	Need    string      `json:"need,omitempty"`
	Quorum  int         `json:"quorum,omitempty"`
	Sources []whySource `json:"sources,omitempty"`
}

type whyNeed struct {
	Need    string      `json:"need"`
	Level   string      `json:"level"`
	Left    int         `json:"left"`
	Quorum  int         `json:"quorum"`
	Last    bool        `json:"last,omitempty"` // the cut has left no source to spare
	Sources []whySource `json:"sources"`
}

type whySource struct {
	Supplier   string `json:"supplier"`
	Status     string `json:"status,omitempty"` // of the supplier, where the customer runs
	Step       *int   `json:"step,omitempty"`   // of a supplier that failed before
	Fate       string `json:"fate"`
	Confidence string `json:"confidence,omitempty"`
	Evidence   string `json:"evidence,omitempty"`
	Place      string `json:"place,omitempty"`
}

var fates = [...]string{cut.Alive: "running", cut.Dead: "dead", cut.RowCut: "cut", cut.Absent: "unsure"}

func (y Why) json() any { return y.answer() }

func (y Why) answer() whyAnswer {
	o := newOutcome(y.Net, y.Impact)
	out := whyAnswer{
		header: newHeader("why", y.Net), Reading: y.Impact.Readings, Scenario: newScenario(y.Impact.Scenario),
		Node: o.ID(y.Node), Status: o.status[y.Node].String(), Proof: []whyStep{},
	}
	s := y.Impact.State(y.Node)
	out.Capacity, out.FirstLoss, out.Stop, out.Restarts, out.LostDays = given(s.Capacity), given(s.FirstLoss), given(s.Stop), given(s.Restart), given(s.LostDays)
	out.Chain, out.Story = o.chain(y.Node), o.story(y.Node)
	if f, failed := y.Impact.Structure.Failure(y.Node); failed {
		out.Certainty = certainty(f.Sure)
		for _, s := range y.Impact.Structure.Proof(y.Node) {
			out.Proof = append(out.Proof, o.proofStep(s))
		}
		return out
	}
	exposure, _ := y.Impact.Structure.Exposure(y.Node)
	out.Lost = o.lostNeeds(exposure)
	for _, s := range y.Impact.Structure.Supports(y.Node) {
		out.Needs = append(out.Needs, o.support(s))
	}
	out.Restart = y.Impact.Structure.Restart(y.Node).String()
	return out
}

func (o outcome) proofStep(s cut.ProofStep) whyStep {
	step := whyStep{Node: o.ID(s.Node), Step: s.Step, Because: "cut"}
	if s.Need != cut.NoNeed {
		step.Because, step.Need, step.Quorum = "need", needName(o.Network, s.Need), o.NeedQuorum(s.Need)
	}
	for _, source := range s.Sources {
		step.Sources = append(step.Sources, o.source(source))
	}
	return step
}

func (o outcome) support(s cut.Support) whyNeed {
	loss := o.lostNeed(s.Loss)
	need := whyNeed{Need: loss.Need, Level: loss.Level, Left: loss.Left, Quorum: loss.Quorum, Last: s.Lost() && s.Last()}
	for _, source := range s.Fates {
		src := o.source(source)
		src.Status = o.status[source.Supplier].String()
		need.Sources = append(need.Sources, src)
	}
	return need
}

func (o outcome) source(s cut.ProofSource) whySource {
	row := o.Source(s.Row)
	out := whySource{
		Supplier: row.Supplier, Fate: fates[s.Fate], Confidence: string(row.Confidence),
		Evidence: row.Evidence, Place: row.Place.String(),
	}
	if s.Fate == cut.Dead {
		out.Step = &s.Step
	}
	return out
}

// table has a row for each source of each step of the proof or, of a node that
// runs, for each source of each need.
func (y Why) table() Table {
	t := Table{Header: []string{"step", "node", "because", "need", "supplier", "fate", "confidence", "evidence"}}
	add := func(step, node, because, need string, sources []whySource) {
		if len(sources) == 0 {
			t.Rows = append(t.Rows, []string{step, node, because, need, "", "", "", ""})
		}
		for _, s := range sources {
			t.Rows = append(t.Rows, []string{step, node, because, need, s.Supplier, s.Fate, s.Confidence, s.Evidence})
		}
	}
	answer := y.answer()
	for _, s := range answer.Proof {
		add(fmt.Sprint(s.Step), s.Node, s.Because, s.Need, s.Sources)
	}
	for _, n := range answer.Needs {
		add("", answer.Node, "runs", n.Need, n.Sources)
	}
	if len(t.Rows) == 0 {
		add("", answer.Node, "runs", "", nil)
	}
	return t
}
