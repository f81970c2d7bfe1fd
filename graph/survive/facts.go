package survive

import (
	"math"

	"linestop/graph"
	"linestop/graph/index"
)

// facts are what forecasts need to know of a network.
type facts struct {
	ix       *index.Index
	days     *index.Days
	products []bool    // by node: is a product that is asked for
	matters  []bool    // by node: such a product may hang on it
	today    []float64 // by row: carried today, at most
	needs    []fact    // by need
}

// fact is what forecasts need to know of a need.
type fact struct {
	total    float64 // carried by all its rows together
	weight   float64 // part of the customer's rate that is lost with it
	buffer   float64 // days in stock, 0 if they are none
	switches float64 // days until the first of its rows has switched; +Inf if none does
	rows     int32   // that carry something
	quorum   int32   // of them
}

func newFacts(ix *index.Index, products func(graph.NodeID) bool) *facts {
	net := ix.Net
	f := &facts{
		ix: ix, days: ix.Days(),
		products: make([]bool, net.NumNodes()),
		matters:  make([]bool, net.NumNodes()),
		today:    make([]float64, net.NumSources()),
		needs:    make([]fact, net.NumNeeds()),
	}
	for k := range f.needs {
		f.needs[k] = f.fact(graph.NeedID(k))
	}
	f.reach(products)
	return f
}

func (f *facts) fact(k graph.NeedID) fact {
	net, rates := f.ix.Net, f.ix.Rates()
	n := fact{switches: math.Inf(1)}
	for _, row := range net.SourcesOf(k) {
		f.today[row] = rates.Worst[row]
		if wait := f.days.Switch[row]; wait > 0 {
			if f.today[row] = rates.Share[row]; rates.Worst[row] > rates.Share[row] {
				n.switches = min(n.switches, wait)
			}
		}
		n.total += f.today[row]
		if f.today[row] > 0 {
			n.rows++
		}
	}
	n.quorum = min(int32(net.NeedQuorum(k)), n.rows)
	if n.buffer = f.days.Buffer[k]; n.buffer <= simultaneous {
		n.buffer = 0
	}
	switch net.NeedLevel(k) {
	case graph.Critical:
		n.weight = 1
	case graph.Degrading:
		n.weight = net.Need(k).Weight
	}
	return n
}

// reach finds the nodes on which products hang.
func (f *facts) reach(products func(graph.NodeID) bool) {
	var work []graph.NodeID
	mark := func(i graph.NodeID) {
		if !f.matters[i] {
			f.matters[i] = true
			work = append(work, i)
		}
	}
	for i := range graph.NodeID(len(f.matters)) {
		if f.products[i] = products(i); f.products[i] {
			mark(i)
		}
	}
	for len(work) > 0 {
		i := work[len(work)-1]
		work = work[:len(work)-1]
		for k := range f.ix.Net.Needs(i) {
			if f.needs[k].weight == 0 {
				continue
			}
			for _, row := range f.ix.Net.SourcesOf(k) {
				supplier, _ := f.ix.Net.Ends(row)
				mark(supplier)
			}
		}
	}
}
