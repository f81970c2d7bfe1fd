package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
)

// Select lists, in order, the nodes for which an expression holds, such as
//
//	country == "CN" && kind in ["fab", "assembly"]
//
// It may use id, name, kind, sector, parent, country, product, tier, volume, unit,
// stock_days, recover_days, p_fail, note, evidence, confidence, as_of, every further
// column of the node table (a number where all its cells are numbers, else
// text) and under("x"), true for x and all that belongs to it at any depth. In
// the names of further columns, _ stands for what is neither letter nor digit.
// Missing text is "", a missing number is smaller, larger and equal to nothing,
// itself included. The language is that of github.com/expr-lang/expr with
// functions of texts and numbers only.
//
// It is evaluated for every node until ctx ends.
func (n *Network) Select(ctx context.Context, expression string) ([]NodeID, error) {
	return n.filter(ctx, expression)
}

// filter is Select without the fields that are hidden.
func (n *Network) filter(ctx context.Context, expression string, hidden ...string) ([]NodeID, error) {
	names, err := identifiers(expression)
	if err != nil {
		return nil, selectError(expression, err, n.fieldNames(hidden))
	}
	now := None
	env := map[string]any{"under": func(id string) bool { return n.isUnder(now, id) }}
	used := map[string]func(NodeID) any{}
	for _, name := range names {
		if f, ok := n.field(name); ok && !slices.Contains(hidden, name) {
			env[name], used[name] = f.zero, f.of
		}
	}
	program, err := expr.Compile(expression, expr.Env(env), expr.AsBool())
	if err != nil {
		return nil, selectError(expression, err, n.fieldNames(hidden))
	}
	var found []NodeID
	var machine vm.VM
	for now = range NodeID(n.NumNodes()) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for name, of := range used {
			env[name] = of(now)
		}
		holds, err := machine.Run(program, env)
		if err != nil {
			return nil, fmt.Errorf("at node %q: %w", n.ID(now), selectError(expression, err, nil))
		}
		if holds.(bool) {
			found = append(found, now)
		}
	}
	return found, nil
}

// isUnder says whether node i is the node id or belongs to it. The depth bound
// ends a loop of parents.
func (n *Network) isUnder(i NodeID, id string) bool {
	for range n.NumNodes() {
		if i == None {
			return false
		}
		if n.ID(i) == id {
			return true
		}
		i = n.Parent(i)
	}
	return false
}
