package cutset_test

import (
	"context"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/index"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// TestSinglePoints cuts every node of random networks by definition.
func TestSinglePoints(t *testing.T) {
	for seed := range uint64(2000) {
		net := netgen.Random(rand.New(rand.NewPCG(seed, 1)), netgen.Config{MaxNodes: 12, MaxUnsure: 3})
		got := map[graph.NodeID][]graph.NodeID{}
		for i, products := range cutset.SinglePoints(t.Context(), compile(t, net)) {
			got[i] = slices.Clone(products)
		}
		want := map[graph.NodeID][]graph.NodeID{}
		for i := range graph.NodeID(net.NumNodes()) {
			_, possible := reference.Certainty(net, reference.Cut{Nodes: []graph.NodeID{i}})
			for _, p := range net.Products() {
				if possible[p] && p != i {
					want[i] = append(want[i], p)
				}
			}
			slices.Sort(want[i])
			if want[i] == nil {
				delete(want, i)
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: got %v, want %v", seed, got, want)
		}
	}
}

func TestSinglePointsEnd(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "a", Customer: "b"})
	b.AddSource(graph.Source{Supplier: "b", Customer: "p"})
	ix := compile(t, b.Build())
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	seen := 0
	for range cutset.SinglePoints(ctx, ix) {
		seen++
		cancel()
	}
	for range cutset.SinglePoints(t.Context(), ix) {
		break
	}
	if seen != 1 {
		t.Errorf("%d nodes after the context was done, want 1", seen)
	}
}

func compile(t *testing.T, net *graph.Network) *index.Index {
	t.Helper()
	ix, err := index.Compile(t.Context(), net)
	if err != nil {
		t.Fatal(err)
	}
	return ix
}
