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
		s.seen[i], s.tries[i] = false, 0
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
// below 1. It is, as leap shows. A need that has lost its quorum is no such term, but
// lost it to sources that were at 0 before its customer was: the first of R to fall
// has another reason. Only where weights make a term steeper than its needs can that
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
		rows := s.net.Deliveries(i)
		needs, customers := s.ix.Out(i)
		for n, row := range rows {
			if c := customers[n]; s.open(row, needs[n]) && (s.steep || s.Hangs(c, needs[n])) {
				s.lifts = append(s.lifts, c)
			}
		}
	}
}

// sink lowers nodes to their bounds, suppliers before their customers.
func (s *System) sink() {
	for i, ok := s.queue.pop(); ok && !s.stopped(); i, ok = s.queue.pop() {
		level, reason := s.bound(i)
		switch {
		case !below(level, s.level[i]):
		case s.tries[i] == patience:
			s.leapFrom(i)
		default:
			s.tries[i]++
			s.set(i, level, reason)
			s.pushCustomers(i)
		}
	}
}

// stopped says now and then whether Done is closed.
func (s *System) stopped() bool {
	if s.pops++; s.pops%1024 != 0 {
		return false
	}
	select {
	case <-s.Done:
		return true
	default:
		return false
	}
}

func (s *System) push(i graph.NodeID) { s.queue.push(i, s.rank[i]) }

func (s *System) pushCustomers(i graph.NodeID) {
	rows := s.net.Deliveries(i)
	needs, customers := s.ix.Out(i)
	for n, row := range rows {
		if s.open(row, needs[n]) {
			s.push(customers[n])
		}
	}
}

func (s *System) set(i graph.NodeID, level float64, reason graph.NeedID) {
	if !s.seen[i] {
		s.seen[i] = true
		s.before[i] = s.level[i]
		s.touched = append(s.touched, i)
	}
	if !s.away[i] {
		s.away[i] = true
		s.strayed = append(s.strayed, i)
	}
	s.level[i], s.reason[i], s.limit[i] = level, reason, false
}

// open says whether a supplier's level of now reaches the customer of a row.
func (s *System) open(row graph.SourceID, k graph.NeedID) bool {
	return !s.Held[row] && !s.Stocked[k] && s.binds[k]
}

// Hangs says whether need k has a part in the reason of node i.
func (s *System) Hangs(i graph.NodeID, k graph.NeedID) bool {
	r := s.reason[i]
	return r == k || r != NoNeed && !s.Critical[r] && !s.Critical[k]
}
