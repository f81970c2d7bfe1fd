package cut_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestNeedsOfManySources: more than are counted in two bytes, cut again and again by one engine.
func TestNeedsOfManySources(t *testing.T) {
	const sources = 70_000
	b := graph.NewBuilder(graph.Info{})
	b.AddNode(graph.Node{ID: "customer"})
	for s := range sources {
		b.AddSource(graph.Source{Supplier: strconv.Itoa(s), Customer: "customer", Need: "x"})
	}
	engine := cut.NewEngine(indextest.Compile(t, b.Build()).Worst)
	all := make([]graph.NodeID, sources)
	for i := range all {
		all[i] = graph.NodeID(i + 1)
	}
	for _, spared := range []int{1, 0, 1, sources - 1, 0} {
		failures, err := engine.Run(t.Context(), cut.Set{Nodes: all[spared:]})
		if err != nil {
			t.Fatal(err)
		}
		broken := slices.ContainsFunc(failures, func(f cut.Failure) bool { return f.Node == 0 })
		if broken != (spared == 0) || engine.Failed(0) != broken {
			t.Errorf("with %d of %d sources left it is broken: %t", spared, sources, broken)
		}
	}
}

// TestEngineForgets: cuts large and small by one engine, as by a new one for each.
func TestEngineForgets(t *testing.T) {
	net := netgen.Economy(3, netgen.EconomyConfig{Nodes: 2_000, SingleShare: 0.3})
	ix := indextest.Compile(t, net)
	engine := cut.NewEngine(ix.Worst)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		var set cut.Set
		for range 1 + rng.IntN(1<<rng.IntN(11)) {
			set.Nodes = append(set.Nodes, graph.NodeID(rng.IntN(net.NumNodes())))
		}
		for range rng.IntN(3) {
			set.Rows = append(set.Rows, graph.SourceID(rng.IntN(net.NumSources())))
		}
		got, err := engine.Run(t.Context(), set)
		want, _ := cut.NewEngine(ix.Worst).Run(t.Context(), set)
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("cut of %d: %d failures and %v, want %d", len(set.Nodes), len(got), err, len(want))
		}
	}
}
