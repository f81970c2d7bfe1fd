package report

import (
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/graph/trace"
	"linestop/internal/words"
)

// Paths is the answer to how one node reaches another. A parent stands for all
// that belongs to it. From and To may be the same: then the ways lead round.
type Paths struct {
	Net                    *graph.Network
	From, To               graph.NodeID
	FromMembers, ToMembers []graph.NodeID // what belongs to them
	Paths                  []trace.Path
	More                   bool // there are others
}

type pathsAnswer struct {
	header
	From        string     `json:"from"`
	To          string     `json:"to"`
	FromMembers []string   `json:"from_members,omitempty"`
	ToMembers   []string   `json:"to_members,omitempty"`
	Paths       [][]string `json:"paths"`
	Complete    bool       `json:"complete"`
}

func (a Paths) json() any {
	out := pathsAnswer{
		newHeader("paths", a.Net), a.Net.ID(a.From), a.Net.ID(a.To),
		idsOf(a.Net, a.FromMembers), idsOf(a.Net, a.ToMembers),
		[][]string{},
		!a.More,
	}
	for _, path := range a.Paths {
		out.Paths = append(out.Paths, idsOf(a.Net, path))
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
	p.line("%s: %s", a.ends(p, n), a.found())
	for i, path := range a.Paths {
		var line strings.Builder
		line.WriteString(n.id(path[0]))
		for at, node := range path[1:] {
			arrow := " -> "
			if needs := strings.Join(needsBetween(a.Net, path[at], node), "; "); needs != a.Net.ID(path[at]) {
				arrow = " -[" + short(needs) + "]-> "
			}
			line.WriteString(p.in(dim, arrow) + n.id(node))
		}
		p.line("%3d  %s", i+1, line.String())
	}
}

func (a Paths) ends(p *page, n names) string {
	end := func(i graph.NodeID, members []graph.NodeID) string {
		text := p.in(bold, n.full(i))
		if len(members) > 0 {
			text += " and its " + words.Count(len(members), "node")
		}
		return text
	}
	return end(a.From, a.FromMembers) + " -> " + end(a.To, a.ToMembers)
}

func (a Paths) found() string {
	switch noun := "path"; {
	case len(a.Paths) == 0 && a.From == a.To:
		return "no way leads round to it"
	case len(a.Paths) == 0:
		return "no path, in either direction"
	case a.More:
		return "the shortest " + words.Count(len(a.Paths), noun)
	default:
		return words.Count(len(a.Paths), noun)
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
