package level_test

import (
	"math"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/level"
)

// TestGasAndPower is a cycle with a source outside it:
//
//	well ──▶ gas ◀──▶ power ──▶ steel
//
// The well at 60 % gives 72 % of the gas, since it can deliver 1.2 of it.
func TestGasAndPower(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	add := func(supplier, customer string, most float64) {
		b.AddSource(graph.Source{Supplier: supplier, Customer: customer, MaxShare: graph.Num(most)})
	}
	add("well", "gas", 1.2)
	add("power", "gas", 1)
	add("gas", "power", 1)
	add("power", "steel", 1)
	net := b.Build()
	ix, err := index.Compile(t.Context(), net)
	if err != nil {
		t.Fatal(err)
	}
	s := level.New(ix, ix.Rates().Worst)
	well, _ := net.Lookup("well")
	for _, test := range []struct{ left, want float64 }{{0.6, 0.72}, {0, 0}, {0.5, 0.6}, {1, 1}} {
		s.Left[well] = test.left
		s.Settle([]graph.NodeID{well}, []graph.NodeID{well})
		for _, id := range []string{"gas", "power", "steel"} {
			i, _ := net.Lookup(id)
			if got := s.Level(i); math.Abs(got-test.want) > 1e-9 {
				t.Errorf("well at %v: %s at %v, want %v", test.left, id, got, test.want)
			}
		}
	}
}
