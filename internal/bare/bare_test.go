package bare_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/trace"
	"linestop/internal/bare"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
	"linestop/loaders"
)

// TestAnswers compares with the library: a loop that answers something else is no measure of it.
func TestAnswers(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 1))
		check(t, rng, netgen.Random(rng, netgen.Config{MinNodes: 10, SelfSupply: true}))
		check(t, rng, netgen.Economy(seed, netgen.EconomyConfig{Nodes: 300, SingleShare: 0.3 * float64(seed%4)}))
	}
}

func check(t *testing.T, rng *rand.Rand, net *graph.Network) {
	t.Helper()
	ix := indextest.Compile(t, net)
	n := bare.Of(ix.Worst)
	cutter, sweep := n.Cutter(), n.Sweep()
	sets := make([][]int32, 64)
	for lane := range sets {
		for range 3 {
			sets[lane] = append(sets[lane], int32(rng.IntN(net.NumNodes())))
		}
	}
	lanes := n.Lanes(sets)
	library := cut.NewEngine(ix.Worst)
	for lane, set := range sets {
		var nodes []graph.NodeID
		for _, i := range set {
			nodes = append(nodes, graph.NodeID(i))
		}
		failures, _ := library.Run(t.Context(), cut.Set{Nodes: nodes})
		if got, want := cutter.Cut(set...), len(failures); got != want || lanes[lane] != want {
			t.Errorf("cut %v breaks %d, in lanes %d, want %d", set, got, lanes[lane], want)
		}
	}
	for i, got := range sweep {
		if want := cutter.Cut(int32(i)); int(got) != want {
			t.Errorf("the sweep has %d break with %s, want %d", got, net.ID(graph.NodeID(i)), want)
		}
	}
}

// TestLoad compares a network that was read with one that the loaders read: also by what is downstream.
func TestLoad(t *testing.T) {
	var file bytes.Buffer
	if err := netgen.WriteCSV(&file, 1, netgen.EconomyConfig{Nodes: 2_000}); err != nil {
		t.Fatal(err)
	}
	net, err := loaders.Read(t.Context(), "supplies.csv", bytes.NewReader(file.Bytes()), loaders.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := bare.Split(file.Bytes()), 3*(net.NumSources()+1); got != want {
		t.Errorf("%d cells, want %d", got, want)
	}
	n, names := bare.Load(file.Bytes())
	if n.Nodes() != net.NumNodes() {
		t.Fatalf("%d nodes, want %d", n.Nodes(), net.NumNodes())
	}
	ix := indextest.Compile(t, net)
	cutter, library := n.Cutter(), cut.NewEngine(ix.Worst)
	if _, ok := names.Find("f"); ok {
		t.Error("a name that is not there was found")
	}
	for i := range graph.NodeID(net.NumNodes()) {
		if got, ok := names.Find(net.ID(i)); !ok || got != int32(i) {
			t.Errorf("%s has number %d, want %d", net.ID(i), got, i)
		}
		failures, _ := library.Run(t.Context(), cut.Set{Nodes: []graph.NodeID{i}})
		if got, want := cutter.Cut(int32(i)), len(failures); got != want {
			t.Fatalf("cut of %s breaks %d, want %d", net.ID(i), got, want)
		}
	}
	for i := range graph.NodeID(20) {
		hops, _ := trace.Downstream(t.Context(), net, i)
		if got, want := n.Closure(int32(i)), len(hops); got != want {
			t.Errorf("%d nodes downstream of %s, want %d", got, net.ID(i), want)
		}
	}
}
