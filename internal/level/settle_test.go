package level_test

import (
	"math"
	"testing"

	"linestop/graph"
	"linestop/internal/indextest"
	"linestop/internal/level"
	"linestop/internal/netgen"
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
	ix := indextest.Compile(t, net)
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

// TestAllocations: the timeline settles at each event.
func TestAllocations(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 1000})
	ix := indextest.Compile(t, net)
	s := level.New(ix, ix.Rates().Best)
	cut, left := make([]graph.NodeID, 1), 1.0
	settle := func() {
		left = 1 - left
		for i := range graph.NodeID(100) {
			s.Left[i], cut[0] = left, i
			s.Settle(cut, cut)
		}
	}
	settle()
	settle()
	if n := testing.AllocsPerRun(10, settle); n > 0 {
		t.Errorf("%v allocations for 100 cuts", n)
	}
}

func TestDone(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 10_000})
	ix := indextest.Compile(t, net)
	done := make(chan struct{})
	close(done)
	s := level.New(ix, ix.Rates().Worst)
	s.Done = done
	everyone := make([]graph.NodeID, net.NumNodes())
	for i := range everyone {
		everyone[i] = graph.NodeID(i)
		s.Left[i] = 0.5
	}
	if moved := s.Settle(nil, everyone); len(moved) > 2000 {
		t.Errorf("%d nodes moved after it was done", len(moved))
	}
}
