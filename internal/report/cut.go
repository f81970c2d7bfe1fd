package report

import (
	"iter"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/impact"
)

// Cut is the answer to what breaks.
type Cut struct {
	Net          *graph.Network
	Impact       *impact.Answer
	OnlyProducts bool // list products and nothing else
	All          bool // list everything, the running nodes too
}

type cutAnswer struct {
	header
	Reading  []impact.Reading `json:"reading"`
	Scenario scenario         `json:"scenario"`
	Summary  CutSummary       `json:"summary"`
	Revivals []revival        `json:"revivals,omitempty"`
	// and nodes, a list of nodeOutcome
}

// revival is a group of nodes that by the numbers start each other, on one day.
type revival struct {
	Day   float64  `json:"day"`
	Nodes []string `json:"nodes"`
}

// CutSummary counts nodes by what the cut makes of them.
type CutSummary struct {
	Cut              int      `json:"cut"`
	Broken           int      `json:"broken"` // surely or possibly; cut ones not among them
	BrokenPossibly   int      `json:"broken_possibly"`
	Reduced          int      `json:"reduced"`
	Exposed          int      `json:"exposed"`
	SingleSource     int      `json:"single_source"` // exposed ones that hang on their last source
	CannotRestart    int      `json:"cannot_restart"`
	Products         int      `json:"products"`
	ProductsCut      int      `json:"products_cut"`
	ProductsBroken   int      `json:"products_broken"`
	ProductsPossibly int      `json:"products_broken_possibly"`
	ProductsReduced  int      `json:"products_reduced"`
	ProductsStopped  *int     `json:"products_stopped,omitempty"`          // of the timeline, cut ones among them
	ProductsUnsure   *int     `json:"products_stopped_possibly,omitempty"` // of them, those whose stop leans on rows that nobody reported
	ProductsSlowed   *int     `json:"products_slowed,omitempty"`           // that lose output and do not stop
	Limit            string   `json:"limit,omitempty"`                     // why the timeline ended: quiet, horizon or events
	FollowedTo       *float64 `json:"followed_to_day,omitempty"`
	FirstStopDay     *float64 `json:"first_stop_day,omitempty"` // of a product
}

// Summary counts.
func (c Cut) Summary() CutSummary {
	s := CutSummary{CannotRestart: len(c.Impact.Structure.Stranded), Products: len(c.Net.Products())}
	for i, status := range c.Impact.Statuses() {
		product := c.Net.IsProduct(graph.NodeID(i))
		switch status {
		case cut.Cut:
			s.Cut++
			s.ProductsCut += one(product)
		case cut.Broken:
			f, _ := c.Impact.Structure.Failure(graph.NodeID(i))
			s.Broken++
			s.BrokenPossibly += one(!f.Sure)
			s.ProductsBroken += one(product)
			s.ProductsPossibly += one(product && !f.Sure)
		case cut.Reduced:
			s.Reduced++
			s.ProductsReduced += one(product)
		case cut.Exposed:
			e, _ := c.Impact.Structure.Exposure(graph.NodeID(i))
			s.Exposed++
			s.SingleSource += one(hangsOnOne(e))
		}
	}
	if c.Impact.Timeline != nil {
		s.count(c.Net, c.Impact)
	}
	return s
}

// count counts the products that stop or lose output from day to day.
func (s *CutSummary) count(net *graph.Network, a *impact.Answer) {
	p := newPace(a, net.IsProduct)
	s.Limit, s.FollowedTo = a.Timeline.Limit.String(), &a.Timeline.Until
	s.ProductsStopped, s.ProductsUnsure, s.ProductsSlowed, s.FirstStopDay = &p.stopped, &p.unsure, &p.slowed, p.first
}

// pace counts nodes by what becomes of them from day to day.
type pace struct {
	stopped, unsure, slowed int // that stop; of them, possibly; that lose output and do not stop
	first                   *float64
}

func newPace(a *impact.Answer, keep func(graph.NodeID) bool) (p pace) {
	for _, c := range a.Timeline.Nodes {
		switch {
		case !keep(c.Node):
		case c.Stop.Given:
			p.stopped++
			p.unsure += one(a.Unsure(c.Node))
			if p.first == nil || c.Stop.Value < *p.first {
				p.first = &c.Stop.Value
			}
		case c.FirstLoss.Given:
			p.slowed++
		}
	}
	return p
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
	return cutAnswer{newHeader("cut", c.Net), c.Impact.Readings, newScenario(c.Impact.Scenario), c.Summary(), c.revivals()}
}

func (c Cut) list() (string, iter.Seq[any]) {
	return "nodes", func(yield func(any) bool) {
		for n := range c.nodes() {
			if !yield(n) {
				return
			}
		}
	}
}

// nodes yields the nodes to show: cut, broken, reduced, exposed and, if all are
// asked for, running; each group in the order of the data.
func (c Cut) nodes() iter.Seq[nodeOutcome] {
	o := newOutcome(c.Net, c.Impact)
	var shown []graph.NodeID
	for i, s := range o.status {
		if (c.All || s != cut.Running) && (!c.OnlyProducts || c.Net.IsProduct(graph.NodeID(i))) {
			shown = append(shown, graph.NodeID(i))
		}
	}
	return func(yield func(nodeOutcome) bool) {
		for _, i := range o.worstFirst(shown) {
			if !yield(o.node(i)) {
				return
			}
		}
	}
}

func (c Cut) table() Table { return outcomeTable(c.nodes()) }

func (c Cut) revivals() []revival {
	if c.Impact.Timeline == nil {
		return nil
	}
	var list []revival
	for _, r := range c.Impact.Timeline.Revivals {
		group := revival{Day: r.Day}
		for _, i := range r.Nodes {
			group.Nodes = append(group.Nodes, c.Net.ID(i))
		}
		list = append(list, group)
	}
	return list
}
