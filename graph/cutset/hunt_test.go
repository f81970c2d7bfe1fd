package cutset

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/internal/diagram"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// asked is the formula of a product, single points left out.
func asked(t testing.TB, net *graph.Network, product graph.NodeID) *Sets {
	t.Helper()
	ix := indextest.Compile(t, net)
	s, err := Find(t.Context(), ix, product, Options{Order: 1})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// compareHunt holds the hunt against the diagrams, which are held against the
// definitions elsewhere.
func compareHunt(t *testing.T, net *graph.Network, product graph.NodeID, orders int) {
	t.Helper()
	f := asked(t, net, product).formula
	if f.top < 0 {
		return
	}
	h := newHunt(t.Context(), f, 1<<30)
	for order := 2; order <= orders; order++ {
		found, err := h.run(order, mostFound)
		if err != nil {
			t.Fatal(err)
		}
		store := diagram.NewSets(t.Context(), 1<<30)
		all := f.solve(families{store, endless})
		var want [][]int32
		for set := range store.Keep(store.Sized(all, order)).All() {
			want = append(want, slices.Clone(set))
		}
		if !slices.EqualFunc(found, want, slices.Equal) {
			t.Fatalf("%q, order %d: hunted %v, want %v", net.ID(product), order, found, want)
		}
		if !h.larger {
			if store.Largest(all) > order {
				t.Fatalf("%q: nothing above order %d, there is %d", net.ID(product), order, store.Largest(all))
			}
			return
		}
	}
}

const endless = 1 << 28

func TestHuntInEverySmallNetwork(t *testing.T) {
	t.Parallel()
	for net := range netgen.Small() {
		for p := range graph.NodeID(net.NumNodes()) {
			compareHunt(t, net, p, net.NumNodes())
		}
	}
	netgen.Parts(t, 200, func(t *testing.T, part int) {
		for net := range netgen.Fates(part, 200) {
			compareHunt(t, net, 0, 4)
		}
	})
}

func TestHunt(t *testing.T) {
	t.Parallel()
	for seed := range uint64(5_000) {
		rng := rand.New(rand.NewPCG(seed, 6))
		net := netgen.Random(rng, netgen.Config{MaxNodes: 20, Raw: 0.2, MaxSources: 4, SelfSupply: seed%4 == 0})
		compareHunt(t, net, graph.NodeID(rng.IntN(net.NumNodes())), 6)
	}
}

// TestHuntInEconomies: large cycles, thousands of sets.
func TestHuntInEconomies(t *testing.T) {
	t.Parallel()
	for seed := range uint64(5) {
		net := netgen.Economy(seed, netgen.EconomyConfig{Nodes: 100})
		for _, p := range net.Products()[:3] {
			compareHunt(t, net, p, 3)
		}
	}
}

func TestHuntEnds(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 1_000})
	f := asked(t, net, net.Products()[0]).formula
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := newHunt(ctx, f, 1<<30).run(2, mostFound); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	h := newHunt(t.Context(), f, 10_000)
	found, err := h.run(2, mostFound)
	if !errors.Is(err, diagram.ErrFull) || len(found) == 0 || len(h.chosen) > 0 || len(h.trail) > 0 {
		t.Errorf("%d sets, error %v, %v still chosen", len(found), err, h.chosen)
	}
}
