package timeline_test

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/timeline"
)

// planned is a network of node a (back 3 days later) and its parent c, which both
// supply p:
//
//	a ──▶ p ◀── c
func planned() *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	b.AddNode(graph.Node{ID: "a", Parent: "c", RecoverDays: graph.Num(3)})
	b.AddNode(graph.Node{ID: "c"})
	b.AddNode(graph.Node{ID: "p"})
	b.AddSource(graph.Source{Supplier: "a", Customer: "p"})
	b.AddSource(graph.Source{Supplier: "c", Customer: "p"})
	return b.Build()
}

func TestPlan(t *testing.T) {
	until, days := graph.Num, graph.Num
	row := &graph.Supply{Supplier: "a", Customer: "p"}
	type changes = []timeline.Change
	tests := []struct {
		name  string
		cuts  []graph.Cut
		nodes []timeline.NodePlan
		rows  []timeline.RowPlan
	}{
		{"for ever", []graph.Cut{{Target: "a", From: 2}}, []timeline.NodePlan{{0, changes{{2, 0, 0}}}}, nil},
		{
			"a parent and all that belongs to it, each with its own recovery",
			[]graph.Cut{{Target: "c", Left: 0.5, Until: until(10)}},
			[]timeline.NodePlan{{0, changes{{0, 0.5, 0}, {13, 1, 0}}}, {1, changes{{0, 0.5, 0}, {10, 1, 0}}}},
			nil,
		},
		{
			"a curve counts from its first day and recovers by itself",
			[]graph.Cut{{Target: "a", From: 5, Until: until(25), Curve: []graph.Step{{Day: 0, Left: 0.2}, {Day: 10, Left: 0.6}, {Day: 20, Left: 0.8}}}},
			[]timeline.NodePlan{{0, changes{{5, 0.2, 0}, {15, 0.6, 0}, {25, 1, 0}}}},
			nil,
		},
		{
			"of several cuts the least part counts",
			[]graph.Cut{{Target: "p", Left: 0.5, From: 1, Until: until(9)}, {Target: "p", Left: 0.2, From: 4, Until: until(6)}, {Target: "p", Left: 0.7, Until: until(20)}},
			[]timeline.NodePlan{{2, changes{{0, 0.7, 2}, {1, 0.5, 0}, {4, 0.2, 1}, {6, 0.5, 1}, {9, 0.7, 0}, {20, 1, 2}}}},
			nil,
		},
		{"a cut that leaves all", []graph.Cut{{Target: "p", Left: 1}}, nil, nil},
		{
			"a row has no recovery",
			[]graph.Cut{{Supply: row, Until: until(7)}},
			nil,
			[]timeline.RowPlan{{0, changes{{0, 0, 0}, {7, 1, 0}}, nil}},
		},
		{
			"delays add up, of a node over all its deliveries",
			[]graph.Cut{{Target: "c", Delay: days(4), From: 3}, {Supply: row, Delay: days(6), From: 5, Until: until(8)}},
			nil,
			[]timeline.RowPlan{
				{0, nil, changes{{3, 4, 0}, {5, 10, 1}, {8, 4, 1}}},
				{1, nil, changes{{3, 4, 0}}},
			},
		},
	}
	for _, test := range tests {
		got, err := timeline.NewPlan(t.Context(), planned(), graph.Scenario{Horizon: 30, Cuts: test.cuts})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if want := (timeline.Plan{Horizon: 30, Nodes: test.nodes, Rows: test.rows}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n got %+v\nwant %+v", test.name, got, want)
		}
	}
}

func TestBadPlans(t *testing.T) {
	nan := math.NaN()
	at := graph.Place{File: "s.yaml", Line: 4, Column: 5}
	_, err := timeline.NewPlan(t.Context(), planned(), graph.Scenario{Horizon: 2e6, Cuts: []graph.Cut{
		{Target: "x", Place: at},
		{Target: "a", From: -1, Place: at},
		{Target: "a", From: nan},
		{Target: "a", From: 3, Until: graph.Num(3)},
		{Target: "a", Left: 1.5},
		{Target: "a", Delay: graph.Num(math.Inf(1))},
		{Target: "a", Curve: []graph.Step{{Day: 3, Left: 0}, {Day: 3, Left: 1}}},
		{Target: "a", Curve: []graph.Step{{Day: 0, Left: -0.5}}},
	}})
	want := strings.Join([]string{
		`horizon 2e+06 is not above 0 and up to 1e+06 days`,
		`s.yaml:4:5: node "x" is not in the data`,
		`s.yaml:4:5: cut of "a": from -1 is not a day from 0 on`,
		`cut of "a": from NaN is not a day from 0 on`,
		`cut of "a": until 3 is not after from 3`,
		`cut of "a": left 1.5 is not from 0 to 1`,
		`cut of "a": delay +Inf is not a number of days`,
		`cut of "a": the days of its curve do not rise from 0 on`,
		`cut of "a": left -0.5 of its curve is not from 0 to 1`,
	}, "\n")
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestDefaultHorizon(t *testing.T) {
	if p, err := timeline.NewPlan(t.Context(), planned(), graph.Scenario{}); err != nil || p.Horizon != graph.DefaultHorizon {
		t.Errorf("horizon %v, %v", p.Horizon, err)
	}
}
