package index

import (
	"context"
	"slices"

	"linestop/graph"
)

// rule is what a need asks: m rows, s of them sure, q of them running. A need
// that is not critical has q = 0.
type rule struct{ m, s, q int32 }

func rules(ctx context.Context, net *graph.Network) (needs []rule, unsure bool) {
	needs = make([]rule, net.NumNeeds())
	for k := range graph.Each(ctx, graph.NeedID(net.NumNeeds())) {
		rows := net.SourcesOf(k)
		r := rule{m: int32(len(rows))}
		for _, row := range rows {
			if net.Sure(row) {
				r.s++
			}
		}
		if net.NeedLevel(k) == graph.Critical {
			r.q = int32(net.NeedQuorum(k))
			unsure = unsure || r.s < r.m
		}
		needs[k] = r
	}
	return needs, unsure
}

// best and worst say how many rows of a need count in that world, and how many
// of these may be dead. Either all rows count or only the sure ones.
func (r rule) best() (counted, tolerance int32) {
	if r.q == 0 || r.s == 0 {
		return 0, 0
	}
	return r.m, r.m - r.q
}

func (r rule) worst() (counted, tolerance int32) {
	switch {
	case r.q == 0:
		return 0, 0
	case r.s >= r.q:
		return r.s, r.s - r.q
	}
	return r.m, 0
}

func newWorld(ctx context.Context, net *graph.Network, customer []graph.NodeID, needs []rule, count func(rule) (counted, tolerance int32)) *World {
	w := &World{
		net:       net,
		customer:  customer,
		tolerance: make([]int32, len(needs)),
		counted:   make([]int32, len(needs)),
	}
	w.whole = true
	for k, r := range needs {
		w.counted[k], w.tolerance[k] = count(r)
		w.whole = w.whole && w.counted[k] == r.m
	}
	w.firstOut, w.out = bySupplier(ctx, w)
	return w
}

// bySupplier files the needs of the counted rows under their suppliers.
func bySupplier(ctx context.Context, w *World) (first []int32, out []graph.NeedID) {
	first = make([]int32, 0, w.net.NumNodes()+1)
	out = make([]graph.NeedID, 0, w.net.NumSources())
	for i := range graph.Each(ctx, graph.NodeID(w.net.NumNodes())) {
		first = append(first, int32(len(out)))
		for _, row := range w.net.Deliveries(i) {
			if w.Counts(row) {
				out = append(out, w.net.NeedOf(row))
			}
		}
	}
	return append(first, int32(len(out))), slices.Clip(out)
}
