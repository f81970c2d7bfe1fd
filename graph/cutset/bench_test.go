package cutset_test

import (
	"fmt"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/cutset"
	"linestop/internal/netgen"
)

// BenchmarkSingles finds the single points of failure of all products of an economy,
// where most needs have several sources (mild) or one (fragile).
func BenchmarkSingles(b *testing.B) {
	for _, nodes := range []int{100_000, 1_000_000} {
		for name, single := range map[string]float64{"mild": 0.5, "fragile": 0.85} {
			b.Run(fmt.Sprint(name, "-", nodes), func(b *testing.B) {
				ix := compile(b, netgen.Economy(1, netgen.EconomyConfig{Nodes: nodes, SingleShare: single}))
				for b.Loop() {
					if _, err := cutset.FindSingles(b.Context(), ix, cutset.Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkOneByOne is what the sweep does in one walk: every node cut by itself.
func BenchmarkOneByOne(b *testing.B) {
	ix := compile(b, netgen.Economy(1, netgen.EconomyConfig{Nodes: 100_000}))
	engine := cut.NewEngine(ix.Worst)
	for b.Loop() {
		for i := range graph.NodeID(ix.Net.NumNodes()) {
			if _, err := engine.Run(b.Context(), cut.Set{Nodes: []graph.NodeID{i}}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
