package rank_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/rank"
	"linestop/graph/sweep"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestMany asks hundreds of cuts of a network, so that both ways of following them have
// their turn, and holds each against cut.Run.
func TestMany(t *testing.T) {
	t.Parallel()
	for seed := range netgen.Sample(2_000, 20) {
		rng := rand.New(rand.NewPCG(uint64(seed), 8))
		net := dressed(rng, netgen.Random(rng, netgen.Config{
			MaxNodes: []int{12, 60}[rng.IntN(2)], MaxSources: 2 + rng.IntN(4), Unsure: 0.2 * float64(rng.IntN(2)), Parents: -1, SelfSupply: seed%4 == 0,
		}))
		ix := indextest.Compile(t, net)
		var cuts []cut.Set
		for len(cuts) < 500 {
			var set cut.Set
			set.Nodes, set.Rows = netgen.RandomCut(rng, net)
			if len(cuts)%200 > 20 {
				set.Rows = nil
			}
			cuts = append(cuts, set)
		}
		r, err := rank.Run(t.Context(), ix, rank.Options{}) // for its units
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for got, err := range rank.Many(t.Context(), ix, slices.Values(cuts), rank.Options{Workers: 1 + rng.IntN(3)}) {
			if err != nil {
				t.Fatal(err)
			}
			if want := plain(t, ix, r, 0, cuts[n]); !same(rank.Row{Loss: got}, want) {
				t.Fatalf("seed %d, cut %d, %v: got %+v, want %+v", seed, n, cuts[n], got, want)
			}
			n++
		}
		if n != len(cuts) {
			t.Fatalf("seed %d: %d answers to %d cuts", seed, n, len(cuts))
		}
	}
}

// TestManyEnds: whoever stops listening, or gives up, is not answered any more.
func TestManyEnds(t *testing.T) {
	ix := indextest.Compile(t, netgen.Economy(1, netgen.EconomyConfig{Nodes: 1_000}))
	asked := 0
	endless := func(yield func(cut.Set) bool) {
		for yield(cut.Set{Nodes: []graph.NodeID{graph.NodeID(asked % 900)}}) {
			asked++
		}
	}
	for _, err := range rank.Many(t.Context(), ix, endless, rank.Options{Workers: 2}) {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	if asked > 2*4*sweep.Width {
		t.Errorf("%d cuts were taken for one answer", asked)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	answers := 0
	for _, err := range rank.Many(ctx, ix, endless, rank.Options{}) {
		if answers++; err != nil {
			if !errors.Is(err, context.Canceled) || answers == 1 {
				t.Errorf("after %d answers: %v", answers, err)
			}
			return
		}
		cancel()
	}
	t.Error("no error although nobody waits any more")
}
