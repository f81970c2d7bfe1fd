package level

import (
	"math"
	"slices"

	"linestop/graph"
	"linestop/internal/linear"
)

// patience is how often a node sinks before its component leaps.
const patience = 4

// leap brings a component in which falls go round and round to where they lead.
//
// Let each node have the reason of its last fall. Reasons are equations h = b + A h,
// and below the levels of now none of them allows less than all terms together do. So
// the greatest levels that fit the reasons are above the greatest that fit
// everything; the leap goes there, and sinking goes on from there (policy iteration as
// in Costan, Gaubert, Goubault, Martel and Putot, CAV 2005). There are finitely many
// reasons, and after each leap but the last some node finds another.
//
// Only nodes that hang on a fallen one, from reason to reason, can fall. Among them the
// equations have one solution, for the gain of A is below 1: the levels h of now allow
// all reasons, A h + b <= h. Take nodes that hang on each other, u > 0 the left Perron
// vector of their part of A, rho its gain, and b what else they get. Then
// rho u·h + u·b <= u·h; with b >= 0 that makes rho <= 1, and 1 only if b = 0 and none of
// them is about to fall, so that they do not hang on a fallen node. In short, as a
// reason changes only by a real fall, no cycle of reasons is closed at gain 1. A cycle of
// gain 1 that has no other reasons stays where it is, which is right.
//
// Where the degrading needs of a node together weigh more than 1, b may be below 0.
// Then the gain may reach 1, and levels run away: see fall.
type leap struct {
	waiting   []graph.NodeID
	place     []int32 // by node: where it is in nodes, from 1 on
	nodes     []graph.NodeID
	equations linear.Equations
}

// leapFrom lets a node fall, and all others of its rank that wait, before their
// component leaps.
func (s *System) leapFrom(first graph.NodeID) {
	l := &s.leap
	l.waiting, l.nodes = append(l.waiting[:0], first), l.nodes[:0]
	for i, ok := s.queue.popRank(s.rank[first]); ok; i, ok = s.queue.popRank(s.rank[first]) {
		l.waiting = append(l.waiting, i)
	}
	for _, i := range l.waiting {
		if level, reason := s.bound(i); below(level, s.level[i]) {
			s.set(i, level, reason)
			s.tries[i] = patience + 1
			l.add(i)
		}
	}
	for next := 0; next < len(l.nodes); next++ {
		i := l.nodes[next]
		rows := s.net.Deliveries(i)
		needs, customers := s.ix.Out(i)
		for n, row := range rows {
			if c := customers[n]; s.rank[c] == s.rank[i] && s.level[c] > 0 && s.Hangs(c, needs[n]) && s.open(row, needs[n]) {
				l.add(c)
			}
		}
	}
	slices.Sort(l.nodes)
	l.equations.Reset()
	for n, i := range l.nodes {
		l.place[i] = int32(n) + 1
	}
	for _, i := range l.nodes {
		s.equation(i)
	}
	s.land()
}

func (l *leap) add(i graph.NodeID) {
	if l.place[i] == 0 {
		l.nodes = append(l.nodes, i)
		l.place[i] = int32(len(l.nodes))
	}
}

// equation writes the reason of a node.
func (s *System) equation(i graph.NodeID) {
	e := &s.leap.equations
	switch r := s.reason[i]; {
	case r == NoNeed:
		e.End(s.Left[i])
	case s.Critical[r]:
		e.End(s.terms(r, 1))
	default:
		known := 1.0
		for k := range s.net.Needs(i) {
			if s.Weight[k] > 0 && !s.Stocked[k] && s.Intake(k) < 1 {
				known += s.terms(k, s.Weight[k]) - s.Weight[k]
			}
		}
		if math.Abs(known) < tolerance {
			known = 0
		}
		e.End(known)
	}
}

// terms writes the part of an equation that need k has in it, and returns what of it
// is known.
func (s *System) terms(k graph.NeedID, weight float64) (known float64) {
	if s.Intake(k) == 0 {
		return 0 // for want of a quorum, which will not come back on the way down
	}
	for _, row := range s.net.SourcesOf(k) {
		carries := s.Carries[row] * weight
		known += carries * s.Arrived[row]
		if carries == 0 || s.Held[row] {
			continue
		}
		supplier, _ := s.net.Ends(row)
		if p := s.leap.place[supplier]; p > 0 {
			s.leap.equations.Term(carries, p-1)
		} else {
			known += carries * s.level[supplier]
		}
	}
	return known
}

// land lowers the nodes of the leap.
func (s *System) land() {
	l := &s.leap
	x, solved := l.equations.Solve()
	cyclic := l.equations.Cyclic()
	if !solved || slices.Min(x) < 0 {
		s.fall(x, solved)
		clear(cyclic)
	}
	for n, i := range l.nodes {
		lower := below(x[n], s.level[i])
		if lower {
			s.set(i, x[n], s.reason[i])
		}
		if lower || s.tries[i] > patience {
			s.pushCustomers(i)
		}
		l.place[i], s.tries[i], s.limit[i] = 0, 0, cyclic[n]
	}
}

// fall replaces x by the levels on the way to it at which the first node is at 0, if x
// solves the equations but is below 0 somewhere, or is a direction in which they run
// away.
//
// All rounds h := b + A h that start at the levels of now stay above the greatest that
// fit. Together they go down by the least e with e = d + A e, where d is the first
// step, unless a level gets to 0; so they pass below each point on the way to a
// solution. And in a direction v <= A v in which all nodes have fallen a little, as
// they have if they hang on one that did, they never fall less from then on.
func (s *System) fall(x []float64, solved bool) {
	part, first := math.Inf(1), 0
	for n, i := range s.leap.nodes {
		if solved {
			x[n] = s.level[i] - x[n]
		}
		if x[n] > 0 && s.level[i]/x[n] < part {
			part, first = s.level[i]/x[n], n
		}
	}
	for n, i := range s.leap.nodes {
		x[n] = max(0, s.level[i]-part*x[n])
	}
	x[first] = 0
}
