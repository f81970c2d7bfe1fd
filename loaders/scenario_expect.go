package loaders

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

// expectation reads what really happened to a node.
func (r *scenarioReader) expectation(node *yaml.Node, number int) graph.Expectation {
	what := fmt.Sprintf("expectation %d", number)
	o := r.object(node, what, "node effect from until through use evidence")
	e := graph.Expectation{
		From:     r.day(o, "from"),
		Until:    r.day(o, "until"),
		Through:  r.day(o, "through"),
		Evidence: o.text("evidence"),
		Place:    r.place(node),
	}
	if node.Kind != yaml.MappingNode {
		return e
	}
	o.need("node", "effect")
	e.Node = o.text("node")
	e.Effect = o.oneOf("effect", "stop reduce none")
	if e.Use = o.oneOf("use", "test control partial calibrate"); e.Use == "" {
		e.Use = "test"
	}
	if e.Effect == "none" {
		r.without(o, "from", "until")
	} else if e.Effect != "" {
		r.without(o, "through")
	}
	if e.From.Given && e.Until.Given && e.Until.Value < e.From.Value {
		r.report(o.values["until"], "order", "until %s is before from %s", o.text("until"), o.text("from"))
	}
	return e
}

func (r *scenarioReader) without(o object, keys ...string) {
	for _, key := range keys {
		if o.has(key) {
			r.report(o.values[key], "conflict", "%s of effect %s has no %s", o.what, o.text("effect"), key)
		}
	}
}
