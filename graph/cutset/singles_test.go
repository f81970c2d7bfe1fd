package cutset_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/index"
	"linestop/internal/countdown"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestSingles adds unsure rows, levels, owners, and nodes that never fail.
func TestSingles(t *testing.T) {
	t.Parallel()
	for seed := range netgen.Sample(100_000, 20) {
		randomSingles(t, uint64(seed), 1)
	}
}

func randomSingles(t *testing.T, a, b uint64) {
	rng := rand.New(rand.NewPCG(a, b))
	net := coloured(rng, netgen.Random(rng, netgen.Config{MaxNodes: 12, MaxUnsure: 3, Parents: 0.4, SelfSupply: a%4 == 0}))
	compareSingles(t, asked(t, rng, net), indextest.Compile(t, net))
}

func FuzzSingles(f *testing.F) {
	f.Add(uint64(1), uint64(1))
	f.Fuzz(randomSingles)
}

func compareSingles(t *testing.T, w twin, ix *index.Index) {
	t.Helper()
	w.o.Products = func(graph.NodeID) bool { return true }
	singles, err := cutset.FindSingles(t.Context(), ix, w.o)
	if err != nil {
		t.Fatal(err)
	}
	spread := make([]int, w.groups.Len())
	for p := range graph.NodeID(w.net.NumNodes()) {
		var want []graph.GroupID
		for g := range graph.GroupID(w.groups.Len()) {
			if w.breaks(p, 1<<g) {
				want = append(want, g)
				spread[g]++
			}
		}
		if got := singles.Of(p); !slices.Equal(got, want) || singles.Count(p) != len(want) {
			t.Fatalf("product %q by %s, sure %v: got %v, want %v\n%s", w.net.ID(p), w.groups.By, w.o.Sure, names(w.groups, got), names(w.groups, want), show(w.net))
		}
	}
	if got := singles.Spread(); !slices.Equal(got, spread) {
		t.Fatalf("by %s: points of %v products, want %v\n%s", w.groups.By, got, spread, show(w.net))
	}
}

func TestSinglesHeedContext(t *testing.T) {
	ix := indextest.Compile(t, netgen.Economy(1, netgen.EconomyConfig{Nodes: 5_000}))
	countdown.Heeds(t, 1_000, func(ctx context.Context) error {
		_, err := cutset.FindSingles(ctx, ix, cutset.Options{})
		return err
	})
}
