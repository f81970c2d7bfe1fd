package cutset_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/internal/countdown"
	"linestop/internal/netgen"
)

// TestSinglesOfEverySmallNetwork takes every node for a product.
func TestSinglesOfEverySmallNetwork(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 4; n++ {
		for net := range netgen.Distinct(n) {
			compareSingles(t, twin{net: net, groups: grouped(t, net, "node")})
		}
	}
}

// TestSingles adds unsure rows, levels, owners, and nodes that never fail.
func TestSingles(t *testing.T) {
	t.Parallel()
	for seed := range uint64(10_000) {
		rng := rand.New(rand.NewPCG(seed, 1))
		net := coloured(rng, netgen.Random(rng, netgen.Config{MaxNodes: 12, MaxUnsure: 3, Parents: 0.4, SelfSupply: seed%4 == 0}))
		compareSingles(t, asked(t, rng, net))
	}
}

func compareSingles(t *testing.T, w twin) {
	t.Helper()
	w.o.Products = func(graph.NodeID) bool { return true }
	singles, err := cutset.FindSingles(t.Context(), compile(t, w.net), w.o)
	if err != nil {
		t.Fatal(err)
	}
	for p := range graph.NodeID(w.net.NumNodes()) {
		var want []graph.GroupID
		for g := range graph.GroupID(w.groups.Len()) {
			if w.breaks(p, g) {
				want = append(want, g)
			}
		}
		if got := singles.Of(p); !slices.Equal(got, want) || singles.Count(p) != len(want) {
			t.Fatalf("product %q by %s, sure %v: got %v, want %v\n%s", w.net.ID(p), w.groups.By, w.o.Sure, names(w.groups, got), names(w.groups, want), show(w.net))
		}
	}
}

func TestSinglesHeedContext(t *testing.T) {
	ix := compile(t, netgen.Economy(1, netgen.EconomyConfig{Nodes: 5_000}))
	countdown.Heeds(t, 1_000, func(ctx context.Context) error {
		_, err := cutset.FindSingles(ctx, ix, cutset.Options{})
		return err
	})
}
