package harden

import (
	"slices"

	"linestop/graph"
)

// fault is a need that a loss leaves unmet.
type fault struct {
	need    graph.NeedID
	missing int            // how many changes to it meet it again, if no loss takes their sources away
	sources []graph.NodeID // the dead ones
}

// faults lists the needs by whose failing the lost nodes, rising, break products, from the
// products on upstream. With open candidates, those are there as well by whose failing the suppliers would be
// dead that these give to a need.
func (t *trial) faults(lost, products []graph.NodeID, open bool) []fault {
	var list []fault
	var todo []graph.NodeID
	visit := func(i graph.NodeID) {
		if !t.seen.Has(i) {
			t.seen.Add(i)
			todo = append(todo, i)
		}
	}
	for _, i := range products {
		if t.failed.Has(i) {
			visit(i)
		}
	}
	for next := 0; next < len(todo); next++ {
		if _, cut := slices.BinarySearch(lost, todo[next]); cut {
			continue
		}
		for k := range t.world.NeedsOf(todo[next]) {
			dead := t.deadOf(k)
			beyond := len(dead) - int(t.tolerance(k))
			if len(dead) == 0 || beyond <= 0 {
				continue
			}
			if len(t.taken[k]) == 0 && t.unsure(k) {
				beyond = max(1, beyond-len(t.ix.Net.SourcesOf(k))+t.ix.Net.NeedQuorum(k))
			}
			list = append(list, fault{k, beyond, dead})
			for _, supplier := range dead {
				visit(supplier)
			}
			for _, n := range t.at[k] {
				if c := t.Candidates[n]; open && c.Supplier != graph.None && t.failed.Has(c.Supplier) {
					visit(c.Supplier)
				}
			}
		}
	}
	for _, i := range todo {
		t.seen.Drop(i)
	}
	return list
}

// deadOf lists the dead sources of need k.
func (t *trial) deadOf(k graph.NeedID) []graph.NodeID {
	var dead []graph.NodeID
	for supplier := range t.world.Suppliers(k) {
		if t.failed.Has(supplier) {
			dead = append(dead, supplier)
		}
	}
	for _, c := range t.taken[k] {
		if c.Supplier != graph.None && t.failed.Has(c.Supplier) {
			dead = append(dead, c.Supplier)
		}
	}
	return dead
}
