package loaders

import (
	"fmt"
	"slices"

	"linestop/graph"
)

// treeNeed is what breaks a gate: so many of the inputs fail. An "or" is a need for each of its
// inputs, an "and" one need of which all sources must fail, "at least k of m" one with
// the quorum m - k + 1.
type treeNeed struct {
	gate   int32
	name   string
	inputs []treeInput
	fails  int
}

type treeInput struct {
	event int32
	place graph.Place
}

// write makes the rows of the network.
func (t *faultTree) write() {
	for i := range int32(len(t.events)) {
		if f := t.events[i].formula; f != nil {
			t.require(i, f)
		}
	}
	t.settle()
	t.loops()
	for _, v := range t.events {
		switch {
		case !v.certain:
			t.build.AddNode(v.node)
		case v.node.Kind == gate && !v.asked:
			t.problem(v.node.Place, "always-true", "top event %q happens whatever fails", v.node.ID)
		case !v.unnamed:
			t.warn(v.node.Place, "always-true", "%s %q happens whatever fails, and is left out", v.node.Kind, v.node.ID)
		}
	}
	rows := 0
	for k := range t.needs {
		rows += t.writeNeed(&t.needs[k])
	}
	if rows == 0 {
		t.problem(file(t.file), "no-gate", "no gate depends on an event")
	}
}

// require adds the needs that a formula is to a gate.
func (t *faultTree) require(gate int32, f *formula) {
	need := treeNeed{gate: gate, fails: 1}
	switch f.op {
	case "":
		need.inputs = t.input(need.inputs, gate, f)
	case "or":
		for i := range f.args {
			t.require(gate, &f.args[i])
		}
		return
	default:
		if need.name, need.fails = "and", len(f.args); f.op == "atleast" {
			need.name, need.fails = fmt.Sprintf("at least %d", f.min), f.min
		}
		if t.events[gate].needs++; t.events[gate].needs > 1 {
			need.name += fmt.Sprintf(" (%d)", t.events[gate].needs)
		}
		for i := range f.args {
			need.inputs = t.input(need.inputs, gate, &f.args[i])
		}
	}
	if len(need.inputs) >= need.fails {
		t.needs = append(t.needs, need)
	}
}

// input adds what an argument asks: an event, or a formula as a gate of its own.
func (t *faultTree) input(inputs []treeInput, of int32, f *formula) []treeInput {
	var i int32
	switch {
	case f.kind == constant:
		i = t.constantEvent(f)
	case f.op == "":
		var ok bool
		if i, ok = t.find(f, t.events[of].scope); !ok {
			return inputs
		}
	default:
		outer := t.events[of]
		outer.parts++
		i = t.addUnnamed(event{scope: outer.scope}, graph.Node{
			ID: fmt.Sprintf("%s.%d", outer.node.ID, outer.parts), Kind: gate, Place: f.place,
		})
		t.require(i, f)
	}
	t.events[i].asked = true
	return append(inputs, treeInput{i, f.place})
}

// constantEvent is the event that a constant stands for.
func (t *faultTree) constantEvent(f *formula) int32 {
	i := &t.never
	if f.event == "true" {
		i = &t.always
	}
	if *i < 0 {
		*i = t.addUnnamed(event{certain: i == &t.always}, graph.Node{ID: f.event, Kind: constant, Place: f.place})
	}
	return *i
}

// addUnnamed adds an event that the file has no name for, under one that is free.
func (t *faultTree) addUnnamed(v event, node graph.Node) int32 {
	taken := func() bool {
		_, public := t.public[node.ID]
		_, private := t.paths[node.ID]
		return public || private
	}
	for taken() {
		node.ID += "'"
	}
	v.node, v.unnamed = node, true
	i := int32(len(t.events))
	t.events = append(t.events, &v)
	t.paths[node.ID] = i
	return i
}

// writeNeed adds the rows of a need and says how many they are.
func (t *faultTree) writeNeed(need *treeNeed) int {
	if t.events[need.gate].certain {
		return 0
	}
	inputs := slices.DeleteFunc(need.inputs, func(in treeInput) bool { return t.events[in.event].certain })
	row := graph.Source{Customer: t.events[need.gate].node.ID}
	if len(inputs) > 1 {
		row.Need = need.name
		if quorum := len(inputs) - need.fails + 1; quorum > 1 {
			row.Quorum = graph.Num(float64(quorum))
		}
	}
	for _, in := range inputs {
		row.Supplier, row.Place = t.events[in.event].node.ID, in.place
		t.build.AddSource(row)
	}
	return len(inputs)
}
