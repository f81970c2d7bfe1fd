package mincut_test

import (
	"math/rand/v2"
	"testing"

	"linestop/internal/mincut"
)

// TestNearAndFar has two cheapest cuts
//
//	s ─1─▶ a ─9─▶ b ─1─▶ t
func TestNearAndFar(t *testing.T) {
	var g mincut.Graph
	s, a, b, sink := g.Vertex(), g.Vertex(), g.Vertex(), g.Vertex()
	g.Edge(s, a, 1)
	g.Edge(a, b, 9)
	g.Edge(b, sink, 1)
	if cost := g.Cost(s, sink, 100); cost != 1 {
		t.Fatalf("cost %v, want 1", cost)
	}
	if near := g.Near(s); !near(s) || near(a) || near(b) || near(sink) {
		t.Error("the near cut is not at s")
	}
	if far := g.Far(sink); far(s) || far(a) || far(b) || !far(sink) {
		t.Error("the far cut is not at t")
	}
	if cost := g.Cost(s, sink, 0.5); cost <= 0.5 {
		t.Errorf("cost %v is not above the limit", cost)
	}
}

// TestAllCuts holds the cost, and both sides, against all ways to part the vertices.
func TestAllCuts(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		type edge struct {
			from, to int32
			capacity float64
		}
		var g mincut.Graph
		n := int32(2 + rng.IntN(6))
		for range n {
			g.Vertex()
		}
		var edges []edge
		for range rng.IntN(14) {
			e := edge{rng.Int32N(n), rng.Int32N(n), float64(rng.IntN(4))}
			if rng.IntN(6) == 0 {
				e.capacity = mincut.Endless
			}
			edges = append(edges, e)
			g.Edge(e.from, e.to, e.capacity)
		}
		across := func(side func(int32) bool) (sum float64) {
			for _, e := range edges {
				if e.capacity > 0 && side(e.from) && !side(e.to) {
					sum += e.capacity
				}
			}
			return sum
		}
		best := mincut.Endless
		for set := range 1 << n {
			if set&1 == 1 && set>>1&1 == 0 { // 0 is the source, 1 the sink
				best = min(best, across(func(v int32) bool { return set>>v&1 == 1 }))
			}
		}
		cost := g.Cost(0, 1, 1000)
		if cost != best {
			t.Fatalf("cost %v, want %v: %v", cost, best, edges)
		}
		if cost == mincut.Endless {
			continue
		}
		if near := across(g.Near(0)); near != best {
			t.Fatalf("near cut costs %v, want %v: %v", near, best, edges)
		}
		far := g.Far(1)
		if cost := across(func(v int32) bool { return !far(v) }); cost != best {
			t.Fatalf("far cut costs %v, want %v: %v", cost, best, edges)
		}
	}
}
