package report

import (
	"fmt"
	"slices"

	"linestop/graph"
	"linestop/graph/diff"
	"linestop/graph/impact"
)

// Diff is the answer to how nodes fare after compared with before.
type Diff struct {
	Result       *diff.Result
	OnlyProducts bool // list products and nothing else
	All          bool // list everything, also what fares as before
}

type diffAnswer struct {
	Linestop int              `json:"linestop"`
	Question string           `json:"question"`
	Reading  []impact.Reading `json:"reading"`
	Before   diffSide         `json:"before"`
	After    diffSide         `json:"after"`
	Summary  diffSummary      `json:"summary"`
	Nodes    []diffNode       `json:"nodes"`
}

// diffSide is one of the two that are compared.
type diffSide struct {
	Data     data      `json:"data"`
	Scenario scenario  `json:"scenario"`
	Absent   []cutSpec `json:"absent,omitempty"` // cuts of what only the other side has
}

func newDiffSide(net *graph.Network, s graph.Scenario, absent []graph.Cut) diffSide {
	side := diffSide{Data: describe(net), Scenario: newScenario(s)}
	if len(absent) > 0 {
		side.Absent = newScenario(graph.Scenario{Cuts: absent}).Cuts
	}
	return side
}

type diffSummary struct {
	Products diffCounts `json:"products"`
	Others   diffCounts `json:"others"`
}

// diffCounts is diff.Counts in JSON.
type diffCounts struct {
	Both        int `json:"both"`
	Worse       int `json:"worse"`
	Better      int `json:"better"`
	NewlyBroken int `json:"newly_broken"`
	Saved       int `json:"saved"`
	ForGood     int `json:"for_good"`
	NotForGood  int `json:"not_for_good"`
	Surer       int `json:"surer"`
	LessSure    int `json:"less_sure"`
	Earlier     int `json:"earlier"`
	Later       int `json:"later"`
	MoreLost    int `json:"more_lost"`
	LessLost    int `json:"less_lost"`
	OnlyBefore  int `json:"only_before"`
	OnlyAfter   int `json:"only_after"`
}

type diffNode struct {
	nodeName
	Change       string    `json:"change"`
	Before       *nodeFate `json:"before,omitempty"`
	After        *nodeFate `json:"after,omitempty"`
	DaysGained   *float64  `json:"days_gained,omitempty"`
	OutputGained *float64  `json:"output_gained,omitempty"`
}

func (d Diff) json() any {
	products, others := d.Result.Count()
	before, after := d.Result.Before, d.Result.After
	return diffAnswer{
		1, "diff", after.Readings,
		newDiffSide(before.Net, before.Scenario, before.Absent), newDiffSide(after.Net, after.Scenario, after.Absent),
		diffSummary{diffCounts(products), diffCounts(others)},
		d.nodes(),
	}
}

// The words for how something fares.
const (
	worse      = "worse"
	better     = "better"
	same       = "same"
	onlyBefore = "only_before"
	onlyAfter  = "only_after"
)

// changes is the order in which the words for how something fares are listed.
var changes = []string{worse, better, onlyBefore, onlyAfter, same}

// turn is a diff.Turn or a diff.Product.
type turn interface {
	Worse() bool
	Better() bool
}

// changeOf is the word for how a pair fares.
func changeOf(p diff.Pair, t turn) string {
	switch {
	case p.After == graph.None:
		return onlyBefore
	case p.Before == graph.None:
		return onlyAfter
	case t.Worse():
		return worse
	case t.Better():
		return better
	}
	return same
}

// rows are the rows to show: products first, of each those that fare worst first.
func (d Diff) rows() []diff.Row {
	var rows []diff.Row
	for r := range d.Result.Rows() {
		if (d.All || changeOf(r.Pair, r.Turn()) != same) && (!d.OnlyProducts || r.Product) {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, worstTurn)
	return rows
}

func (d Diff) nodes() []diffNode {
	before, after := newOutcome(d.Result.Before.Net, d.Result.Before.Answer), newOutcome(d.Result.After.Net, d.Result.After.Answer)
	list := []diffNode{}
	for _, r := range d.rows() {
		n := diffNode{Change: changeOf(r.Pair, r.Turn()), DaysGained: given(r.DaysGained()), OutputGained: given(r.OutputGained())}
		if r.Before != graph.None {
			fate := before.fate(r.Before)
			n.nodeName, n.Before = nameOf(before.Network, r.Before), &fate
		}
		if r.After != graph.None {
			fate := after.fate(r.After)
			n.nodeName, n.After = nameOf(after.Network, r.After), &fate
		}
		n.Product = r.Product
		list = append(list, n)
	}
	return list
}

func (d Diff) table() Table {
	t := Table{Header: []string{
		"id", "name", "kind", "country", "product", "change", "before_status", "after_status", "before_certainty", "after_certainty", "before_capacity", "after_capacity",
		"before_stop_day", "after_stop_day", "days_gained", "before_restart_day", "after_restart_day", "before_lost_days", "after_lost_days", "output_gained",
	}}
	for _, n := range d.nodes() {
		var none nodeFate
		before, after := &none, &none
		if n.Before != nil {
			before = n.Before
		}
		if n.After != nil {
			after = n.After
		}
		t.Rows = append(t.Rows, []string{
			n.ID, n.Name, n.Kind, n.Country, fmt.Sprint(n.Product), n.Change, before.Status, after.Status, before.Certainty, after.Certainty, figure(before.Capacity), figure(after.Capacity),
			figure(before.StopDay), figure(after.StopDay), figure(n.DaysGained), figure(before.RestartDay), figure(after.RestartDay), figure(before.LostDays), figure(after.LostDays), figure(n.OutputGained),
		})
	}
	return t
}
