package graph

import (
	"fmt"
	"slices"
	"strings"
)

// nodes finds nodes described twice and nodes that nothing connects.
func (j *judge) nodes() {
	for row, i := range eachOf(j.ctx, j.nodeRows.node) {
		at := j.nodePlace(row)
		if first := j.rowOf(i); first != row {
			j.err("duplicate-node", at, "node %q is already described%s", j.ID(i), in(j.nodePlace(first)))
		} else if len(j.Deliveries(i)) == 0 && !j.hasNeeds(i) && len(j.Children(i)) == 0 {
			j.warn("isolated-node", at, "node %q has no supplier, no customer and nothing that belongs to it", j.ID(i))
		}
	}
}

func (j *judge) countries() {
	hints := map[symbol]string{} // by code: empty for a good one
	for row, s := range j.nodeRows.texts[country].given(j.ctx) {
		code := symbol(s)
		hint, known := hints[code]
		if !known {
			hint = countryHint(j.symbols.at(code))
			hints[code] = hint
		}
		if hint != "" {
			r := &j.nodeRows
			j.warn("unknown-country", inColumn(j.nodePlace(row), int(r.countryColumn.at(row))), "country %q of %q %s",
				j.symbols.at(code), j.ID(r.node[row]), hint)
		}
	}
}

// loops finds parents that form one. Each is reported once, at its node that was read
// first.
func (j *judge) loops() {
	walk := make([]NodeID, j.NumNodes())                    // the walk, counted from 1, that came by
	for start := range Each(j.ctx, NodeID(len(j.parent))) { // the others have no parent
		i := start
		for i != None && walk[i] == 0 {
			walk[i] = start + 1
			i = j.Parent(i)
		}
		if i != None && walk[i] == start+1 {
			j.loop(i)
		}
	}
}

func (j *judge) loop(member NodeID) {
	loop := []NodeID{member}
	for i := j.Parent(member); i != member; i = j.Parent(i) {
		loop = append(loop, i)
	}
	if len(loop) == 1 {
		j.err("parent-loop", j.met(member), "node %q is its own parent", j.ID(member))
		return
	}
	least := slices.Index(loop, slices.Min(loop))
	loop = slices.Concat(loop[least:], loop[:least+1])
	j.err("parent-loop", j.met(loop[0]), "parents form a loop: %s", j.path(loop))
}

// path shows at most the first ten nodes of a loop.
func (j *judge) path(nodes []NodeID) string {
	const most = 10
	var names []string
	for _, i := range nodes[:min(most, len(nodes))] {
		names = append(names, fmt.Sprintf("%q", j.ID(i)))
	}
	if len(nodes) > most {
		names = append(names, fmt.Sprintf("%d more", len(nodes)-most))
	}
	return strings.Join(names, " belongs to ")
}

// columns finds further columns whose names stand for something else in expressions.
func (j *judge) columns() {
	taken := map[string]bool{}
	for _, name := range j.ownNames() {
		taken[name] = true
	}
	for _, a := range j.nodeRows.attrs {
		name := identifier(a.name)
		if taken[name] {
			j.warn("hidden-column", Place{}, "column %q of the node table cannot be selected by: %q stands for something else", a.name, name)
		}
		taken[name] = true
	}
}
