package report

import (
	"fmt"

	"linestop/graph"
	"linestop/internal/words"
)

// names shows nodes and needs of a network to a reader. What it returns is clean and short.
type names struct{ *graph.Network }

func (n names) id(i graph.NodeID) string    { return short(n.ID(i)) }
func (n names) label(i graph.NodeID) string { return short(n.Label(i)) }

// full is the name with the id, which is what the user types.
func (n names) full(i graph.NodeID) string {
	if label := n.label(i); label != n.id(i) {
		return fmt.Sprintf("%s (%s)", label, n.id(i))
	}
	return n.id(i)
}

// ids are the ids of nodes.
func (n names) ids(list []graph.NodeID) []string {
	ids := make([]string, 0, len(list))
	for _, i := range list {
		ids = append(ids, n.id(i))
	}
	return ids
}

// idsOf are the ids of nodes as they are, for programs.
func idsOf(net *graph.Network, list []graph.NodeID) []string {
	ids := make([]string, 0, len(list))
	for _, i := range list {
		ids = append(ids, net.ID(i))
	}
	return ids
}

// rows names source rows by their ends and need.
func (n names) rows(list []graph.SourceID) []string {
	rows := make([]string, 0, len(list))
	for _, row := range list {
		s := n.Source(row)
		rows = append(rows, graph.Supply{Supplier: short(s.Supplier), Customer: short(s.Customer), Need: short(s.Need)}.String())
	}
	return rows
}

// need names a need; one without a name goes by its supplier.
func (n names) need(k graph.NeedID) string { return short(needName(n.Network, k)) }

func needName(net *graph.Network, k graph.NeedID) string {
	row := net.Source(net.SourcesOf(k)[0])
	if row.Need != "" {
		return row.Need
	}
	return row.Supplier
}

// data describes the data set, the same in every answer.
type data struct {
	Name     string `json:"name"`
	Nodes    int    `json:"nodes"`
	Supplies int    `json:"supplies"`
	AsOf     string `json:"as_of,omitempty"`
}

func describe(net *graph.Network) data {
	return data{net.Name, net.NumNodes(), net.NumSources(), net.AsOf}
}

func (d data) line() string {
	text := fmt.Sprintf("%s, %s, %s", clean(d.Name), words.Count(d.Nodes, "node"), words.Count(d.Supplies, "supply"))
	if d.AsOf != "" {
		text += ", as of " + clean(d.AsOf)
	}
	return text
}

// header is what every JSON answer begins with.
type header struct {
	Linestop int    `json:"linestop"` // version of the contract
	Question string `json:"question"`
	Data     data   `json:"data"`
}

func newHeader(question string, net *graph.Network) header {
	return header{Linestop: 1, Question: question, Data: describe(net)}
}
