package harden

import (
	"slices"

	"linestop/graph"
)

// fault is a need that a loss leaves unmet.
type fault struct {
	need     graph.NeedID
	customer graph.NodeID
	missing  int            // how many changes to it meet it again, if no loss takes their sources away
	beyond   int            // how many of the dead sources would have to run
	bears    int            // how many more of them need not, after a change
	sources  []graph.NodeID // the dead ones
}

// wreck is the needs by whose failing a loss breaks products, by the order in which their customers failed.
type wreck struct {
	*trial
	faults []fault
	first  []int32 // by place in that order, and one more: the first fault
}

// of are the faults of the node at a place; none of what is lost itself, or on no way to a product.
func (w *wreck) of(place int) []fault { return w.faults[w.first[place]:w.first[place+1]] }

// wreck is for the loss that the trial is at. With open candidates, the needs are there as well by whose failing
// the suppliers would be dead that these give to a need. It is valid until the next.
func (t *trial) wreck(l loss, open bool) *wreck {
	w := &t.wrecked
	w.trial = t
	found := t.faults(l.nodes, l.products, open)
	w.first = append(w.first[:0], make([]int32, len(t.nodes)+2)...)
	for _, f := range found {
		w.first[t.place[f.customer]+2]++
	}
	for at := range len(t.nodes) + 1 {
		w.first[at+1] += w.first[at]
	}
	w.faults = append(w.faults[:0], found...)
	for _, f := range found {
		next := &w.first[t.place[f.customer]+1]
		w.faults[*next] = f
		*next++
	}
	return w
}

// faults lists them from the products on upstream.
func (t *trial) faults(lost, products []graph.NodeID, open bool) []fault {
	list, todo := t.found[:0], t.todo[:0]
	t.sources = t.sources[:0]
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
			bears := 1
			if len(t.taken[k]) == 0 && t.unsure(k) {
				bears += len(t.ix.Net.SourcesOf(k)) - t.ix.Net.NeedQuorum(k)
			}
			list = append(list, fault{k, todo[next], max(1, beyond-bears+1), beyond, bears, dead})
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
	t.found, t.todo = list, todo
	return list
}

// deadOf lists the dead sources of need k. It is valid until the next call of faults.
func (t *trial) deadOf(k graph.NeedID) []graph.NodeID {
	first := len(t.sources)
	for supplier := range t.world.Suppliers(k) {
		if t.failed.Has(supplier) {
			t.sources = append(t.sources, supplier)
		}
	}
	for _, c := range t.taken[k] {
		if c.Supplier != graph.None && t.failed.Has(c.Supplier) {
			t.sources = append(t.sources, c.Supplier)
		}
	}
	return slices.Clip(t.sources[first:])
}
