package index

import (
	"context"

	"linestop/graph"
)

// Start says what can run if all begin from a full stop: the least set that holds
// every node whose critical needs are met from within the set. It is part of what
// runs, and different from it only on cycles.
type Start struct {
	Place []int32 // by node: the how-manieth it is to start, from 1 on; 0: it cannot
	Spare []Spare // by need
}

// Spare is how many more counted rows with suppliers that can start a need has
// than it requires; below 0 where it is not met.
type Spare struct {
	All   int32
	Early int32 // of suppliers that start before the customer; not below 0 where that starts
}

// Start is computed once, O(nodes + rows); the only error is that of ctx. The
// caller must not change it.
func (w *World) Start(ctx context.Context) (*Start, error) {
	w.starting.Lock()
	defer w.starting.Unlock()
	if w.start == nil {
		start := w.computeStart(ctx)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w.start = start
	}
	return w.start, nil
}

func (w *World) computeStart(ctx context.Context) *Start {
	s := &Start{make([]int32, w.Nodes()), make([]Spare, w.Needs())}
	unmet := make([]int32, w.Nodes()) // by node: its needs not met yet
	ready, started := NewAgenda(w.Nodes()), NewMarks(w.Nodes())
	for k := range graph.Each(ctx, graph.NeedID(w.Needs())) {
		n := w.need(k)
		s.Spare[k] = Spare{n.tolerance, -n.required} // all can start, none has
		if n.required > 0 {
			unmet[w.Customer(k)]++
		}
	}
	for i := range graph.Each(ctx, graph.NodeID(w.Nodes())) {
		if unmet[i] == 0 {
			ready.Add(i)
		}
	}
	place := int32(0)
	for i := range ready.Drain(ctx) {
		place++
		s.Place[i] = place
		started.Add(i)
		needs, customers := w.Out(i)
		for n, customer := range customers {
			if started.Has(customer) {
				continue
			}
			early := &s.Spare[needs[n]].Early
			if *early++; *early != 0 {
				continue
			}
			if unmet[customer]--; unmet[customer] == 0 {
				ready.Add(customer)
			}
		}
	}
	for i := range graph.Each(ctx, graph.NodeID(w.Nodes())) {
		if !started.Has(i) {
			needs, _ := w.Out(i)
			for _, k := range needs {
				s.Spare[k].All--
			}
		}
	}
	return s
}
