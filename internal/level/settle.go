package level

import (
	"slices"

	"linestop/graph"
)

// tolerance is how far a level may stand above its bound when nothing moves any
// more.
const tolerance = 1e-14

// Settle finds the levels anew after the fields of the System have changed. rose
// holds the nodes for which the change may allow more, fell those for which it
// allows less, in any order; a node may be in both. It returns the nodes whose level
// is now another, sorted; the slice is valid until the next call.
//
// What may rise is first lifted to what is left of it, then everything sinks to
// its bound: the greatest levels that fit are approached from above.
func (s *System) Settle(rose, fell []graph.NodeID) []graph.NodeID {
	s.moved = s.moved[:0]
	clear(s.before)
	for _, i := range fell {
		s.push(i)
	}
	s.lift(rose)
	s.sink()
	s.moved = slices.DeleteFunc(s.moved, func(i graph.NodeID) bool { return s.before[i] == s.level[i] })
	slices.Sort(s.moved)
	return s.moved
}

// lift raises the nodes and what hangs on them, as far as they are not at what
// is left of them. Nobody else can rise.
func (s *System) lift(rose []graph.NodeID) {
	work := slices.Clone(rose)
	for len(work) > 0 {
		i := work[len(work)-1]
		work = work[:len(work)-1]
		s.push(i)
		if s.level[i] >= s.Left[i] {
			continue
		}
		s.set(i, s.Left[i])
		s.customers(i, func(c graph.NodeID) { work = append(work, c) })
	}
}

// sink lowers nodes to their bounds, suppliers before their customers.
func (s *System) sink() {
	for !s.queue.empty() {
		i := s.pop()
		v := s.bound(i)
		if v >= s.level[i]-tolerance {
			continue
		}
		s.set(i, v)
		s.customers(i, s.push)
	}
}

func (s *System) set(i graph.NodeID, v float64) {
	if _, seen := s.before[i]; !seen {
		s.before[i] = s.level[i]
		s.moved = append(s.moved, i)
	}
	s.level[i] = v
}

// customers calls yield with the customer of each row by which the level of node i
// binds another.
func (s *System) customers(i graph.NodeID, yield func(graph.NodeID)) {
	for _, row := range s.net.Deliveries(i) {
		if k := s.net.NeedOf(row); !s.Held[row] && !s.Stocked[k] && s.Binds(k) {
			yield(s.net.CustomerOf(k))
		}
	}
}
