package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"
)

// MaxExpression is the longest expression, in bytes: the parser goes one call
// deeper with each bracket.
const MaxExpression = 64 << 10

// functions are those of the language that an expression may call. What loops,
// builds lists or asks for the time stays out, so that each expression ends soon
// and always means the same.
var functions = []string{
	"abs", "ceil", "float", "floor", "hasPrefix", "hasSuffix", "indexOf", "int", "lastIndexOf", "len", "lower",
	"max", "min", "round", "string", "trim", "trimPrefix", "trimSuffix", "upper",
}

// Select lists, in order, the nodes for which an expression holds, such as
//
//	country == "CN" && kind in ["fab", "assembly"]
//
// It may use id, name, kind, parent, country, product, tier, volume, unit,
// stock_days, recover_days, note, evidence, confidence, as_of, every further
// column of the node table (a number where all its cells are numbers, else
// text) and under("x"), true for x and all that belongs to it at any depth. In
// the names of further columns, _ stands for what is neither letter nor digit.
// Missing text is "", a missing number is smaller, larger and equal to nothing,
// itself included. The language is that of github.com/expr-lang/expr with
// functions of texts and numbers only.
func (n *Network) Select(expression string) ([]NodeID, error) { return n.filter(expression) }

// filter is Select without the fields that are hidden.
func (n *Network) filter(expression string, hidden ...string) ([]NodeID, error) {
	if len(expression) > MaxExpression {
		return nil, fmt.Errorf("expression %.40q... has %d bytes, more than %d", expression, len(expression), MaxExpression)
	}
	names, err := identifiers(expression)
	if err != nil {
		return nil, selectError(expression, err, nil)
	}
	now := None
	env := map[string]any{"under": func(id string) bool { return n.isUnder(now, id) }}
	used := map[string]func(NodeID) any{}
	for _, name := range names {
		if f, ok := n.field(name); ok && !slices.Contains(hidden, name) {
			env[name], used[name] = f.zero, f.of
		}
	}
	program, err := expr.Compile(expression, options(env)...)
	if err != nil {
		return nil, selectError(expression, err, n.fieldNames(hidden))
	}
	var found []NodeID
	var machine vm.VM
	for now = range NodeID(n.NumNodes()) {
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

func options(env map[string]any) []expr.Option {
	list := []expr.Option{expr.Env(env), expr.AsBool(), expr.DisableAllBuiltins()}
	for _, name := range functions {
		list = append(list, expr.EnableBuiltin(name))
	}
	return list
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
		i = n.parent[i]
	}
	return false
}

// identifiers lists the names in an expression: fields that it does not name
// need not be read for every node.
func identifiers(expression string) (names []string, err error) {
	tree, err := parser.Parse(expression)
	if err != nil {
		return nil, err
	}
	ast.Walk(&tree.Node, visitor(func(node ast.Node) {
		if id, ok := node.(*ast.IdentifierNode); ok {
			names = append(names, id.Value)
		}
	}))
	return names, nil
}

type visitor func(ast.Node)

func (v visitor) Visit(node *ast.Node) { v(*node) }

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
