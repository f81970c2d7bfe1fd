package heap_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/internal/heap"
)

type number int

func (a number) Before(b number) bool { return a < b }

// TestHeap pushes and pops by chance beside a sorted list.
func TestHeap(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var h heap.Heap[number]
	var sorted []number
	for range 20_000 {
		if len(sorted) == 0 || rng.IntN(100) < 51 {
			v := number(rng.IntN(1000))
			h.Push(v)
			at, _ := slices.BinarySearch(sorted, v)
			sorted = slices.Insert(sorted, at, v)
			continue
		}
		if got := h.Pop(); got != sorted[0] {
			t.Fatalf("popped %v of %v", got, sorted)
		}
		sorted = sorted[1:]
	}
	if len(h) != len(sorted) {
		t.Errorf("%d left, want %d", len(h), len(sorted))
	}
}
