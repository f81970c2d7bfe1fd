package report

import (
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/graph/trace"
)

// Trace is the answer to what a node depends on and what depends on it.
type Trace struct {
	Net                  *graph.Network
	Node                 graph.NodeID
	Upstream, Downstream []trace.Hop
	All                  bool
}

type traceAnswer struct {
	header
	Node       string     `json:"node"`
	Upstream   []traceHop `json:"upstream"`
	Downstream []traceHop `json:"downstream"`
}

type traceHop struct {
	ID   string `json:"id"`
	Tier int    `json:"tier"`
}

func (t Trace) json() any {
	return traceAnswer{newHeader("trace", t.Net), t.Net.ID(t.Node), t.hops(t.Upstream), t.hops(t.Downstream)}
}

func (t Trace) hops(list []trace.Hop) []traceHop {
	out := make([]traceHop, 0, len(list))
	for _, h := range list {
		out = append(out, traceHop{t.Net.ID(h.Node), h.Tier})
	}
	return out
}

func (t Trace) table() Table {
	out := Table{Header: []string{"direction", "tier", "id", "name", "kind", "country"}}
	for _, side := range []struct {
		name string
		hops []trace.Hop
	}{{"upstream", t.Upstream}, {"downstream", t.Downstream}} {
		for _, h := range side.hops {
			n := t.Net.Node(h.Node)
			out.Rows = append(out.Rows, []string{side.name, fmt.Sprint(h.Tier), n.ID, n.Label(), n.Kind, n.Country})
		}
	}
	return out
}

func (t Trace) text(p *page) {
	n := names{t.Net}
	p.line("%s", p.in(bold, n.full(t.Node)))
	t.side(p, n, "upstream, what it depends on", t.Upstream)
	t.side(p, n, "downstream, what depends on it", t.Downstream)
}

func (t Trace) side(p *page, n names, title string, hops []trace.Hop) {
	p.line("")
	p.line("%s: %s", p.in(bold, title), Count(len(hops), "node"))
	for len(hops) > 0 {
		tier := hops[0].Tier
		var ids []string
		for len(hops) > 0 && hops[0].Tier == tier {
			ids = append(ids, n.id(hops[0].Node))
			hops = hops[1:]
		}
		text := strings.Join(ids, ", ")
		if !t.All {
			text = listed(ids, screen)
		}
		p.columns([][]cell{{{fmt.Sprintf("tier %d", tier), dim}, {text, plain}}})
	}
}

// Paths is the answer to how one node reaches another.
type Paths struct {
	Net      *graph.Network
	From, To graph.NodeID
	Paths    []trace.Path
	More     bool // there are others
}

type pathsAnswer struct {
	header
	From     string     `json:"from"`
	To       string     `json:"to"`
	Paths    [][]string `json:"paths"`
	Complete bool       `json:"complete"`
}

func (a Paths) json() any {
	out := pathsAnswer{newHeader("paths", a.Net), a.Net.ID(a.From), a.Net.ID(a.To), [][]string{}, !a.More}
	for _, path := range a.Paths {
		ids := make([]string, len(path))
		for i, node := range path {
			ids[i] = a.Net.ID(node)
		}
		out.Paths = append(out.Paths, ids)
	}
	return out
}

func (a Paths) table() Table {
	t := Table{Header: []string{"path", "step", "id", "need"}}
	for p, path := range a.Paths {
		for i, node := range path {
			need := ""
			if i > 0 {
				need = strings.Join(needsBetween(a.Net, path[i-1], node), "; ")
			}
			t.Rows = append(t.Rows, []string{fmt.Sprint(p + 1), fmt.Sprint(i), a.Net.ID(node), need})
		}
	}
	return t
}

func (a Paths) text(p *page) {
	n := names{a.Net}
	found := Count(len(a.Paths), "path")
	if a.More {
		found = "the shortest " + found
	}
	p.line("%s -> %s: %s", p.in(bold, n.full(a.From)), p.in(bold, n.full(a.To)), found)
	for i, path := range a.Paths {
		var line strings.Builder
		line.WriteString(n.id(path[0]))
		for at, node := range path[1:] {
			needs := strings.Join(needsBetween(a.Net, path[at], node), "; ")
			line.WriteString(p.in(dim, " -["+clean(needs)+"]-> ") + n.id(node))
		}
		p.line("%3d  %s", i+1, line.String())
	}
}

// needsBetween names the needs that one node helps to meet at another.
func needsBetween(net *graph.Network, supplier, customer graph.NodeID) []string {
	var list []string
	for _, row := range net.Deliveries(supplier) {
		if _, c := net.Ends(row); c == customer {
			list = append(list, needName(net, net.NeedOf(row)))
		}
	}
	return list
}
