package esri_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/esri"
)

// network makes a network of rows "supplier customer flow [level]", with the sectors of nodes and
// the effects of sectors on others, such as "C10 * linear".
func network(rows string, sectors map[string]string, inputs string) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	for line := range strings.Lines(inputs) {
		f := strings.Fields(line)
		b.AddInput(graph.Input{SupplierSector: f[0], CustomerSector: f[1], Effect: f[2]})
	}
	met := map[string]bool{}
	node := func(id string) {
		if !met[id] {
			met[id] = true
			b.AddNode(graph.Node{ID: id, Sector: sectors[id]})
		}
	}
	for line := range strings.Lines(rows) {
		f := append(strings.Fields(line), "")
		node(f[0])
		node(f[1])
		var flow float64
		if _, err := fmt.Sscan(f[2], &flow); err != nil {
			panic(err)
		}
		b.AddSource(graph.Source{Supplier: f[0], Customer: f[1], Flow: graph.Num(flow), Level: f[3]})
	}
	return b.Build()
}

func economy(t testing.TB, net *graph.Network, o esri.Options) *esri.Economy {
	t.Helper()
	e, err := esri.New(t.Context(), net, o)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// cut answers the loss of one node.
func cut(t testing.TB, net *graph.Network, id string, lost float64) esri.Result {
	t.Helper()
	i, ok := net.Lookup(id)
	if !ok {
		t.Fatal("no node", id)
	}
	results, err := economy(t, net, esri.Options{}).Run(t.Context(), []esri.Shock{{{Node: i, Lost: lost}}}, esri.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return results[0]
}

// priced is a network with the rows of another, with flows, sectors and effects drawn.
func priced(rng *rand.Rand, from *graph.Network, sectors int) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	sector := func() string { return fmt.Sprint("s", rng.IntN(sectors)) }
	for i := range graph.NodeID(from.NumNodes()) {
		b.AddNode(graph.Node{ID: from.ID(i), Sector: sector()})
	}
	for range rng.IntN(2 * sectors) {
		any := []string{sector(), "*"}
		b.AddInput(graph.Input{
			SupplierSector: any[rng.IntN(2)], CustomerSector: any[rng.IntN(2)],
			Effect: graph.Effect(rng.IntN(3)).String(),
		})
	}
	for s := range graph.SourceID(from.NumSources()) {
		row := from.Source(s)
		row.Flow = graph.Num(rng.ExpFloat64())
		if rng.IntN(10) == 0 {
			row.Flow = graph.Num(0)
		}
		b.AddSource(row)
	}
	return b.Build()
}
