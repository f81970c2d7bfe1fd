package index_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
)

// TestAgendaInOrder: without additions it is the set in order, each number once.
func TestAgendaInOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 1, 63, 64, 65, 4096, 4097, 300_000} {
		a := index.NewAgenda(size)
		for _, share := range []float64{1, 0.1, 0.001} {
			var want []graph.NodeID
			for i := range graph.NodeID(size) {
				if rng.Float64() < share {
					want = append(want, i)
				}
			}
			for _, at := range rng.Perm(len(want)) {
				a.Add(want[at])
				a.Add(want[0])
			}
			if got := slices.Collect(a.Drain(t.Context())); !slices.Equal(got, want) {
				t.Errorf("of %d numbers, a share of %v: %d in order, want %d", size, share, len(got), len(want))
			}
		}
	}
}

// TestAgendaRounds: what is added behind has its turn in the next round, and what
// is not taken stays.
func TestAgendaRounds(t *testing.T) {
	a := index.NewAgenda(200)
	a.Add(100)
	var got []graph.NodeID
	for i := range a.Drain(t.Context()) {
		got = append(got, i)
		if i == 100 {
			a.Add(7)
			a.Add(150)
			a.Add(100)
		}
		if len(got) == 5 {
			break
		}
	}
	if want := []graph.NodeID{100, 150, 7, 100, 150}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	if !a.Has(7) || a.Has(150) {
		t.Error("7 is left, 150 is not")
	}
}
