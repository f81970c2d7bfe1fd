package days

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
	"linestop/internal/chart"
	"linestop/internal/indextest"
)

// works is
//
//	mill ─(4 days)─▶ axle ─(2 days)─▶ car
//	                   ├──(0.5 of it; spare, 0.5)─▶ truck
//	                   └──(60 days)─▶ tractor
func works(t *testing.T) *index.Index {
	t.Helper()
	b := graph.NewBuilder(graph.Info{Name: "works", AsOf: "2026-02"})
	num := graph.Num
	b.AddNode(graph.Node{ID: "mill", Name: "The Mill"})
	b.AddNode(graph.Node{ID: "axle"})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "tractor", Need: "axle", BufferDays: num(60)})
	b.AddSource(graph.Source{Supplier: "mill", Customer: "axle", Need: "steel", BufferDays: num(4)})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "truck", Need: "axle", Share: num(0.5), MaxShare: num(0.5)})
	b.AddSource(graph.Source{Supplier: "spare", Customer: "truck", Need: "axle", Share: num(0.5)})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "car", Need: "axle", BufferDays: num(2)})
	return indextest.Compile(t, b.Build())
}

func draw(t *testing.T, s graph.Scenario, tl timeline.Options, o Options) chart.Chart {
	t.Helper()
	ix := works(t)
	plan, err := timeline.NewPlan(t.Context(), ix.Net, s)
	if err != nil {
		t.Fatal(err)
	}
	r, err := timeline.Run(t.Context(), ix, plan, tl)
	if err != nil {
		t.Fatal(err)
	}
	return Chart(ix.Net, s, r, o)
}

func flood() graph.Scenario {
	return graph.Scenario{
		Name: "flood", Title: "The mill is flooded", Horizon: 30, Start: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
		Cuts: []graph.Cut{{Target: "mill", Until: graph.Num(10)}},
	}
}

// lines are the rows of a chart, a line each.
func lines(c chart.Chart) string {
	var b strings.Builder
	for _, r := range c.Rows {
		fmt.Fprintf(&b, "%s: %v %v %s\n", r.Label, r.Steps, r.Actual, strings.Join(r.Cells, "|"))
	}
	return b.String()
}

// Products that stop come first, then those that lose, then the others.
func TestChart(t *testing.T) {
	c := draw(t, flood(), timeline.Options{}, Options{})
	const rows = "car: [{6 0} {10 1}] [] 2026-03-07|2026-03-11|4\n" +
		"truck: [{4 0.5} {10 1}] [] |2026-03-11|3\n" +
		"tractor: [] [] ||0\n"
	if got := lines(c); got != rows {
		t.Errorf("got\n%swant\n%s", got, rows)
	}
	head := fmt.Sprintf("%s; %s; %v %v %s %v", c.Title, strings.Join(c.Notes, "; "), c.Marks, c.Columns, c.Noun, c.Horizon)
	const want = "The mill is flooded; data: works, 6 nodes, 5 supplies, as of 2026-02; scenario: flood, followed for 30 days; reading: timeline; " +
		"[{0 cut: The Mill} {10 no longer cut: The Mill}] [stop restart days lost] product 30"
	if head != want {
		t.Errorf("got  %s\nwant %s", head, want)
	}
}

func TestWhichRows(t *testing.T) {
	expecting := flood()
	expecting.Expect = []graph.Expectation{{Node: "spare", Effect: "none"}, {Node: "axle", Effect: "stop"}, {Node: "gone", Effect: "none"}}
	for _, tt := range []struct {
		name string
		s    graph.Scenario
		o    Options
		want string
	}{
		{"products", flood(), Options{}, "car truck tractor"},
		{"all that lose", flood(), Options{All: true}, "The Mill axle car truck tractor"},
		{"some", flood(), Options{Rows: []graph.NodeID{0, 1}}, "The Mill axle"},
		{"and all that lose", flood(), Options{Rows: []graph.NodeID{0}, All: true}, "The Mill axle car truck"},
		{"what is expected, if a day is known", expecting, Options{}, "car truck tractor spare"},
	} {
		var got []string
		for _, r := range draw(t, tt.s, timeline.Options{}, tt.o).Rows {
			got = append(got, r.Label)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %v, want %s", tt.name, got, tt.want)
		}
	}
}

// A timeline that was given up is not known to the end.
func TestGivenUp(t *testing.T) {
	c := draw(t, flood(), timeline.Options{MaxEvents: 3}, Options{})
	if n := c.Notes[len(c.Notes)-1]; !strings.HasPrefix(n, "too much happens: known only up to 2026-03-") {
		t.Errorf("no word of it: %q", n)
	}
	for _, r := range c.Rows {
		if last := r.Steps[len(r.Steps)-1]; !math.IsNaN(last.Level) {
			t.Errorf("%s is known to the end: %v", r.Label, r.Steps)
		}
	}
}

func TestTitles(t *testing.T) {
	cut := graph.Scenario{Cuts: []graph.Cut{{Target: "mill"}, {Target: "axle"}, {Where: `kind == "x"`}}}
	for _, tt := range []struct {
		s    graph.Scenario
		o    Options
		want string
	}{
		{flood(), Options{Title: "Mine"}, "Mine"},
		{graph.Scenario{Name: "flood", Cuts: cut.Cuts}, Options{}, "flood"},
		{cut, Options{}, "The Mill, axle and 1 more"},
	} {
		r := &timeline.Result{Plan: timeline.Plan{Horizon: 30}, Until: 30}
		if got := Chart(works(t).Net, tt.s, r, tt.o).Title; got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestMarks(t *testing.T) {
	num := graph.Num
	s := graph.Scenario{Cuts: []graph.Cut{
		{Target: "mill", Left: 0.4, Until: num(20)},
		{Supply: &graph.Supply{Supplier: "axle", Customer: "car"}, From: 3, Delay: num(14), Until: num(9)},
		{Target: "spare", From: 5, Curve: []graph.Step{{Day: 0, Left: 0.2}}},
		{Target: "axle", From: 12, Until: num(20)},
		{Target: "tractor", From: 12},
		{Target: "car", From: 14, Delay: num(3)},
		{Target: "truck", From: 14, Delay: num(5)},
		{Target: "spare", From: 14, Delay: num(3)},
	}}
	const want = "0 cut to 40 %: The Mill; 20 no longer cut: The Mill, axle; 3 late by 14 days: axle->car; 9 in time again: axle->car; " +
		"5 cut in part: spare; 12 cut: axle, tractor; 14 late: car, truck and 1 more"
	var got []string
	for _, m := range marks(works(t).Net, s) {
		got = append(got, fmt.Sprintf("%g %s", m.Day, m.Label))
	}
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
}

func TestTruth(t *testing.T) {
	num := graph.Num
	for _, tt := range []struct {
		name   string
		expect []graph.Expectation
		want   string
	}{
		{"a stop with its end", []graph.Expectation{{Effect: "stop", From: num(4), Until: num(11)}}, "[{4 0} {12 NaN}]"},
		{"its first day alone", []graph.Expectation{{Effect: "stop", From: num(4.5)}}, "[{4.5 0} {5 NaN}]"},
		{"a loss", []graph.Expectation{{Effect: "reduce", From: num(4), Until: num(11)}}, "[{4 -1} {12 NaN}]"},
		{"nothing", []graph.Expectation{{Effect: "none"}}, "[{0 1}]"},
		{"nothing up to a day", []graph.Expectation{{Effect: "none", Through: num(8)}}, "[{0 1} {9 NaN}]"},
		{"a loss, then a stop", []graph.Expectation{
			{Effect: "stop", From: num(20), Until: num(22)}, {Effect: "reduce", From: num(4), Until: num(19)},
		}, "[{4 -1} {20 0} {23 NaN}]"},
		{"nothing, then a stop", []graph.Expectation{
			{Effect: "stop", From: num(20), Until: num(22)}, {Effect: "none", Through: num(30)},
		}, "[{0 1} {20 0} {23 NaN}]"},
		{"nothing and yet a stop", []graph.Expectation{{Effect: "stop", From: num(0), Until: num(2)}, {Effect: "none"}}, "[{0 0} {3 NaN}]"},
		{"on no known day", []graph.Expectation{{Effect: "stop", Until: num(2)}}, "[]"},
	} {
		for _, list := range [][]graph.Expectation{tt.expect, reversed(tt.expect)} {
			if got := fmt.Sprint(truths(list)[""]); got != tt.want {
				t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
			}
		}
	}
}

func reversed(list []graph.Expectation) []graph.Expectation {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}
