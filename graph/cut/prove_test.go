package cut_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/netgen"
)

// TestProve: a proof by itself is the one that a whole answer has, of one node after the other.
func TestProve(t *testing.T) {
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 8))
		net := netgen.Random(rng, netgen.Config{MaxNodes: 15, MaxUnsure: 3, Raw: 0.2, SelfSupply: true})
		ix, err := index.Compile(t.Context(), net)
		if err != nil {
			t.Fatal(err)
		}
		runner, other := cut.NewRunner(ix), cut.NewRunner(ix)
		for range 3 {
			var set cut.Set
			for i := range graph.NodeID(net.NumNodes()) {
				if rng.IntN(4) == 0 {
					set.Nodes = append(set.Nodes, i)
				}
			}
			for row := range graph.SourceID(net.NumSources()) {
				if rng.IntN(10) == 0 {
					set.Rows = append(set.Rows, row)
				}
			}
			whole, err := other.Run(t.Context(), set)
			if err != nil {
				t.Fatal(err)
			}
			for i := range graph.NodeID(net.NumNodes()) {
				proof, err := runner.Prove(t.Context(), set, i)
				if want := whole.Proof(i); err != nil || !reflect.DeepEqual(proof, want) {
					t.Fatalf("seed %d, node %q of %+v: %v, got\n%+v, want\n%+v", seed, net.ID(i), set, err, proof, want)
				}
			}
		}
	}
}
