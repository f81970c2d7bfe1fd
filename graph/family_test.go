package graph_test

import (
	"slices"
	"testing"

	"linestop/graph"
)

func TestFamily(t *testing.T) {
	net := build(graph.Info{}, []graph.Node{
		{ID: "nexperia"},
		{ID: "china", Parent: "nexperia"},
		{ID: "hamburg", Parent: "nexperia"},
		{ID: "dongguan", Parent: "china"},
		{ID: "a", Parent: "c"},
		{ID: "b", Parent: "a"},
		{ID: "c", Parent: "b"},
		{ID: "self", Parent: "self"},
		{ID: "site", Parent: "unknown"},
	}, nil)
	tests := []struct {
		id, parent       string
		children, family []string
	}{
		{"nexperia", "", []string{"china", "hamburg"}, []string{"nexperia", "china", "hamburg", "dongguan"}},
		{"china", "nexperia", []string{"dongguan"}, []string{"china", "dongguan"}},
		{"dongguan", "china", nil, []string{"dongguan"}},
		{"a", "c", []string{"b"}, []string{"a", "b", "c"}},
		{"self", "self", []string{"self"}, []string{"self"}},
		{"unknown", "", []string{"site"}, []string{"unknown", "site"}},
	}
	for _, c := range tests {
		i := id(t, net, c.id)
		parent := ""
		if p := net.Parent(i); p != graph.None {
			parent = net.ID(p)
		}
		children, family := names(net, net.Children(i)), names(net, slices.Collect(net.Family(i)))
		if parent != c.parent || !slices.Equal(children, c.children) || !slices.Equal(family, c.family) {
			t.Errorf("%s belongs to %q, has %q, and all of %q, want %q, %q, %q", c.id, parent, children, family, c.parent, c.children, c.family)
		}
	}
	for range net.Family(0) {
		break // leaves early
	}
}

// TestStands: a parent with rows of its own is a node like others.
func TestStands(t *testing.T) {
	net := build(graph.Info{}, []graph.Node{
		{ID: "group"},
		{ID: "site", Parent: "group"},
		{ID: "buyer"},
		{ID: "works", Parent: "buyer"},
		{ID: "seller"},
		{ID: "shop", Parent: "seller"},
		{ID: "self", Parent: "self"},
	}, rows("seller", "buyer", "site", "works"))
	var stand []string
	for i := range graph.NodeID(net.NumNodes()) {
		if net.Stands(i) {
			stand = append(stand, net.ID(i))
		}
	}
	if want := []string{"group"}; !slices.Equal(stand, want) {
		t.Errorf("%q stand for others, want %q", stand, want)
	}
}

func TestDeliveries(t *testing.T) {
	net := build(graph.Info{}, nil, rows("a", "b", "b", "c", "a", "c", "a", "b", "a", "a"))
	for name, want := range map[string][]graph.SourceID{"a": {0, 2, 3, 4}, "b": {1}, "c": nil} {
		if got := net.Deliveries(id(t, net, name)); !slices.Equal(got, want) {
			t.Errorf("deliveries of %s are %d, want %d", name, got, want)
		}
	}
}
