package rank_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// economies are those of benchmarks: most needs have several sources (mild) or one (fragile).
func economies(b *testing.B, nodes int, with func(b *testing.B, ix *index.Index)) {
	for _, c := range []struct {
		name   string
		single float64
	}{{"mild", 0.5}, {"fragile", 0.85}} {
		var ix *index.Index
		b.Run(fmt.Sprintf("%s-%d", c.name, nodes), func(b *testing.B) {
			if ix == nil {
				ix = indextest.Compile(b, netgen.Economy(1, netgen.EconomyConfig{Nodes: nodes, SingleShare: c.single}))
			}
			with(b, ix)
		})
	}
}

// BenchmarkEveryNode loses every node of an economy by itself: by the sweep, and by as many
// cuts one by one as are affordable, from whose average all are extrapolated.
func BenchmarkEveryNode(b *testing.B) {
	for _, nodes := range []int{100_000, 1_000_000} {
		economies(b, nodes, func(b *testing.B, ix *index.Index) {
			b.Run("sweep", func(b *testing.B) {
				for b.Loop() {
					if _, err := rank.Run(b.Context(), ix, rank.Options{}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/economy")
			})
			b.Run("one-by-one", func(b *testing.B) {
				engine, rng := cut.NewEngine(ix.Worst), rand.New(rand.NewPCG(1, 1))
				for b.Loop() {
					if _, err := engine.Run(b.Context(), cut.Set{Nodes: anyOf(rng, ix.Net, 1)}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)*float64(ix.Net.NumNodes()), "s/economy-extrapolated")
			})
		})
	}
}

// BenchmarkMany asks a thousand cuts of a hundredth of the nodes each, 64 at once where that pays,
// and one by one.
func BenchmarkMany(b *testing.B) {
	economies(b, 100_000, func(b *testing.B, ix *index.Index) {
		rng := rand.New(rand.NewPCG(1, 1))
		cuts := make([]cut.Set, 1_000)
		for n := range cuts {
			cuts[n].Nodes = anyOf(rng, ix.Net, ix.Net.NumNodes()/100)
		}
		b.Run("many", func(b *testing.B) {
			for b.Loop() {
				for _, err := range rank.Many(b.Context(), ix, slices.Values(cuts), rank.Options{}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
		b.Run("one-by-one", func(b *testing.B) {
			engine := cut.NewEngine(ix.Worst)
			for b.Loop() {
				for _, set := range cuts {
					if _, err := engine.Run(b.Context(), set); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	})
}

// anyOf draws nodes.
func anyOf(rng *rand.Rand, net *graph.Network, n int) []graph.NodeID {
	nodes := make([]graph.NodeID, n)
	for i := range nodes {
		nodes[i] = graph.NodeID(rng.IntN(net.NumNodes()))
	}
	return nodes
}

// BenchmarkPairs finds all pairs.
func BenchmarkPairs(b *testing.B) {
	for _, nodes := range []int{1_000, 3_000} {
		economies(b, nodes, func(b *testing.B, ix *index.Index) {
			r, err := rank.Run(b.Context(), ix, rank.Options{})
			if err != nil {
				b.Fatal(err)
			}
			r.Sort(rank.ByProducts)
			for b.Loop() {
				if _, err := rank.Pairs(b.Context(), ix, r, rank.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
