package sweep_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/sweep"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestSweep holds the sweep against cuts one by one, in both worlds.
func TestSweep(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3_000) {
		rng := rand.New(rand.NewPCG(seed, 7))
		net := netgen.Random(rng, netgen.Config{MaxNodes: 40, Parents: 0.4, MaxSources: 2, SelfSupply: seed%4 == 0})
		ix := indextest.Compile(t, net)
		groups, err := net.Groups(t.Context(), []string{"node", "parent"}[seed%2])
		if err != nil {
			t.Fatal(err)
		}
		may := func(i graph.NodeID) bool { return seed%3 > 0 || i%4 > 0 }
		w := ix.Worst
		if seed%5 == 0 {
			w = ix.Best
		}
		engine := cut.NewEngine(w)
		var before []graph.NodeID
		steps := 0
		for s := range sweep.Each(t.Context(), w, groups, may) {
			lost := slices.DeleteFunc(slices.Clone(groups.Nodes(s.Group)), func(i graph.NodeID) bool { return !may(i) })
			failures, err := engine.Run(t.Context(), cut.Set{Nodes: lost})
			if err != nil {
				t.Fatal(err)
			}
			var want []graph.NodeID
			for _, f := range failures {
				want = append(want, f.Node)
			}
			slices.Sort(want)
			if got := slices.Sorted(slices.Values(s.Broken)); !slices.Equal(got, want) {
				t.Fatalf("seed %d, group %q: breaks %v, want %v", seed, groups.Name(s.Group), got, want)
			}
			if s.Kept > len(before) || !slices.Equal(s.Broken[:s.Kept], before[:s.Kept]) {
				t.Fatalf("seed %d, group %q: kept %d of %v, has %v", seed, groups.Name(s.Group), s.Kept, before, s.Broken)
			}
			before = append(before[:0], s.Broken...)
			steps++
		}
		if steps != groups.Len() {
			t.Fatalf("seed %d: %d steps for %d groups", seed, steps, groups.Len())
		}
	}
}

func TestSweepEnds(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 1_000})
	groups, err := net.Groups(t.Context(), "node")
	if err != nil {
		t.Fatal(err)
	}
	for range sweep.Each(t.Context(), indextest.Compile(t, net).Worst, groups, nil) {
		break
	}
}
