package graph

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"
)

// Select lists, in order, the nodes for which an expression holds, such as
//
//	country == "CN" && kind in ["fab", "assembly"]
//
// It may use id, name, kind, parent, country, product, tier, volume, unit,
// stock_days, recover_days, note, evidence, confidence, as_of, every further
// column of the node table (a number where all its cells are numbers, else
// text) and under("x"), true for all that belongs to x at any depth. Missing
// text is "", a missing number is smaller, larger and equal to nothing.
// The language is that of github.com/expr-lang/expr.
func (n *Network) Select(expression string) ([]NodeID, error) {
	return n.filter(expression, n.fields())
}

// selectProducts is Select without what depends on the products.
func (n *Network) selectProducts(expression string) ([]NodeID, error) {
	fields := n.fields()
	delete(fields, "tier")
	delete(fields, "product")
	return n.filter(expression, fields)
}

// field reads one variable of an expression.
type field func(NodeID) any

func (n *Network) fields() map[string]field {
	fields := map[string]field{
		"id":      func(i NodeID) any { return n.ids[i] },
		"product": func(i NodeID) any { return n.product[i] },
		"tier":    func(i NodeID) any { return n.Tier(i) },
		"parent": func(i NodeID) any {
			if p := n.parent[i]; p != None {
				return n.ids[p]
			}
			return ""
		},
	}
	for name, c := range map[string]int{"name": nodeName, "kind": kind, "country": country, "unit": unit, "note": nodeNote,
		"evidence": nodeEvidence, "confidence": nodeConfidence, "as_of": nodeAsOf} {
		fields[name] = func(i NodeID) any { return n.nodeText(i, c) }
	}
	for name, c := range map[string]int{"volume": volume, "stock_days": stockDays, "recover_days": recoverDays} {
		fields[name] = func(i NodeID) any { return n.nodeNumber(i, c) }
	}
	for _, a := range n.nodeCols.attrs {
		if _, taken := fields[a.name]; !taken {
			fields[a.name] = n.attrField(a)
		}
	}
	return fields
}

func (n *Network) nodeNumber(i NodeID, c int) float64 {
	if row := n.nodeRow[i]; row >= 0 {
		return n.nodeCols.number(c, int(row)).Or(math.NaN())
	}
	return math.NaN()
}

func (n *Network) attrField(a attrColumn) field {
	text := func(i NodeID) string {
		if row := n.nodeRow[i]; row >= 0 {
			return n.symbols.text[at(a.values, int(row))]
		}
		return ""
	}
	for _, sym := range a.values {
		if _, err := strconv.ParseFloat(n.symbols.text[sym], 64); err != nil && sym != 0 {
			return func(i NodeID) any { return text(i) }
		}
	}
	return func(i NodeID) any {
		v, err := strconv.ParseFloat(text(i), 64)
		if err != nil {
			return math.NaN()
		}
		return v
	}
}

func (n *Network) filter(expression string, fields map[string]field) ([]NodeID, error) {
	tree, err := parser.Parse(expression)
	if err != nil {
		return nil, selectError(expression, err, nil)
	}
	used := usedFields(tree, fields)
	env := map[string]any{}
	fill := func(i NodeID) {
		for name := range used {
			env[name] = used[name](i)
		}
	}
	now := NodeID(0)
	env["under"] = func(id string) bool { return n.isUnder(now, id) }
	if n.NumNodes() > 0 {
		fill(0)
	}
	program, err := expr.Compile(expression, expr.Env(env), expr.AsBool())
	if err != nil {
		return nil, selectError(expression, err, slices.Sorted(maps.Keys(fields)))
	}
	var found []NodeID
	var machine vm.VM
	for i := range NodeID(n.NumNodes()) {
		now = i
		fill(i)
		holds, err := machine.Run(program, env)
		if err != nil {
			return nil, fmt.Errorf("expression %q at node %q: %w", expression, n.ids[i], selectError(expression, err, nil))
		}
		if holds.(bool) {
			found = append(found, i)
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
		if n.ids[i] == id {
			return true
		}
		i = n.parent[i]
	}
	return false
}

// usedFields keeps the fields that the expression names: the others need not be
// read for every node.
func usedFields(tree *parser.Tree, fields map[string]field) map[string]field {
	v := identifiers{}
	ast.Walk(&tree.Node, v)
	used := map[string]field{}
	for name := range v {
		if f, ok := fields[name]; ok {
			used[name] = f
		}
	}
	return used
}

type identifiers map[string]bool

func (v identifiers) Visit(node *ast.Node) {
	if id, ok := (*node).(*ast.IdentifierNode); ok {
		v[id.Value] = true
	}
}

// selectError says in one line what is wrong with an expression.
func selectError(expression string, err error, names []string) error {
	message := err.Error()
	if at := new(file.Error); errors.As(err, &at) {
		message = fmt.Sprintf("%s at column %d", at.Message, at.Column+1)
		if name, ok := strings.CutPrefix(at.Message, "unknown name "); ok {
			if near := Nearest(name, slices.Values(names), 1); len(near) > 0 {
				message += fmt.Sprintf(" (did you mean %q?)", near[0])
			} else {
				message += "; the names are " + strings.Join(names, ", ")
			}
		}
	}
	return fmt.Errorf("expression %q: %s", expression, message)
}
