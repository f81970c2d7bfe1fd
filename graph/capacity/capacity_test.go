package capacity_test

import (
	"math"
	"testing"

	"linestop/graph"
	"linestop/graph/capacity"
	"linestop/internal/indextest"
)

// TestInterval: a board has two chip makers, of which one could deliver more; what
// the other could is not known.
//
//	a (0.7, at most 0.8) ─┐
//	b (0.3) ──────────────┴▶ board
func TestInterval(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "a", Customer: "board", Need: "chip", Share: graph.Num(0.7), MaxShare: graph.Num(0.8)})
	b.AddSource(graph.Source{Supplier: "b", Customer: "board", Need: "chip", Share: graph.Num(0.3)})
	net := b.Build()
	ix := indextest.Compile(t, net)
	board, _ := net.Lookup("board")
	for _, test := range []struct {
		name        string
		cuts        []graph.Cut
		worst, best float64
	}{
		{"a", []graph.Cut{{Target: "a"}}, 0.3, 1},
		{"b", []graph.Cut{{Target: "b"}}, 0.8, 0.8},
		{"half of a", []graph.Cut{{Target: "a", Left: 0.5}}, 0.7, 1},
		{"half of what a delivers", []graph.Cut{{Supply: &graph.Supply{Supplier: "a", Customer: "board"}, Left: 0.5}}, 0.7, 1},
		{"a, at last wholly", []graph.Cut{{Target: "a", Curve: []graph.Step{{Day: 0, Left: 0.5}, {Day: 9, Left: 0}, {Day: 20, Left: 1}}}}, 0.3, 1},
		{"b twice", []graph.Cut{{Target: "b", Left: 0.5}, {Target: "b"}}, 0.8, 0.8},
		{"a late", []graph.Cut{{Target: "a", Delay: graph.Num(9)}}, 1, 1},
	} {
		left, err := capacity.NewLeft(t.Context(), net, test.cuts)
		if err != nil {
			t.Fatal(err)
		}
		r, err := capacity.Run(t.Context(), ix, left)
		if err != nil {
			t.Fatal(err)
		}
		l := r.Level(board)
		if math.Abs(l.Worst-test.worst) > 1e-12 || math.Abs(l.Best-test.best) > 1e-12 {
			t.Errorf("%s: %v to %v, want %v to %v", test.name, l.Worst, l.Best, test.worst, test.best)
		}
	}
}
