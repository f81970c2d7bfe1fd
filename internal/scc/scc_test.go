package scc_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/internal/scc"
)

// TestFind compares with who reaches whom, on random graphs.
func TestFind(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		n := rng.IntN(12)
		edges := make([][]int32, n)
		for range rng.IntN(2*n + 1) {
			i := rng.IntN(n)
			edges[i] = append(edges[i], int32(rng.IntN(n+1)-1))
		}
		got := scc.Find(n, func(i int32) int { return len(edges[i]) }, func(i int32, edge int) int32 { return edges[i][edge] })
		reach := closure(edges)
		sizes := make([]int32, len(got.Sizes))
		for i := range n {
			sizes[got.Rank[i]]++
			for j := range n {
				if same := reach[i][j] && reach[j][i]; same != (got.Rank[i] == got.Rank[j]) {
					t.Fatalf("%v: %d and %d in one component is %v, ranks %v", edges, i, j, same, got.Rank)
				}
				if reach[i][j] && got.Rank[j] < got.Rank[i] {
					t.Fatalf("%v: %d leads to %d, ranks %v", edges, i, j, got.Rank)
				}
			}
		}
		if !slices.Equal(sizes, got.Sizes) {
			t.Fatalf("%v: sizes %v, want %v", edges, got.Sizes, sizes)
		}
	}
}

// closure says who reaches whom; everyone reaches itself.
func closure(edges [][]int32) [][]bool {
	reach := make([][]bool, len(edges))
	for i := range reach {
		reach[i] = make([]bool, len(edges))
		reach[i][i] = true
		for _, j := range edges[i] {
			if j >= 0 {
				reach[i][j] = true
			}
		}
	}
	for k := range reach {
		for i := range reach {
			for j := range reach {
				reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
			}
		}
	}
	return reach
}

// TestLongPath has more nodes than a stack of calls would bear.
func TestLongPath(t *testing.T) {
	const n = 2_000_000
	got := scc.Find(n, func(int32) int { return 1 }, func(i int32, _ int) int32 { return (i + 1) % n })
	if len(got.Sizes) != 1 || got.Sizes[0] != n {
		t.Errorf("a ring of %d nodes has %d components", n, len(got.Sizes))
	}
}
