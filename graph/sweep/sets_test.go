package sweep_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/sweep"
	"linestop/internal/countdown"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestSets holds batch after batch against cuts one by one, whichever way they go: cuts of few nodes
// that have little in common, of many that have much, and of rows. Some batches were given up.
func TestSets(t *testing.T) {
	t.Parallel()
	for seed := range netgen.Sample(5_000, 20) {
		rng := rand.New(rand.NewPCG(uint64(seed), 9))
		net := netgen.Random(rng, netgen.Config{MaxNodes: 100, MaxSources: 1 + rng.IntN(4), SelfSupply: seed%4 == 0})
		w := indextest.Compile(t, net).Worst
		sets, engine := sweep.NewSets(w, seed%2 == 0), cut.NewEngine(w)
		for range 4 {
			cuts := make([]cut.Set, rng.IntN(sweep.Width+1))
			alike, _ := netgen.RandomCut(rng, net)
			for n := range cuts {
				cuts[n].Nodes, cuts[n].Rows = netgen.RandomCut(rng, net)
				if rng.IntN(4) > 0 {
					cuts[n].Rows = nil
				}
				if seed%3 == 0 {
					cuts[n].Nodes = append(cuts[n].Nodes, alike...)
				}
			}
			_ = sets.Follow(countdown.After(t.Context(), rng.IntN(20)), cuts, func(graph.NodeID, uint64) {})
			got := make([][]graph.NodeID, len(cuts))
			err := sets.Follow(t.Context(), cuts, func(i graph.NodeID, failed uint64) {
				for n := range cuts {
					if failed>>n&1 != 0 {
						got[n] = append(got[n], i)
					}
				}
			})
			if err != nil {
				t.Fatal(err)
			}
			for n, set := range cuts {
				var want []graph.NodeID
				failures, err := engine.Run(t.Context(), set)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range failures {
					want = append(want, f.Node)
				}
				slices.Sort(want)
				if seed%2 == 1 {
					slices.Sort(got[n])
				}
				if !slices.Equal(got[n], want) {
					t.Fatalf("seed %d, cut %d, %v: fails %v, want %v", seed, n, set, got[n], want)
				}
			}
		}
	}
}

// BenchmarkSets follows 64 random sets of a hundredth of the nodes: the trial and then all together, and one by one.
func BenchmarkSets(b *testing.B) {
	for _, economy := range []struct {
		name   string
		single float64
	}{{"mild", 0.5}, {"fragile", 0.85}} {
		w := indextest.Compile(b, netgen.Economy(1, netgen.EconomyConfig{Nodes: 100_000, SingleShare: economy.single})).Worst
		rng := rand.New(rand.NewPCG(1, 1))
		cuts := make([]cut.Set, sweep.Width)
		for n := range cuts {
			for range w.Nodes() / 100 {
				cuts[n].Nodes = append(cuts[n].Nodes, graph.NodeID(rng.IntN(w.Nodes())))
			}
		}
		sets, trail := sweep.NewSets(w, false), sweep.NewTrail(w)
		b.Run(economy.name+"/sets", func(b *testing.B) {
			for b.Loop() {
				if err := sets.Follow(b.Context(), cuts, func(graph.NodeID, uint64) {}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(economy.name+"/one-by-one", func(b *testing.B) {
			for b.Loop() {
				for _, set := range cuts {
					for _, i := range set.Nodes {
						trail.Cut(i)
					}
					trail.Back(sweep.Mark{})
				}
			}
		})
	}
}
