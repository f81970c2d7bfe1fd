package graph_test

import (
	"errors"
	"slices"
	"testing"

	"linestop/graph"
)

// The network of these tests: b needs wafers from a or c, and something else
// from a; d:e belongs to c.
func resolvable() *graph.Network {
	return build(graph.Info{}, []graph.Node{{ID: "a", Country: "CN"}, {ID: "b"}, {ID: "c"}, {ID: "d:e", Parent: "c", Country: "CN"}}, []graph.Source{
		{Supplier: "a", Customer: "b", Need: "wafers"},
		{Supplier: "c", Customer: "b", Need: "wafers"},
		{Supplier: "a", Customer: "b"},
		{Supplier: "a", Customer: "d:e", Need: "x:y"},
	})
}

func TestResolve(t *testing.T) {
	supply := func(supplier, customer, need string) graph.Cut {
		return graph.Cut{Supply: &graph.Supply{Supplier: supplier, Customer: customer, Need: need}}
	}
	tests := []struct {
		name    string
		cut     graph.Cut
		nodes   []string
		rows    []graph.SourceID
		err     string
		near    []string // of an unknown node
		unknown bool
	}{
		{name: "node", cut: graph.Cut{Target: "a"}, nodes: []string{"a"}},
		{name: "all that belongs to it", cut: graph.Cut{Target: "c"}, nodes: []string{"c", "d:e"}},
		{name: "expression", cut: graph.Cut{Where: `country == "CN"`}, nodes: []string{"a", "d:e"}},
		{name: "an expression selects no family", cut: graph.Cut{Where: `id == "c"`}, nodes: []string{"c"}},
		{name: "rows", cut: supply("a", "b", ""), rows: []graph.SourceID{0, 2}},
		{name: "rows of a need", cut: supply("a", "b", "wafers"), rows: []graph.SourceID{0}},

		{name: "unknown node", cut: graph.Cut{Target: "d-e"}, err: `node "d-e" is not in the data`, near: []string{"d:e"}, unknown: true},
		{name: "nothing like it", cut: graph.Cut{Target: "zebra"}, err: `node "zebra" is not in the data`, unknown: true},
		{name: "nothing named", err: `node "" is not in the data`, unknown: true},
		{name: "nothing selected", cut: graph.Cut{Where: `tier > 9`}, err: `no node for which tier > 9: not in the data`, unknown: true},
		{name: "no expression", cut: graph.Cut{Where: `tier >`}, err: `expression "tier >": unexpected token EOF at column 6`},
		{name: "unknown supplier", cut: supply("d:f", "b", ""), err: `node "d:f" is not in the data`, near: []string{"d:e"}, unknown: true},
		{name: "unknown customer", cut: supply("a", "bb", ""), err: `node "bb" is not in the data`, near: []string{"b"}, unknown: true},
		{name: "no such row", cut: supply("b", "a", ""), err: `row "b->a": not in the data`, unknown: true},
		{name: "no such need", cut: supply("c", "b", "masks"), err: `row "c->b:masks": not in the data`, unknown: true},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			net := resolvable()
			nodes, rows, err := net.Resolve(t.Context(), c.cut)
			message := ""
			if err != nil {
				message = err.Error()
			}
			if !slices.Equal(names(net, nodes), c.nodes) || !slices.Equal(rows, c.rows) || message != c.err {
				t.Errorf("got nodes %q, rows %d, error %q", names(net, nodes), rows, message)
			}
			if errors.Is(err, graph.ErrUnknown) != c.unknown {
				t.Errorf("unknown: %t", !c.unknown)
			}
			var node *graph.UnknownNodeError
			if errors.As(err, &node) && !slices.Equal(node.Near, c.near) {
				t.Errorf("near it are %q, want %q", node.Near, c.near)
			}
		})
	}
}
