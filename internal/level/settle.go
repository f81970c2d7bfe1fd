package level

import (
	"slices"

	"linestop/graph"
)

// Settle finds the levels anew after the fields of the System have changed. rose
// holds the nodes for which the change may allow more, fell those for which it
// allows less, in any order; a node may be in both. It returns the nodes whose level
// is now another, sorted; the slice is valid until the next call.
//
// What may rise is first lifted to what is left of it, then everything sinks to
// its bound: the greatest levels that fit are approached from above.
func (s *System) Settle(rose, fell []graph.NodeID) []graph.NodeID {
	for _, i := range fell {
		s.push(i)
	}
	s.lift(rose)
	s.sink()
	s.moved = s.moved[:0]
	for _, i := range s.touched {
		s.seen[i] = false
		if s.level[i] != s.before[i] {
			s.moved = append(s.moved, i)
		}
	}
	s.touched = s.touched[:0]
	slices.Sort(s.moved)
	return s.moved
}

// lift raises the nodes, and those for which they are the reason of their level, to
// what is left of them. Nobody else can rise:
//
// Suppose the nodes of a set R rise by d > 0 and none of them hangs on a lifted one
// by its reason. Reasons are terms that hold at the levels before, so d <= A d with
// the coefficients A of the reasons within R, which cannot be if the gain of A is
// below 1. It is: a reason closes a cycle only by a real fall, which a gain of 1
// does not allow. Only where weights make a term steeper than its needs does that
// fail; then all customers are lifted.
func (s *System) lift(rose []graph.NodeID) {
	s.lifts = append(s.lifts[:0], rose...)
	for len(s.lifts) > 0 {
		i := s.lifts[len(s.lifts)-1]
		s.lifts = s.lifts[:len(s.lifts)-1]
		s.push(i)
		if s.level[i] >= s.Left[i] {
			if s.level[i] == s.Left[i] {
				s.reason[i] = NoNeed
			}
			continue
		}
		s.set(i, s.Left[i], NoNeed)
		for _, row := range s.net.Deliveries(i) {
			if c, ok := s.reaches(row); ok && (s.steep || s.hangs(c, s.net.NeedOf(row))) {
				s.lifts = append(s.lifts, c)
			}
		}
	}
}

// sink lowers nodes to their bounds, suppliers before their customers.
func (s *System) sink() {
	for i, ok := s.queue.pop(); ok; i, ok = s.queue.pop() {
		level, reason := s.bound(i)
		if !below(level, s.level[i]) {
			continue
		}
		s.set(i, level, reason)
		for _, row := range s.net.Deliveries(i) {
			if c, ok := s.reaches(row); ok {
				s.push(c)
			}
		}
	}
}

func (s *System) push(i graph.NodeID) { s.queue.push(i, s.rank[i]) }

func (s *System) set(i graph.NodeID, level float64, reason graph.NeedID) {
	if !s.seen[i] {
		s.seen[i] = true
		s.before[i] = s.level[i]
		s.touched = append(s.touched, i)
	}
	s.level[i], s.reason[i] = level, reason
}

// reaches is the customer of a row if its supplier's level binds it.
func (s *System) reaches(row graph.SourceID) (graph.NodeID, bool) {
	k := s.net.NeedOf(row)
	return s.net.CustomerOf(k), !s.Held[row] && !s.Stocked[k] && s.Binds(k)
}

// hangs says whether need k has a part in the reason of node i.
func (s *System) hangs(i graph.NodeID, k graph.NeedID) bool {
	r := s.reason[i]
	return r == k || r != NoNeed && !s.Critical[r] && !s.Critical[k]
}
