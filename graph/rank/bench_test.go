package rank_test

import (
	"fmt"
	"testing"

	"linestop/graph/rank"
	"linestop/internal/netgen"
)

// BenchmarkRank loses every node of an economy, where most needs have several sources
// (mild) or one (fragile), and beside it cuts as many one by one as are affordable.
func BenchmarkRank(b *testing.B) {
	for _, nodes := range []int{100_000, 1_000_000} {
		for name, single := range map[string]float64{"mild": 0.5, "fragile": 0.85} {
			ix := compile(b, netgen.Economy(1, netgen.EconomyConfig{Nodes: nodes, SingleShare: single}))
			b.Run(fmt.Sprintf("%s-%d/sweep", name, nodes), func(b *testing.B) {
				for b.Loop() {
					if _, err := rank.Run(b.Context(), ix, rank.Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
