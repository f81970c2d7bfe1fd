package cut

import (
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// stranded lists the nodes that run on after the cut but could not start again
// from a full stop, although they could before: on cycles, where each waits for
// another.
func stranded(w *index.World, set Set, failed func(graph.NodeID) bool) []graph.NodeID {
	var list []graph.NodeID
	before, after := Startable(w, Set{}), Startable(w, set)
	for i := range after {
		if before[i] && !after[i] && !failed(graph.NodeID(i)) {
			list = append(list, graph.NodeID(i))
		}
	}
	return list
}

// Startable says for each node whether it can run if all start from a full stop:
// the least set that holds every node whose critical needs are met from within
// the set. It is part of what survives the cut, and differs from that only on
// cycles. O(nodes + rows).
func Startable(w *index.World, set Set) []bool {
	s := starter{
		world:   w,
		started: make([]bool, w.Nodes()),
		waits:   make([]int32, w.Nodes()),
		running: make([]int32, w.Needs()),
		cut:     make(map[graph.NodeID]bool, len(set.Nodes)),
		cutRows: map[delivery]int32{},
	}
	for _, i := range set.Nodes {
		s.cut[i] = true
	}
	for _, row := range set.Rows {
		if w.Counts(row) {
			supplier, k := w.Row(row)
			s.cutRows[delivery{supplier, k}]++
		}
	}
	for k := range graph.NeedID(w.Needs()) {
		if w.Required(k) > 0 {
			s.waits[w.Customer(k)]++
		}
	}
	for i, waits := range slices.Clone(s.waits) {
		if waits == 0 {
			s.start(graph.NodeID(i))
		}
	}
	for len(s.queue) > 0 {
		last := len(s.queue) - 1
		i := s.queue[last]
		s.queue = s.queue[:last]
		s.deliver(i)
	}
	return s.started
}

// starter is the state of one search: waits counts the unmet needs of a node,
// running the rows of a need that deliver.
type starter struct {
	world          *index.World
	started        []bool
	waits, running []int32
	cut            map[graph.NodeID]bool
	cutRows        map[delivery]int32
	queue          []graph.NodeID
}

func (s *starter) start(i graph.NodeID) {
	if !s.cut[i] {
		s.started[i] = true
		s.queue = append(s.queue, i)
	}
}

func (s *starter) deliver(i graph.NodeID) {
	for _, k := range s.world.Out(i) {
		if len(s.cutRows) > 0 && s.cutRows[delivery{i, k}] > 0 {
			s.cutRows[delivery{i, k}]--
			continue
		}
		s.running[k]++
		if s.running[k] != s.world.Required(k) {
			continue
		}
		customer := s.world.Customer(k)
		if s.waits[customer]--; s.waits[customer] == 0 {
			s.start(customer)
		}
	}
}
