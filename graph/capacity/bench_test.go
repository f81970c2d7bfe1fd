package capacity_test

import (
	"math/rand/v2"
	"testing"

	"linestop/graph"
	"linestop/graph/capacity"
	"linestop/graph/index"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// BenchmarkRun cuts a part of a node within the giant cycle of an economy: of the one
// that supplies most, and of any. Nobody has spare capacity at worst, so that the whole
// cycle and all that hangs on it sinks.
func BenchmarkRun(b *testing.B) {
	ix := indextest.Compile(b, netgen.Economy(1, netgen.EconomyConfig{Nodes: 100_000}))
	cycle := giant(ix)
	hub := cycle[0]
	for _, i := range cycle {
		if len(ix.Net.Deliveries(i)) > len(ix.Net.Deliveries(hub)) {
			hub = i
		}
	}
	rng := rand.New(rand.NewPCG(1, 1))
	for name, choose := range map[string]func() graph.NodeID{
		"hub": func() graph.NodeID { return hub },
		"any": func() graph.NodeID { return cycle[rng.IntN(len(cycle))] },
	} {
		b.Run(name, func(b *testing.B) {
			rows := 0
			for b.Loop() {
				left := capacity.Left{Nodes: map[graph.NodeID]float64{choose(): rng.Float64()}}
				r, err := capacity.Run(b.Context(), ix, left)
				if err != nil {
					b.Fatal(err)
				}
				for _, l := range r.Levels {
					rows += len(ix.Net.Deliveries(l.Node))
				}
			}
			b.ReportMetric(float64(rows)/float64(b.N), "rows/op")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(rows), "ns/row")
		})
	}
}

// giant lists the nodes of the largest component.
func giant(ix *index.Index) (nodes []graph.NodeID) {
	c, largest := ix.Components(), int32(0)
	for rank, size := range c.Sizes {
		if size > c.Sizes[largest] {
			largest = int32(rank)
		}
	}
	for i, rank := range c.Rank {
		if rank == largest {
			nodes = append(nodes, graph.NodeID(i))
		}
	}
	return nodes
}
