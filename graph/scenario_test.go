package graph_test

import (
	"testing"

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
