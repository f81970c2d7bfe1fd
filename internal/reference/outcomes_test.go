package reference

import (
	"math/rand/v2"
	"testing"

	"linestop/graph"
	"linestop/internal/netgen"
)

// TestOutcomes: all at once is the same as one by one.
func TestOutcomes(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 19))
	for seed := range 300 {
		net := netgen.Random(rng, netgen.Config{MaxNodes: 7, MaxUnsure: 4, SelfSupply: seed%4 == 0})
		all := AllOutcomes(net)
		for lost := range all.Sure {
			var cut Cut
			for i := range graph.NodeID(net.NumNodes()) {
				if lost>>i&1 == 1 {
					cut.Nodes = append(cut.Nodes, i)
				}
			}
			sure, possible := Certainty(net, cut)
			for i := range graph.NodeID(net.NumNodes()) {
				if all.Sure[lost]>>i&1 == 1 != sure[i] || all.Possible[lost]>>i&1 == 1 != possible[i] {
					t.Fatalf("%s, cut %v: sure %v, possible %v, want %v and %v",
						net.ID(i), cut, all.Sure[lost]>>i&1, all.Possible[lost]>>i&1, sure[i], possible[i])
				}
			}
		}
	}
}
