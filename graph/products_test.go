package graph_test

import (
	"slices"
	"testing"

	"linestop/graph"
)

// The network of these tests, where p and q supply nobody:
//
//	ore -> chip -> p
//	         \
//	ore ----> q    (x stands alone)
var chips = rows("ore", "chip", "chip", "p", "chip", "q", "ore", "q")

func TestProducts(t *testing.T) {
	tests := []struct {
		name  string
		info  graph.Info
		nodes []graph.Node
		rows  []graph.Source
		want  []string
	}{
		{"those with needs that supply nobody", graph.Info{}, nodes("x"), chips, []string{"p", "q"}},
		{"but not if marked as none", graph.Info{}, []graph.Node{{ID: "q", Product: graph.No}}, chips, []string{"p"}},
		{"a row to itself is no supply", graph.Info{}, nil, slices.Concat(chips, rows("q", "q")), []string{"p", "q"}},
		{"marks say all", graph.Info{}, []graph.Node{{ID: "x", Product: graph.Yes}, {ID: "chip", Product: graph.Yes}, {ID: "p", Product: graph.No}}, chips, []string{"x", "chip"}},
		{"of a node's rows the first says", graph.Info{}, []graph.Node{{ID: "p"}, {ID: "p", Product: graph.Yes}, {ID: "chip"}, {ID: "chip", Product: graph.No}}, chips, []string{"p", "q"}},
		{"an expression goes before marks", graph.Info{Products: `kind == "chip" || id == "q"`}, []graph.Node{{ID: "p", Product: graph.Yes}, {ID: "chip", Kind: "chip"}}, chips, []string{"chip", "q"}},
		{"an expression that is none", graph.Info{Products: `kind ==`}, []graph.Node{{ID: "p", Product: graph.Yes}}, chips, nil},
		{"none in a loop", graph.Info{}, nil, rows("a", "b", "b", "a"), nil},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			net := build(c.info, c.nodes, c.rows)
			if got := names(net, net.Products()); !slices.Equal(got, c.want) {
				t.Errorf("products are %q, want %q", got, c.want)
			}
			for i := range graph.NodeID(net.NumNodes()) {
				if net.IsProduct(i) != slices.Contains(c.want, net.ID(i)) {
					t.Errorf("%s is a product: %t", net.ID(i), net.IsProduct(i))
				}
			}
		})
	}
}

// TestTier draws tiers, counted upstream from the products p and q:
//
//	far -> ore -> chip -> p     spare    loop <-> pool
//	         \________________> q
func TestTier(t *testing.T) {
	net := build(graph.Info{Products: `id in ["p", "q", "r"]`}, nodes("spare", "r"),
		rows("far", "ore", "ore", "chip", "chip", "p", "ore", "q", "loop", "pool", "pool", "loop", "p", "p"))
	for name, want := range map[string]int{"p": 0, "q": 0, "r": 0, "chip": 1, "ore": 1, "far": 2, "spare": -1, "loop": -1, "pool": -1} {
		if got := net.Tier(id(t, net, name)); got != want {
			t.Errorf("tier of %s is %d, want %d", name, got, want)
		}
	}
}
