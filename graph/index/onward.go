package index

import (
	"context"
	"slices"

	"linestop/graph"
)

// onward leads from suppliers to the needs that count on them and, beside each so that
// a search need not look it up, to its customer: graph.Network.Onward without the rows
// that do not count.
type onward struct {
	first     []int32 // by supplier, and one more: a range of the others
	needs     []graph.NeedID
	customers []graph.NodeID
}

func (o *onward) of(i graph.NodeID) ([]graph.NeedID, []graph.NodeID) {
	first, end := o.first[i], o.first[i+1]
	return o.needs[first:end], o.customers[first:end]
}

func (o *onward) ahead(nodes []graph.NodeID) (sum int32) {
	last := int32(len(o.needs)) - 1
	if last < 0 {
		return 0
	}
	for _, i := range nodes {
		at := min(o.first[i], last)
		sum += int32(o.needs[at]) + int32(o.customers[at])
	}
	return sum
}

// fill files the rows that count in a world under their suppliers.
func (o *onward) fill(ctx context.Context, w *World) {
	o.first = make([]int32, 0, w.Nodes()+1)
	for i := range graph.Each(ctx, graph.NodeID(w.Nodes())) {
		o.first = append(o.first, int32(len(o.needs)))
		needs, customers := w.net.Onward(i)
		for n, row := range w.net.Deliveries(i) {
			if w.counts(row, needs[n]) {
				o.needs, o.customers = append(o.needs, needs[n]), append(o.customers, customers[n])
			}
		}
	}
	o.first = append(o.first, int32(len(o.needs)))
	o.needs, o.customers = slices.Clip(o.needs), slices.Clip(o.customers)
}
