package esri_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"linestop/graph"
	"linestop/graph/esri"
	"linestop/internal/netgen"
)

// BenchmarkRun follows 400 of 10,000 firms with 70,000 flows between 300 sectors, on one core. Flows
// are log-normal; of the pairs of sectors none, half or all have linear inputs.
func BenchmarkRun(b *testing.B) {
	for _, linear := range []float64{0, 0.5, 1} {
		b.Run(fmt.Sprintf("linear=%g", linear), func(b *testing.B) {
			e := economy(b, market(netgen.Economy(1, netgen.EconomyConfig{Nodes: 10_000, SourcesPerNode: 7}), 300, linear), esri.Options{})
			rng := rand.New(rand.NewPCG(5, 6))
			var shocks []esri.Shock
			for range 400 {
				shocks = append(shocks, esri.Shock{{Node: graph.NodeID(rng.IntN(9900)), Lost: 1}})
			}
			for b.Loop() {
				if _, err := e.Run(b.Context(), shocks, esri.Options{Workers: 1}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(shocks)), "µs/shock")
		})
	}
}

// market is a network with the rows of another and the sizes of an economy: few large sectors.
func market(from *graph.Network, sectors int, linear float64) *graph.Network {
	rng := rand.New(rand.NewPCG(1, 2))
	b := graph.NewBuilder(graph.Info{})
	for i := range graph.NodeID(from.NumNodes()) {
		b.AddNode(graph.Node{ID: from.ID(i), Sector: fmt.Sprint("s", int(math.Pow(rng.Float64(), 2)*float64(sectors)))})
	}
	for i := range sectors * sectors {
		if rng.Float64() < linear {
			b.AddInput(graph.Input{SupplierSector: fmt.Sprint("s", i/sectors), CustomerSector: fmt.Sprint("s", i%sectors), Effect: "linear"})
		}
	}
	for s := range graph.SourceID(from.NumSources()) {
		row := from.Source(s)
		row.Flow = graph.Num(math.Exp(1.5 * rng.NormFloat64()))
		b.AddSource(row)
	}
	return b.Build()
}
