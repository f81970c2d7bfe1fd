package report

import (
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
)

// Cut is the answer to what breaks.
type Cut struct {
	Net          *graph.Network
	Scenario     graph.Scenario
	Result       *cut.Result
	OnlyProducts bool // list products and nothing else
	All          bool // list everything, the running nodes too
}

// Reading is the mathematics an answer used, as every answer names it.
const Reading = "structure"

type cutAnswer struct {
	header
	Reading  []string      `json:"reading"`
	Scenario scenario      `json:"scenario"`
	Summary  CutSummary    `json:"summary"`
	Nodes    []nodeOutcome `json:"nodes"`
}

// CutSummary counts nodes by what the cut makes of them.
type CutSummary struct {
	Cut              int `json:"cut"`
	Broken           int `json:"broken"` // surely or possibly; cut ones not among them
	BrokenPossibly   int `json:"broken_possibly"`
	Reduced          int `json:"reduced"` // cut in part; what follows from it is not computed in this reading
	Exposed          int `json:"exposed"`
	SingleSource     int `json:"single_source"` // exposed ones that hang on their last source
	CannotRestart    int `json:"cannot_restart"`
	Products         int `json:"products"`
	ProductsCut      int `json:"products_cut"`
	ProductsBroken   int `json:"products_broken"`
	ProductsPossibly int `json:"products_broken_possibly"`
	ProductsReduced  int `json:"products_reduced"`
}

// Summary counts.
func (c Cut) Summary() CutSummary {
	s := CutSummary{
		Exposed:       len(c.Result.Exposed),
		CannotRestart: len(c.Result.Stranded), Products: len(c.Net.Products()),
	}
	for _, f := range c.Result.Failures {
		product := c.Net.IsProduct(f.Node)
		switch {
		case f.Need == cut.NoNeed:
			s.Cut++
			s.ProductsCut += one(product)
		default:
			s.Broken++
			s.BrokenPossibly += one(!f.Sure)
			s.ProductsBroken += one(product)
			s.ProductsPossibly += one(product && !f.Sure)
		}
	}
	for _, e := range c.Result.Exposed {
		s.SingleSource += one(hangsOnOne(e))
	}
	for _, i := range c.Result.Set.Reduced {
		if _, failed := c.Result.Failure(i); !failed {
			s.Reduced++
			s.ProductsReduced += one(c.Net.IsProduct(i))
		}
	}
	return s
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// hangsOnOne says whether a critical need of a running node is down to its last
// sources because of the cut.
func hangsOnOne(e cut.Exposure) bool {
	return slices.ContainsFunc(e.Lost, func(l cut.Loss) bool { return l.Level == graph.Critical && l.Last() })
}

func (c Cut) json() any {
	return cutAnswer{newHeader("cut", c.Net), []string{Reading}, newScenario(c.Scenario), c.Summary(), c.nodes()}
}

// nodes lists the nodes to show: cut, broken, reduced, exposed and, if all are
// asked for, running; each group in the order of the data.
func (c Cut) nodes() []nodeOutcome {
	o := newOutcome(c.Net, c.Result)
	var shown []graph.NodeID
	for i, s := range o.status {
		if (c.All || s != cut.Running) && (!c.OnlyProducts || c.Net.IsProduct(graph.NodeID(i))) {
			shown = append(shown, graph.NodeID(i))
		}
	}
	list := make([]nodeOutcome, 0, len(shown))
	for _, i := range o.worstFirst(shown) {
		list = append(list, o.node(i))
	}
	return list
}

func (c Cut) table() Table { return outcomeTable(c.nodes()) }
