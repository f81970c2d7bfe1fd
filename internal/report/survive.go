package report

import (
	"fmt"

	"linestop/graph"
	"linestop/graph/survive"
	"linestop/internal/words"
)

// Survive is the answer to how long products last without each node.
type Survive struct {
	Net      *graph.Network
	Products []graph.NodeID // asked for; none: all
	Horizon  float64
	Losses   []survive.Loss
	All      bool // list every node
}

type surviveAnswer struct {
	header
	Reading  []string      `json:"reading"`
	Horizon  float64       `json:"horizon"`
	Products []string      `json:"products,omitempty"`
	Nodes    []surviveNode `json:"nodes"`
}

type surviveNode struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Recover  *float64      `json:"recover_days,omitempty"`
	Until    *float64      `json:"followed_to_day,omitempty"` // where there were too many events
	Exposed  int           `json:"products_exposed"`
	Products []surviveLast `json:"products"`
}

type surviveLast struct {
	ID      string  `json:"id"`
	Days    float64 `json:"survive_days"`
	Exposed bool    `json:"exposed,omitempty"`
}

func (s Survive) json() any {
	out := surviveAnswer{header: newHeader("survive", s.Net), Reading: []string{"timeline"}, Horizon: s.Horizon, Nodes: []surviveNode{}}
	for _, i := range s.Products {
		out.Products = append(out.Products, s.Net.ID(i))
	}
	for _, l := range s.Losses {
		node := surviveNode{ID: s.Net.ID(l.Node), Name: s.Net.Label(l.Node), Recover: given(l.Recover), Exposed: l.Exposed}
		if l.Until < s.Horizon {
			node.Until = &l.Until
		}
		for _, last := range l.Lasts {
			node.Products = append(node.Products, surviveLast{s.Net.ID(last.Product), last.Days, l.Short(last) > 0})
		}
		out.Nodes = append(out.Nodes, node)
	}
	return out
}

func (s Survive) table() Table {
	t := Table{Header: []string{"id", "name", "product", "survive_days", "recover_days", "exposed"}}
	for _, l := range s.Losses {
		for _, last := range l.Lasts {
			t.Rows = append(t.Rows, []string{
				s.Net.ID(l.Node), s.Net.Label(l.Node), s.Net.ID(last.Product),
				graph.Num(last.Days).String(), l.Recover.String(), fmt.Sprint(l.Short(last) > 0),
			})
		}
	}
	return t
}

func (s Survive) text(p *page) {
	n := names{s.Net}
	what := words.Count(len(s.Net.Products()), "product")
	if len(s.Products) > 0 {
		what = listed(n.ids(s.Products), 6)
	}
	p.line("%s %s, without each node in turn, for %s", p.in(bold, "survival:"), what, days(s.Horizon))
	p.line("%s %s", p.in(bold, "data:"), describe(s.Net).line())
	p.line("")
	if len(s.Losses) == 0 {
		p.line("%s", p.in(green, "nothing is lost by then, whichever node is gone"))
		return
	}
	lossy, late, open := 0, 0, 0
	for _, l := range s.Losses {
		lossy += one(l.Products > 0)
		late += one(l.Exposed > 0)
		open += one(!l.Recover.Given)
	}
	p.line("%s", p.in(red, fmt.Sprintf("%s cost output if gone for good: %s back too late, %s without recover_days", words.Count(lossy, "node"), words.Thousands(late), words.Thousands(open))))
	shown := s.Losses
	if !s.All && len(shown) > 2*screen {
		shown = shown[:2*screen]
	}
	rows := [][]cell{{{"without", dim}, {"first lost", dim}, {"after", dim}, {"back after", dim}, {"products", dim}, {"lost before it is back", dim}}}
	for _, l := range shown {
		rows = append(rows, s.row(n, l))
	}
	p.columns(rows)
	if hidden := len(s.Losses) - len(shown); hidden > 0 {
		p.line("  ... and %s more (--all lists every node)", words.Thousands(hidden))
	}
	p.line("")
	p.line("%s timeline, each node gone for good; what the data leave open is taken as no spare capacity and 0 days", p.in(dim, "reading:"))
	p.ranges(s.Net)
	s.limit(p, n)
}

// limit says which nodes were not followed to the end: the one that was followed shortest.
func (s Survive) limit(p *page, n names) {
	var short *survive.Loss
	count := 0
	for i := range s.Losses {
		if l := &s.Losses[i]; l.Until < s.Horizon {
			if count++; short == nil || l.Until < short.Until {
				short = l
			}
		}
	}
	if count == 0 {
		return
	}
	others := ""
	if count > 1 {
		others = fmt.Sprintf(", nor to the end without %s", words.Count(count-1, "other node"))
	}
	p.line("%s there were too many events to follow beyond day %s without %s%s", p.in(dim, "limit:"), graph.Num(short.Until), n.id(short.Node), others)
}

func (s Survive) row(n names, l survive.Loss) []cell {
	if len(l.Lasts) == 0 {
		return []cell{{n.id(l.Node), bold}, {"none known", plain}}
	}
	first := l.Lasts[0]
	back, late := "not stated", cell{"", plain}
	if l.Recover.Given {
		back, late = days(l.Recover.Value), cell{"none", green}
		if l.Exposed > 0 {
			late = cell{fmt.Sprintf("%s, by up to %s", words.Thousands(l.Exposed), days(l.Short(first))), red}
		}
	}
	return []cell{{n.id(l.Node), bold}, {n.id(first.Product), plain}, {days(first.Days), plain}, {back, plain}, {words.Thousands(l.Products), plain}, late}
}
