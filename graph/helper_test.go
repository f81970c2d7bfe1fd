package graph_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
)

// build makes a network as a loader would: each node has a line of nodes.csv,
// each source one of supplies.csv, and each number a column of its own.
func build(info graph.Info, nodes []graph.Node, sources []graph.Source) *graph.Network {
	b := graph.NewBuilder(info)
	addAll(b, nodes, sources)
	return b.Build()
}

func addAll(b *graph.Builder, nodes []graph.Node, sources []graph.Source) {
	for i, n := range nodes {
		n.Place = graph.Place{File: "nodes.csv", Line: i + 2, Column: 1}
		n.ParentColumn, n.CountryColumn = 10, 20
		placed(30, &n.Volume, &n.StockDays, &n.RecoverDays, &n.PFail)
		b.AddNode(n)
	}
	for i, s := range sources {
		s.Place = graph.Place{File: "supplies.csv", Line: i + 2, Column: 1}
		s.CustomerColumn = 10
		placed(30, &s.Share, &s.MaxShare, &s.SwitchDays, &s.TransitDays, &s.BufferDays, &s.Refill, &s.Quorum, &s.Weight, &s.Flow)
		b.AddSource(s)
	}
}

// addInputs adds rows of inputs.csv.
func addInputs(b *graph.Builder, inputs [][3]string) {
	for i, in := range inputs {
		b.AddInput(graph.Input{
			SupplierSector: in[0], CustomerSector: in[1], Effect: in[2],
			Place: graph.Place{File: "inputs.csv", Line: i + 2, Column: 1}, CustomerColumn: 2, EffectColumn: 3,
		})
	}
}

// placed gives each number that is given a column, the first one first.
func placed(first uint32, numbers ...*graph.Number) {
	for i, n := range numbers {
		if n.Given {
			n.Column = cmp.Or(n.Column, first+uint32(i))
		}
	}
}

// rows makes sources from pairs of supplier and customer.
func rows(pairs ...string) []graph.Source {
	var list []graph.Source
	for pair := range slices.Chunk(pairs, 2) {
		list = append(list, graph.Source{Supplier: pair[0], Customer: pair[1]})
	}
	return list
}

// nodes makes nodes that are only ids.
func nodes(ids ...string) []graph.Node {
	var list []graph.Node
	for _, id := range ids {
		list = append(list, graph.Node{ID: id})
	}
	return list
}

// random makes a network of the rows i -> j, each with the given chance; cycles,
// self-supply and repeated rows may come up.
func random(r *rand.Rand, size int, chance float64) *graph.Network {
	var list []graph.Source
	for i := range size {
		for j := range size {
			for r.Float64() < chance {
				list = append(list, graph.Source{Supplier: fmt.Sprintf("n%02d", i), Customer: fmt.Sprintf("n%02d", j)})
			}
		}
	}
	var all []graph.Node
	for i := range size {
		all = append(all, graph.Node{ID: fmt.Sprintf("n%02d", i)})
	}
	return build(graph.Info{}, all, list)
}

// validate judges a network.
func validate(t testing.TB, net *graph.Network) graph.Problems {
	t.Helper()
	problems, err := graph.Validate(t.Context(), net)
	if err != nil {
		t.Fatal(err)
	}
	return problems
}

// names are the ids of nodes.
func names(net *graph.Network, ids []graph.NodeID) []string {
	var list []string
	for _, i := range ids {
		list = append(list, net.ID(i))
	}
	return list
}

// id is the number of a node that must exist.
func id(t *testing.T, net *graph.Network, name string) graph.NodeID {
	t.Helper()
	i, ok := net.Lookup(name)
	if !ok {
		t.Fatalf("no node %q", name)
	}
	return i
}
