package index

import (
	"context"
	"slices"

	"linestop/graph"
)

// onward leads from suppliers to the needs they serve and, beside each so that a
// search need not look it up, to its customer.
type onward struct {
	first     []int32 // by supplier, and one more: a range of the others
	needs     []graph.NeedID
	customers []graph.NodeID
}

func (o *onward) of(i graph.NodeID) ([]graph.NeedID, []graph.NodeID) {
	first, end := o.first[i], o.first[i+1]
	return o.needs[first:end], o.customers[first:end]
}

// bySupplier files the rows that count under their suppliers.
func bySupplier(ctx context.Context, net *graph.Network, counts func(graph.SourceID) bool) onward {
	o := onward{
		make([]int32, 0, net.NumNodes()+1),
		make([]graph.NeedID, 0, net.NumSources()),
		make([]graph.NodeID, 0, net.NumSources()),
	}
	for i := range graph.Each(ctx, graph.NodeID(net.NumNodes())) {
		o.first = append(o.first, int32(len(o.needs)))
		for _, row := range net.Deliveries(i) {
			if counts(row) {
				_, customer := net.Ends(row)
				o.needs, o.customers = append(o.needs, net.NeedOf(row)), append(o.customers, customer)
			}
		}
	}
	o.first = append(o.first, int32(len(o.needs)))
	o.needs, o.customers = slices.Clip(o.needs), slices.Clip(o.customers)
	return o
}
