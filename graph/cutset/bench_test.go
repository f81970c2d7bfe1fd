package cutset_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/cutset"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// BenchmarkSingles finds the single points of failure of all products of an economy,
// where most needs have several sources (mild) or one (fragile).
func BenchmarkSingles(b *testing.B) {
	for _, nodes := range []int{100_000, 1_000_000} {
		for name, single := range map[string]float64{"mild": 0.5, "fragile": 0.85} {
			b.Run(fmt.Sprint(name, "-", nodes), func(b *testing.B) {
				ix := indextest.Compile(b, netgen.Economy(1, netgen.EconomyConfig{Nodes: nodes, SingleShare: single}))
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
	ix := indextest.Compile(b, netgen.Economy(1, netgen.EconomyConfig{Nodes: 100_000}))
	engine := cut.NewEngine(ix.Worst)
	for b.Loop() {
		for i := range graph.NodeID(ix.Net.NumNodes()) {
			if _, err := engine.Run(b.Context(), cut.Set{Nodes: []graph.NodeID{i}}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkSets finds sets of a product in economies with a large
// cycle, and in layers without one.
func BenchmarkSets(b *testing.B) {
	for name, c := range map[string]struct {
		net   *graph.Network
		order int
	}{
		"economy-1000":   {netgen.Economy(1, netgen.EconomyConfig{Nodes: 1_000}), 3},
		"economy-10000":  {netgen.Economy(1, netgen.EconomyConfig{Nodes: 10_000}), 2},
		"economy-100000": {netgen.Economy(1, netgen.EconomyConfig{Nodes: 100_000}), 2},
		"layers":         {layers(6, 30), 3},
	} {
		b.Run(name, func(b *testing.B) {
			ix := indextest.Compile(b, c.net)
			for b.Loop() {
				s, err := cutset.Find(b.Context(), ix, c.net.Products()[0], cutset.Options{Order: c.order})
				if err != nil || !s.Complete {
					b.Fatal(s, err)
				}
			}
		})
	}
}

// layers is a product above layers of so many nodes, each with two needs of two sources
// in the layer below.
func layers(depth, width int) *graph.Network {
	rng := rand.New(rand.NewPCG(1, 1))
	net := graph.NewBuilder(graph.Info{})
	name := func(layer, n int) string { return fmt.Sprintf("%d.%d", layer, n) }
	for n := range width {
		net.AddSource(graph.Source{Supplier: name(0, n), Customer: "product"})
	}
	for layer := range depth - 1 {
		for n := range width {
			for _, need := range []string{"a", "b"} {
				for range 2 {
					net.AddSource(graph.Source{Supplier: name(layer+1, rng.IntN(width)), Customer: name(layer, n), Need: need})
				}
			}
		}
	}
	return net.Build()
}
