package loaders

import (
	"strconv"
	"strings"

	"linestop/graph"
)

// formula is what a gate asks: an event if it has no op.
type formula struct {
	op    string // and, or, atleast
	min   int    // of atleast: how many
	args  []formula
	event string // its name, as it is referred to
	kind  string // of the event; "event" = any
	place graph.Place
}

const anyEvent, constant = "event", "constant"

// formula reads a formula and reports all that is wrong in it; nil = it means nothing.
func (t *faultTree) formula(e *element) *formula {
	f := &formula{place: e.place}
	switch e.name {
	case "and", "or":
		f.op = e.name
	case "atleast":
		f.op = e.name
		n, err := strconv.Atoi(e.attr("min"))
		if f.min = n; err != nil || n < 1 || n > len(e.children) {
			t.problem(e.place, "atleast", "<atleast> asks for min=%q of its inputs, which is no whole number from 1 to %d", e.attr("min"), len(e.children))
			return nil
		}
	case "not", "xor", "nand", "nor", "iff", "imply", "cardinality":
		t.problem(e.place, "not-coherent", "<%s> is not read: only and, or and atleast are, in which more failures never mend anything", e.name)
	case "gate", "basic-event", "house-event", "event":
		return t.reference(e, f)
	case "constant":
		f.kind, f.event = constant, strconv.FormatBool(t.constant(e))
		return f
	default:
		t.problem(e.place, "unknown-formula", "<%s> is no formula", e.name)
		return nil
	}
	if f.op != "" && e.children == nil {
		t.problem(e.place, "no-formula", "<%s> has no inputs", e.name)
	}
	for i := range e.children {
		if arg := t.formula(&e.children[i]); arg != nil {
			f.args = append(f.args, *arg)
		}
	}
	if f.op == "" {
		return nil
	}
	return f
}

func (t *faultTree) reference(e *element, f *formula) *formula {
	f.event, f.kind = e.attr("name"), strings.ReplaceAll(e.name, "-", " ")
	if kind := e.attr("type"); e.name == anyEvent && kind != "" {
		f.kind = strings.ReplaceAll(kind, "-", " ")
	}
	if f.event == "" {
		t.problem(e.place, "empty-id", "<%s> has no name", e.name)
		return nil
	}
	return f
}

// constant reads the value of a house event or a constant.
func (t *faultTree) constant(e *element) bool {
	value, err := parseMark(e.attr("value"))
	if e.name != constant || err != nil {
		t.problem(e.place, "true-or-false", "<%s> is neither <constant value=\"true\"/> nor <constant value=\"false\"/>", e.name)
	}
	return value == graph.Yes
}
