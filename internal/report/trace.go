package report

import (
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/graph/trace"
	"linestop/internal/words"
)

// Trace is the answer to what a node depends on and what depends on it. A parent
// stands for all that belongs to it.
type Trace struct {
	Net                  *graph.Network
	Node                 graph.NodeID
	Members              []graph.NodeID // what belongs to it
	Upstream, Downstream []trace.Hop
	All                  bool
}

type traceAnswer struct {
	header
	Node       string     `json:"node"`
	Members    []string   `json:"members,omitempty"`
	Upstream   []traceHop `json:"upstream"`
	Downstream []traceHop `json:"downstream"`
}

type traceHop struct {
	ID   string `json:"id"`
	Tier int    `json:"tier"`
}

func (t Trace) json() any {
	return traceAnswer{newHeader("trace", t.Net), t.Net.ID(t.Node), idsOf(t.Net, t.Members), t.hops(t.Upstream), t.hops(t.Downstream)}
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
	var members []trace.Hop
	for _, i := range t.Members {
		members = append(members, trace.Hop{Node: i})
	}
	for _, side := range []struct {
		name string
		hops []trace.Hop
	}{{"member", members}, {"upstream", t.Upstream}, {"downstream", t.Downstream}} {
		for _, h := range side.hops {
			n := t.Net.Node(h.Node)
			out.Rows = append(out.Rows, []string{side.name, fmt.Sprint(h.Tier), n.ID, n.Label(), n.Kind, n.Country})
		}
	}
	return out
}

func (t Trace) text(p *page) {
	n := names{t.Net}
	if len(t.Members) == 0 {
		p.line("%s", p.in(bold, n.full(t.Node)))
	} else {
		p.line("%s and its %s: %s", p.in(bold, n.full(t.Node)), words.Count(len(t.Members), "node"), t.some(n.ids(t.Members)))
	}
	t.side(p, n, "upstream, what it depends on", t.Upstream)
	t.side(p, n, "downstream, what depends on it", t.Downstream)
}

func (t Trace) side(p *page, n names, title string, hops []trace.Hop) {
	p.line("")
	p.line("%s: %s", p.in(bold, title), words.Count(len(hops), "node"))
	for len(hops) > 0 {
		tier := hops[0].Tier
		var ids []string
		for len(hops) > 0 && hops[0].Tier == tier {
			ids = append(ids, n.id(hops[0].Node))
			hops = hops[1:]
		}
		p.columns([][]cell{{{fmt.Sprintf("tier %d", tier), dim}, {t.some(ids), plain}}})
	}
}

func (t Trace) some(ids []string) string {
	if t.All {
		return strings.Join(ids, ", ")
	}
	return listed(ids, screen)
}
