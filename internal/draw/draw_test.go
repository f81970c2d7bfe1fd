package draw

import (
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/indextest"
)

// build makes a network of rows "supplier > customer: need" and nodes "id:", each
// with further words for what else the data says.
func build(t testing.TB, lines ...string) *graph.Network {
	t.Helper()
	b := graph.NewBuilder(graph.Info{Name: "test", Title: "Test"})
	for _, line := range lines {
		head, rest, _ := strings.Cut(line, ":")
		if from, to, isRow := strings.Cut(head, " > "); isRow {
			b.AddSource(row(from, to, strings.Fields(rest)))
		} else {
			b.AddNode(node(head, strings.Fields(rest)))
		}
	}
	return b.Build()
}

func row(from, to string, words []string) graph.Source {
	row := graph.Source{Supplier: from, Customer: to}
	for _, word := range words {
		switch key, value, _ := strings.Cut(word, "="); key {
		case "quorum":
			row.Quorum = graph.Num(float64(value[0] - '0'))
		case "alternate":
			row.Share = graph.Num(0)
		case "assumed":
			row.Confidence = graph.Assumed
		case "capital", "optional", "degrading":
			row.Level = key
		case "link":
			row.Evidence = value
		default:
			row.Need = word
		}
	}
	return row
}

func node(id string, words []string) graph.Node {
	node := graph.Node{ID: id}
	for _, word := range words {
		switch key, value, _ := strings.Cut(word, "="); key {
		case "product":
			node.Product = graph.Yes
		case "parent":
			node.Parent = value
		case "country":
			node.Country = value
		case "kind":
			node.Kind = value
		}
	}
	return node
}

// cutting answers a cut of nodes "a" and rows "a->b", "a->b:need".
func cutting(t testing.TB, net *graph.Network, what ...string) *cut.Result {
	t.Helper()
	var cuts []graph.Cut
	for _, w := range what {
		c := graph.Cut{Target: w}
		if strings.Contains(w, "->") {
			s, err := net.ParseSupply(w)
			if err != nil {
				t.Fatal(err)
			}
			c = graph.Cut{Supply: &s}
		}
		cuts = append(cuts, c)
	}
	set, err := cut.NewSet(t.Context(), net, cuts)
	if err != nil {
		t.Fatal(err)
	}
	return run(t, net, set)
}

func run(t testing.TB, net *graph.Network, set cut.Set) *cut.Result {
	t.Helper()
	ix := indextest.Compile(t, net)
	r, err := cut.Run(t.Context(), ix, set)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func choose(t testing.TB, net *graph.Network, r *cut.Result, o Options) View {
	t.Helper()
	v, err := Choose(t.Context(), net, r, o)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
