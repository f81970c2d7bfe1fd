package index

import (
	"context"

	"linestop/graph"
)

// Start says for each node in which place it starts, from 1 on, if all begin from
// a full stop; 0 if it cannot. Those that can are the least set that holds every
// node whose critical needs are met from within the set: part of what runs, and
// different from it only on cycles. Computed once, O(nodes + rows); the only error is
// that of ctx. The caller must not change the slice.
func (w *World) Start(ctx context.Context) ([]int32, error) {
	w.starting.Lock()
	defer w.starting.Unlock()
	if w.start != nil {
		return w.start, nil
	}
	start := w.computeStart(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w.start = start
	return start, nil
}

func (w *World) computeStart(ctx context.Context) []int32 {
	place := make([]int32, w.Nodes())
	waits := make([]int32, w.Nodes())   // by node: needs not met yet
	running := make([]int32, w.Needs()) // by need: rows that deliver
	var queue []graph.NodeID
	start := func(i graph.NodeID) {
		queue = append(queue, i)
		place[i] = int32(len(queue))
	}
	for k := range graph.Each(ctx, graph.NeedID(w.Needs())) {
		if w.Required(k) > 0 {
			waits[w.customer[k]]++
		}
	}
	for i := range graph.Each(ctx, graph.NodeID(w.Nodes())) {
		if waits[i] == 0 {
			start(i)
		}
	}
	for next := 0; next < len(queue) && ctx.Err() == nil; next++ {
		for _, k := range w.Out(queue[next]) {
			running[k]++
			if running[k] != w.Required(k) {
				continue
			}
			customer := w.customer[k]
			if waits[customer]--; waits[customer] == 0 {
				start(customer)
			}
		}
	}
	return place
}
