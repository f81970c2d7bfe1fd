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

// TestLanes holds up to 64 cuts at once against each by itself, in both worlds, time after
// time with the same lanes, some runs of which were given up.
func TestLanes(t *testing.T) {
	t.Parallel()
	for seed := range netgen.Sample(20_000, 20) {
		rng := rand.New(rand.NewPCG(uint64(seed), 8))
		net := netgen.Random(rng, netgen.Config{MaxNodes: 200, MaxSources: 9, SelfSupply: seed%4 == 0})
		ix := indextest.Compile(t, net)
		w := ix.Worst
		if seed%5 == 0 {
			w = ix.Best
		}
		lanes, engine := sweep.NewLanes(w), cut.NewEngine(w)
		for range 5 {
			cuts := make([][]graph.NodeID, rng.IntN(sweep.Width+1))
			for n := range cuts {
				cuts[n], _ = netgen.RandomCut(rng, net)
			}
			_, _ = lanes.Run(countdown.After(t.Context(), rng.IntN(20)), cuts)
			nodes, err := lanes.Run(t.Context(), cuts)
			if err != nil {
				t.Fatal(err)
			}
			failed := make([]uint64, net.NumNodes())
			for n, cutNodes := range cuts {
				failures, err := engine.Run(t.Context(), cut.Set{Nodes: cutNodes})
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range failures {
					failed[f.Node] |= 1 << n
				}
			}
			var want []graph.NodeID
			for i, cuts := range failed {
				if got := lanes.Failed(graph.NodeID(i)); got != cuts {
					t.Fatalf("seed %d: %q is failed by %b, want %b", seed, net.ID(graph.NodeID(i)), got, cuts)
				}
				if cuts != 0 {
					want = append(want, graph.NodeID(i))
				}
			}
			if !slices.Equal(nodes, want) {
				t.Fatalf("seed %d: %v fail, want %v", seed, nodes, want)
			}
		}
	}
}
