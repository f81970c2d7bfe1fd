package graph

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestAdjacency files items under few keys and under many, and leaves some out.
func TestAdjacency(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, keys := range []int{0, 1, 2, 511, 512, 513, 1024, 5000, 70_001} {
		for _, count := range []int{0, 1, 3000} {
			key := make([]int, count)
			want := make([][]int32, keys)
			for item := range key {
				key[item] = r.IntN(keys+1) - 1
				if k := key[item]; k >= 0 {
					want[k] = append(want[k], int32(item))
				}
			}
			got := newAdjacency(keys, count, func(item int32) int { return key[item] })
			if len(got.first) != keys+1 {
				t.Fatalf("%d keys: %d beginnings", keys, len(got.first))
			}
			for k := range keys {
				if !slices.Equal(got.of(k), want[k]) {
					t.Fatalf("%d keys: %v under %d, want %v", keys, got.of(k), k, want[k])
				}
			}
		}
	}
}
