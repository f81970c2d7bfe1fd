package capacity_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/capacity"
	"linestop/graph/index"
	"linestop/internal/indextest"
)

// worked is the network of the section Steady in docs/model.md:
//
//	chipA 0.7 (0.8) ─┐ chips
//	chipB 0.3 (0.5) ─┴──▶ board ──▶ car ◀── steelco ◀── power ◀──▶ gas ◀── well (1.2)
//	pcbco ───────────────▶
const worked = `
	chipA board chip 0.7 0.8
	chipB board chip 0.3 0.5
	pcbco board pcb 1 1
	board car board 1 1
	steelco car steel 1 1
	power steelco power 1 1
	gas power gas 1 1
	power gas power 1 1
	well gas well 1 1.2
`

// compile reads rows: supplier, customer, need, share and max_share, - where there
// is none.
func compile(t *testing.T, rows string) *index.Index {
	t.Helper()
	b := graph.NewBuilder(graph.Info{})
	for line := range strings.Lines(strings.TrimSpace(rows)) {
		var s graph.Source
		var share, most string
		if _, err := fmt.Sscan(line, &s.Supplier, &s.Customer, &s.Need, &share, &most); err != nil {
			t.Fatal(err)
		}
		s.Share, s.MaxShare = number(share), number(most)
		b.AddSource(s)
	}
	return indextest.Compile(t, b.Build())
}

func number(text string) (n graph.Number) {
	if _, err := fmt.Sscan(text, &n.Value); err == nil {
		n.Given = true
	}
	return n
}

func run(t *testing.T, ix *index.Index, cuts ...graph.Cut) *capacity.Result {
	t.Helper()
	left, err := capacity.NewLeft(t.Context(), ix.Net, cuts)
	if err != nil {
		t.Fatal(err)
	}
	r, err := capacity.Run(t.Context(), ix, left)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWorked(t *testing.T) {
	ix := compile(t, worked)
	for _, test := range []struct {
		cuts []graph.Cut
		want map[string]float64
	}{
		{[]graph.Cut{{Target: "chipA"}}, map[string]float64{"chipA": 0, "board": 0.5, "car": 0.5}},
		{[]graph.Cut{{Target: "chipA"}, {Target: "chipB", From: 10}}, map[string]float64{"chipA": 0, "chipB": 0, "board": 0, "car": 0}},
		{[]graph.Cut{{Target: "pcbco", Until: graph.Num(8)}}, map[string]float64{"pcbco": 0, "board": 0, "car": 0}},
		{[]graph.Cut{{Target: "well", Left: 0.6}}, map[string]float64{"well": 0.6, "gas": 0.72, "power": 0.72, "steelco": 0.72, "car": 0.72}},
		{[]graph.Cut{{Target: "well", Left: 0.9}}, map[string]float64{"well": 0.9}},
		{[]graph.Cut{{Target: "well"}}, map[string]float64{"well": 0, "gas": 0, "power": 0, "steelco": 0, "car": 0}},
		{[]graph.Cut{{Target: "power", Left: 0.5}}, map[string]float64{"gas": 0.5, "power": 0.5, "steelco": 0.5, "car": 0.5}},
		{[]graph.Cut{{Target: "well", Left: 0.6}, {Target: "chipB"}}, map[string]float64{"well": 0.6, "gas": 0.72, "power": 0.72, "steelco": 0.72, "chipB": 0, "board": 0.8, "car": 0.72}},
	} {
		r := run(t, ix, test.cuts...)
		got := map[string]float64{}
		for _, l := range r.Levels {
			got[ix.Net.ID(l.Node)] = l.Worst
			if l.Worst != l.Best || l.Guessed || l.Limit {
				t.Errorf("%v: %+v, though the data say all", test.cuts, l)
			}
		}
		if !slices.IsSortedFunc(r.Levels, func(a, b capacity.Level) int { return int(a.Node - b.Node) }) {
			t.Errorf("%v: not by node", test.cuts)
		}
		if !maps.EqualFunc(got, test.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-15 }) {
			t.Errorf("%v: %v, want %v", test.cuts, got, test.want)
		}
	}
}

// TestWhy: what holds a node, on what guess, and whether it ever gets there.
//
//	a ─┐
//	b ─┴▶ c ──▶ d ◀── x
//	 └──▶ e     └▶ f ◀──▶ g
func TestWhy(t *testing.T) {
	ix := compile(t, `
		a c k - -
		b c k - -
		c d c - -
		x d x - -
		b e b - -
		d f k 0.5 0.5
		g f k 0.5 0.5
		f g f - -
	`)
	for _, test := range []struct {
		cuts []graph.Cut
		want string // node, level, need, and what is to be said of it
	}{
		{[]graph.Cut{{Target: "a"}}, "a 0; c 0.5..1 k guessed; d 0.5..1 c guessed; f 0.5..1 k guessed limit; g 0.5..1 f guessed limit"},
		{[]graph.Cut{{Target: "a"}, {Target: "b"}}, "a 0; b 0; c 0 k; d 0 c; e 0 b; f 0 k limit; g 0 f limit"},
		{[]graph.Cut{{Target: "a"}, {Target: "x", Left: 0.25}}, "a 0; c 0.5..1 k guessed; d 0.25 x; f 0.25 k limit; g 0.25 f limit; x 0.25"},
		{[]graph.Cut{{Target: "d", Left: 0.5}, {Target: "c", Left: 0.5}}, "c 0.5; d 0.5; f 0.5 k limit; g 0.5 f limit"},
	} {
		var got []string
		for _, l := range run(t, ix, test.cuts...).Levels {
			text := fmt.Sprint(ix.Net.ID(l.Node), " ", l.Worst)
			if l.Best > l.Worst {
				text += fmt.Sprint("..", l.Best)
			}
			if l.Need != capacity.NoNeed {
				text += " " + ix.Net.Need(l.Need).Name
			}
			if l.Guessed {
				text += " guessed"
			}
			if l.Limit {
				text += " limit"
			}
			got = append(got, text)
		}
		slices.Sort(got)
		if list := strings.Join(got, "; "); list != test.want {
			t.Errorf("%v:\n got %s\nwant %s", test.cuts, list, test.want)
		}
	}
}

func TestCancelled(t *testing.T) {
	ix := compile(t, worked)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := capacity.Run(ctx, ix, capacity.Left{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
