package graph_test

import (
	"reflect"
	"testing"
	"time"

	"linestop/graph"
)

func TestCutIsFull(t *testing.T) {
	tests := []struct {
		name string
		cut  graph.Cut
		want bool
	}{
		{"all for ever", graph.Cut{Target: "a"}, true},
		{"all for a time", graph.Cut{Target: "a", From: 3, Until: num(9)}, true},
		{"a half", graph.Cut{Target: "a", Left: 0.5}, false},
		{"only later", graph.Cut{Target: "a", Delay: num(45)}, false},
		{"a delay of no day", graph.Cut{Target: "a", Delay: num(0)}, false},
		{"down to nothing", graph.Cut{Target: "a", Curve: []graph.Step{{0, 0.5}, {9, 0}, {20, 0.9}}}, true},
		{"down, not to nothing", graph.Cut{Target: "a", Curve: []graph.Step{{0, 0.5}, {9, 0.1}}}, false},
		{"a curve goes before what is left", graph.Cut{Target: "a", Left: 0, Curve: []graph.Step{{0, 0.5}}}, false},
	}
	for _, c := range tests {
		if got := c.cut.Full(); got != c.want {
			t.Errorf("%s: full is %t, want %t", c.name, got, c.want)
		}
	}
}

func TestCutIsIdle(t *testing.T) {
	for _, c := range []struct {
		cut  graph.Cut
		want bool
	}{
		{graph.Cut{}, false},
		{graph.Cut{Left: 0.9}, false},
		{graph.Cut{Left: 1}, true},
		{graph.Cut{Delay: num(1)}, false},
		{graph.Cut{Delay: num(0)}, true},
		{graph.Cut{Curve: []graph.Step{{0, 1}, {5, 0.9}}}, false},
		{graph.Cut{Curve: []graph.Step{{0, 1}}}, true},
	} {
		if got := c.cut.Idle(); got != c.want {
			t.Errorf("%+v: idle is %t", c.cut, got)
		}
	}
}

func TestCutAsText(t *testing.T) {
	for want, cut := range map[string]graph.Cut{
		"tsmc":            {Target: "tsmc", Left: 0.5},
		`country == "CN"`: {Where: `country == "CN"`},
		"a->b":            {Supply: &graph.Supply{Supplier: "a", Customer: "b"}},
		"a->b:wafers":     {Supply: &graph.Supply{Supplier: "a", Customer: "b", Need: "wafers"}},
	} {
		if got := cut.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestScenariosAtOnce(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 3, d, 0, 0, 0, 0, time.UTC) }
	a, b := graph.Cut{Target: "a"}, graph.Cut{Target: "b"}
	add := graph.Change{Source: graph.Source{Supplier: "c", Customer: "d"}}
	flood := graph.Scenario{Name: "flood", Start: day(1), Horizon: 30, Cuts: []graph.Cut{a}}
	spare := graph.Scenario{Name: "spare", Title: "A second mill", Changes: []graph.Change{add}, Expect: []graph.Expectation{{Node: "d"}}}
	late := graph.Scenario{Name: "late", Start: day(2), Horizon: 90, Cuts: []graph.Cut{b}}
	for _, c := range []struct {
		name string
		s, t graph.Scenario
		want graph.Scenario
	}{
		{"nothing and nothing", graph.Scenario{}, graph.Scenario{}, graph.Scenario{}},
		{"one alone", flood, graph.Scenario{}, flood},
		{"the other alone", graph.Scenario{}, flood, flood},
		{"a cut more", flood, graph.Scenario{Cuts: []graph.Cut{b, a}}, graph.Scenario{
			Name: "flood", Title: "flood, and b, a", Start: day(1), Horizon: 30, Cuts: []graph.Cut{a, b, a},
		}},
		{"start and horizon of either", spare, late, graph.Scenario{
			Name: "spare", Title: "A second mill, and late", Start: day(2), Horizon: 90, Cuts: []graph.Cut{b}, Changes: spare.Changes, Expect: spare.Expect,
		}},
	} {
		if got, err := c.s.And(c.t); err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, %v, want %+v", c.name, got, err, c.want)
		}
	}
	_, err := flood.And(late)
	if want := `"flood" starts on 2026-03-01 and "late" on 2026-03-02: they cannot happen at once`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
