package index

import "linestop/graph"

// Days are the numbers by which the reading timeline waits; what the data leave
// blank is 0.
type Days struct {
	Buffer  []float64 // by need: stock of the customer, in days of normal use
	Refill  []float64 // by need: extra intake that may rebuild it, as a part of normal use
	Transit []float64 // by row: days on the way
	Switch  []float64 // by row: days from share to max_share
	Stock   []float64 // by node: finished stock, in days of output
}

// Days are computed once, O(nodes + rows). The caller must not change them.
func (ix *Index) Days() *Days { return ix.days() }

func newDays(net *graph.Network) *Days {
	return &Days{
		Buffer:  numbers(net.NumNeeds(), net.BufferDays),
		Refill:  numbers(net.NumNeeds(), net.Refill),
		Transit: numbers(net.NumSources(), net.TransitDays),
		Switch:  numbers(net.NumSources(), net.SwitchDays),
		Stock:   numbers(net.NumNodes(), net.StockDays),
	}
}

func numbers[ID ~int32](n int, of func(ID) graph.Number) []float64 {
	list := make([]float64, n)
	for id := range list {
		list[id] = of(ID(id)).Or(0)
	}
	return list
}
