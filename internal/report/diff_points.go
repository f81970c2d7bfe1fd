package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/diff"
)

// DiffPoints is the answer to which single points of failure come and go.
type DiffPoints struct {
	Before, After diff.Side
	Products      []diff.Product
	OnlyProducts  bool // list no other nodes
	All           bool // list everything, also products for which nothing comes or goes
}

type pointsAnswer struct {
	Linestop int           `json:"linestop"`
	Question string        `json:"question"`
	Reading  []string      `json:"reading"`
	Before   diffSide      `json:"before"`
	After    diffSide      `json:"after"`
	Summary  PointsSummary `json:"summary"`
	Products []diffPoints  `json:"products"`
}

// PointsSummary counts products, single points of failure, and nodes of one side only.
type PointsSummary struct {
	Both            int `json:"both"`   // products on both sides; the next four are of these
	Worse           int `json:"worse"`  // with new single points of failure
	Better          int `json:"better"` // where some are gone and none is new
	New             int `json:"new"`    // single points of failure, those of each product by themselves
	Gone            int `json:"gone"`
	OnlyBefore      int `json:"only_before"` // products
	OnlyAfter       int `json:"only_after"`
	NodesOnlyBefore int `json:"nodes_only_before"`
	NodesOnlyAfter  int `json:"nodes_only_after"`
}

type diffPoints struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Change string   `json:"change"`
	Before int      `json:"before"`
	After  int      `json:"after"`
	New    []string `json:"new"`
	Gone   []string `json:"gone"`
}

// Summary counts.
func (d DiffPoints) Summary() PointsSummary {
	s := PointsSummary{
		NodesOnlyBefore: len(diff.OnlyIn(d.Before.Index.Net, d.After.Index.Net)),
		NodesOnlyAfter:  len(diff.OnlyIn(d.After.Index.Net, d.Before.Index.Net)),
	}
	for _, p := range d.Products {
		s.OnlyBefore += one(p.After == graph.None)
		s.OnlyAfter += one(p.Before == graph.None)
		if p.Both() {
			s.Both++
			s.Worse += one(p.Worse())
			s.Better += one(p.Better())
			s.New += len(p.New)
			s.Gone += len(p.Gone)
		}
	}
	return s
}

func (d DiffPoints) json() any {
	return pointsAnswer{
		1, "diff",
		[]string{"structure"},
		newDiffSide(d.Before.Index.Net, d.Before.Scenario, nil), newDiffSide(d.After.Index.Net, d.After.Scenario, nil), d.Summary(), d.points(),
	}
}

func (d DiffPoints) points() []diffPoints {
	list := []diffPoints{}
	for _, p := range d.shown() {
		net, i := d.After.Index.Net, p.After
		if i == graph.None {
			net, i = d.Before.Index.Net, p.Before
		}
		list = append(list, diffPoints{net.ID(i), net.Label(i), changeOf(p.Pair, p), p.Was, p.Is, idsOf(d.After.Index.Net, p.New), idsOf(d.Before.Index.Net, p.Gone)})
	}
	return list
}

// shown are the products to show, those that fare worst first.
func (d DiffPoints) shown() []diff.Product {
	var list []diff.Product
	for _, p := range d.Products {
		if d.All || changeOf(p.Pair, p) != same {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b diff.Product) int {
		return cmp.Or(
			cmp.Compare(slices.Index(changes, changeOf(a.Pair, a)), slices.Index(changes, changeOf(b.Pair, b))),
			cmp.Compare(len(b.New), len(a.New)),
			cmp.Compare(len(b.Gone), len(a.Gone)),
		)
	})
	return list
}

func (d DiffPoints) table() Table {
	t := Table{Header: []string{"product", "name", "change", "before", "after", "new", "gone"}}
	for _, p := range d.points() {
		t.Rows = append(t.Rows, []string{p.ID, p.Name, p.Change, fmt.Sprint(p.Before), fmt.Sprint(p.After), strings.Join(p.New, ", "), strings.Join(p.Gone, ", ")})
	}
	return t
}
