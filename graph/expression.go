package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
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

// identifiers lists the names in an expression: fields that it does not name
// need not be read for every node. It refuses what an expression may not use.
func identifiers(expression string) ([]string, error) {
	if len(expression) > MaxExpression {
		return nil, fmt.Errorf("%d bytes are more than %d", len(expression), MaxExpression)
	}
	tree, err := parser.Parse(expression)
	if err != nil {
		return nil, err
	}
	var v visitor
	ast.Walk(&tree.Node, &v)
	if v.refused != nil {
		return nil, v.refused.Bind(tree.Source)
	}
	return v.names, nil
}

type visitor struct {
	names   []string
	refused *file.Error
}

func (v *visitor) Visit(node *ast.Node) {
	switch x := (*node).(type) {
	case *ast.IdentifierNode:
		v.names = append(v.names, x.Value)
		if x.Value == "$env" { // all fields at once
			v.refuse(x, "unknown name $env")
		}
	case *ast.BuiltinNode:
		if !slices.Contains(functions, x.Name) {
			v.refuse(x, "unknown function "+x.Name)
		}
	}
}

func (v *visitor) refuse(node ast.Node, message string) {
	if v.refused == nil {
		v.refused = &file.Error{Location: node.Location(), Message: message}
	}
}

// selectError says in one line what is wrong with an expression. names are those
// that it may use.
func selectError(expression string, err error, names []string) error {
	message := err.Error()
	if at := new(file.Error); errors.As(err, &at) {
		message = fmt.Sprintf("%.200s", at.Message)
		if at.Line > 1 {
			message += fmt.Sprintf(" at line %d, column %d", at.Line, at.Column+1)
		} else {
			message += fmt.Sprintf(" at column %d", at.Column+1)
		}
		if name, ok := strings.CutPrefix(at.Message, "unknown name "); ok {
			message += instead(name, names, slices.Concat(names, functions))
		} else if name, ok := strings.CutPrefix(at.Message, "unknown function "); ok {
			message += instead(name, functions, functions)
		}
	}
	const shown = 100
	if len(expression) > shown {
		return fmt.Errorf("expression %.*q...: %s", shown, expression, message)
	}
	return fmt.Errorf("expression %q: %s", expression, message)
}

func instead(name string, all, near []string) string {
	if meant := Nearest(name, slices.Values(near), 1); len(meant) > 0 {
		return fmt.Sprintf(" (did you mean %q?)", meant[0])
	}
	return "; known are " + strings.Join(all, ", ")
}
