package loaders

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

// change reads a what-if. Its keys are the columns of the node table if it has
// an id, else those of the table of supplies.
func (r *scenarioReader) change(node *yaml.Node, number int) graph.Change {
	what := fmt.Sprintf("change %d", number)
	o := r.object(node, what, "add remove set")
	c := graph.Change{Place: r.place(node)}
	if node.Kind != yaml.MappingNode {
		return c
	}
	r.exactlyOne(o, "add", "remove", "set")
	for _, action := range []graph.Action{graph.Add, graph.Remove, graph.Set} {
		if body := o.values[action.String()]; body != nil {
			c.Action = action
			r.changed(body, what, &c)
			return c
		}
	}
	return c
}

func (r *scenarioReader) changed(body *yaml.Node, what string, c *graph.Change) {
	if isNode(body) {
		known := names(nodeTable)
		if c.Action == graph.Remove {
			known = known[:1] // the id
		}
		c.Node = &graph.Node{}
		fill(r.document, nodeTable, body, what, known, c.Node)
		return
	}
	known := names(supplyTable)
	if c.Action == graph.Remove {
		known = known[:3] // supplier, customer and need
	}
	fill(r.document, supplyTable, body, what, known, &c.Source)
	if body.Kind == yaml.MappingNode && (c.Source.Customer == "" || c.Action == graph.Add && c.Source.Supplier == "") {
		r.report(body, "missing-key", "%s names neither a node by id nor a row by supplier and customer", what)
	}
}

func isNode(body *yaml.Node) bool {
	for i := 0; i+1 < len(body.Content); i += 2 {
		if body.Content[i].Value == "id" {
			return true
		}
	}
	return false
}

// fill reads a mapping of columns to cells into row.
func fill[T any](d *document, t *table[T], node *yaml.Node, what string, known []string, row *T) {
	*t.place(row) = d.place(node)
	for key, value := range d.pairs(node, what) {
		if !d.isKnown(key, what, known) {
			continue
		}
		if value.Kind != yaml.ScalarNode {
			d.wrongKind(value, key.Value, "a text or a number")
			continue
		}
		text := strings.TrimSpace(value.Value)
		if text == "" || value.Tag == "!!null" {
			continue
		}
		c := t.find(key.Value)
		if err := c.parse(row, text, 0); err != nil {
			d.report(value, c.code(), "%v", err)
		}
	}
}
