package survive_test

import (
	"testing"

	"linestop/graph"
	"linestop/graph/survive"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// BenchmarkRun takes each firm of an economy away: of one whose data are bare, so that all
// is forecast, and of one with stocks, of which most is simulated.
func BenchmarkRun(b *testing.B) {
	bare := netgen.Economy(1, netgen.EconomyConfig{Nodes: 2000})
	for name, net := range map[string]*graph.Network{"bare": bare, "stocked": netgen.Stocked(1, bare)} {
		b.Run(name, func(b *testing.B) {
			ix := indextest.Compile(b, net)
			pairs := 0
			for b.Loop() {
				losses, err := survive.Run(b.Context(), ix, survive.Options{Most: 1, Workers: 1})
				if err != nil {
					b.Fatal(err)
				}
				pairs = 0
				for _, l := range losses {
					pairs += l.Products
				}
			}
			b.ReportMetric(float64(pairs), "pairs")
		})
	}
}
