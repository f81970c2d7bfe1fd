package report

import (
	"cmp"
	"fmt"
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
	All          bool // list everything, the untouched too
}

// Reading is the mathematics an answer used, as every answer names it.
const Reading = "structure"

type cutAnswer struct {
	header
	Reading  []string   `json:"reading"`
	Scenario scenario   `json:"scenario"`
	Summary  CutSummary `json:"summary"`
	Nodes    []cutNode  `json:"nodes"`
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

type cutNode struct {
	ID            string    `json:"id"`
	Name          string    `json:"name"`
	Kind          string    `json:"kind"`
	Country       string    `json:"country"`
	Product       bool      `json:"product"`
	Status        string    `json:"status"`
	Certainty     string    `json:"certainty,omitempty"`
	Need          string    `json:"need,omitempty"`
	Step          *int      `json:"step,omitempty"`
	Tier          *int      `json:"tier,omitempty"`
	SingleSource  bool      `json:"single_source,omitempty"`
	CannotRestart bool      `json:"cannot_restart,omitempty"`
	Lost          []cutLoss `json:"lost,omitempty"`
}

type cutLoss struct {
	Need    string `json:"need"`
	Level   string `json:"level"`
	Left    int    `json:"left"`
	Quorum  int    `json:"quorum"`
	Sources int    `json:"sources"`
}

func newLoss(net *graph.Network, l cut.Loss) cutLoss {
	return cutLoss{needName(net, l.Need), l.Level.String(), l.Left, l.Quorum, l.Sources}
}

// Summary counts.
func (c Cut) Summary() CutSummary {
	s := CutSummary{
		Exposed: len(c.Result.Exposed), Reduced: len(c.Result.Set.Reduced),
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
		s.ProductsReduced += one(c.Net.IsProduct(i))
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
func (c Cut) nodes() []cutNode {
	list := make([]cutNode, 0)
	status := c.Result.Statuses()
	failure := map[graph.NodeID]cut.Failure{}
	for _, f := range c.Result.Failures {
		failure[f.Node] = f
	}
	exposure := map[graph.NodeID]cut.Exposure{}
	for _, e := range c.Result.Exposed {
		exposure[e.Node] = e
	}
	order := make([]graph.NodeID, 0, len(failure)+len(exposure))
	for i, s := range status {
		if (c.All || s != cut.Running) && (!c.OnlyProducts || c.Net.IsProduct(graph.NodeID(i))) {
			order = append(order, graph.NodeID(i))
		}
	}
	slices.SortStableFunc(order, func(a, b graph.NodeID) int { return cmp.Compare(status[b], status[a]) })
	for _, i := range order {
		node := c.Net.Node(i)
		out := cutNode{
			ID: node.ID, Name: node.Label(), Kind: node.Kind, Country: node.Country,
			Product: c.Net.IsProduct(i), Status: status[i].String(),
		}
		if t := c.Net.Tier(i); t >= 0 {
			out.Tier = &t
		}
		if f, ok := failure[i]; ok {
			out.Step = &f.Step
			out.Certainty = certainty(f)
			if f.Need != cut.NoNeed {
				out.Need = needName(c.Net, f.Need)
			}
		}
		out.SingleSource = hangsOnOne(exposure[i])
		_, out.CannotRestart = slices.BinarySearch(c.Result.Stranded, i)
		for _, l := range exposure[i].Lost {
			out.Lost = append(out.Lost, newLoss(c.Net, l))
		}
		list = append(list, out)
	}
	return list
}

func certainty(f cut.Failure) string {
	if f.Sure {
		return "sure"
	}
	return "possible"
}

func (c Cut) table() Table {
	t := Table{Header: []string{"id", "name", "kind", "country", "product", "status", "certainty", "need", "tier"}}
	for _, n := range c.nodes() {
		tier := ""
		if n.Tier != nil {
			tier = fmt.Sprint(*n.Tier)
		}
		t.Rows = append(t.Rows, []string{n.ID, n.Name, n.Kind, n.Country, fmt.Sprint(n.Product), n.Status, n.Certainty, n.Need, tier})
	}
	return t
}
