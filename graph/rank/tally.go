package rank

import (
	"linestop/graph"
	"linestop/graph/sweep"
)

// tally counts what is broken, with what a walk keeps from step to step.
type tally struct {
	sums
	net      *graph.Network
	walk     *sweep.Walk
	products []product // broken, in the order of the walk
}

func newTally(net *graph.Network, f *sweep.Forest, u units) *tally {
	return &tally{sums: newSums(u), net: net, walk: f.Walk()}
}

// product is a broken one.
type product struct {
	place  int   // on the list of what is broken
	unit   int32 // of its volume
	before float64
}

// follow takes note of what a step breaks.
func (t *tally) follow(s sweep.Step) {
	for n := len(t.products) - 1; n >= 0 && t.products[n].place >= s.Kept; n-- {
		t.back(t.products[n].unit, t.products[n].before)
		t.products = t.products[:n]
	}
	for place := s.Kept; place < len(s.Broken); place++ {
		if i := s.Broken[place]; t.net.IsProduct(i) {
			unit, before := t.add(i, 1)
			t.products = append(t.products, product{place, unit, before})
		}
	}
}

// breaks is what a step breaks besides what is lost.
func (t *tally) breaks(s sweep.Step, lost Count) Count {
	return Count{int32(len(s.Broken)) - lost.Nodes, int32(len(t.products)) - lost.Products}
}
