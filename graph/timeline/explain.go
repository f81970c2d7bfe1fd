package timeline

import (
	"math"
	"slices"

	"linestop/graph"
)

// move is a change of a node's level at this instant.
type move struct {
	node          graph.NodeID
	before, after float64
	event         int // that tells of it, NoCause until it is explained
}

func (m move) up() bool { return m.after > m.before }

// move gathers the nodes that moved.
func (e *Engine) move() {
	slices.Sort(e.moved.keys)
	for _, i := range e.moved.keys {
		if before, after := e.shown[i], e.sys.Level(i); math.Abs(after-before) > rounding {
			e.moves.add(i, move{i, before, after, NoCause})
			e.shown[i] = after
		}
	}
}

// explain tells of each node that moved, and why: by its cut, or by a need that came
// to bind it or no longer does, and behind that an event of this instant or a
// supplier that is explained already. So no explanation goes in a circle, although
// on a cycle all settle at once.
//
// Each move can be explained. Suppose some falls could not. Then none of the nodes has
// a need that falls short of its old level and has met an event or a supplier that is
// explained; if suppliers lack, they are of the same kind. But then the old levels of
// these nodes would fit together still, and those found are not the greatest that
// fit. For rises the same holds with the times exchanged. Needs that bind are
// preferred; others count only where none explains: they may have started what the
// nodes then did to each other.
func (e *Engine) explain() {
	e.why.begin(len(e.moves.keys))
	for n, m := range e.moves.values {
		e.byCut(n, m)
		e.byNeeds(n, m)
	}
	e.spread()
}

// spread tells of the moves, each after its reason. A move of a few roundings may be
// left, because what made it was less than one: any event of the instant will do.
func (e *Engine) spread() {
	w := &e.why
	for next, later := 0, 0; ; {
		var r reason
		switch {
		case next < len(w.next):
			r, next = w.next[next], next+1
		case later < len(w.later):
			r, later = w.later[later], later+1
		default:
			e.tellRest()
			return
		}
		if m := &e.moves.values[r.of]; m.event == NoCause {
			e.tell(m, r)
			w.next = appendBecause(w.next, w.tight[r.of], m.event)
			w.later = appendBecause(w.later, w.loose[r.of], m.event)
		}
	}
}

func (e *Engine) tellRest() {
	for n := range e.moves.values {
		if m := &e.moves.values[n]; m.event == NoCause {
			e.tell(m, reason{n, e.sys.Reason(m.node), e.first})
		}
	}
}

func (e *Engine) tell(m *move, r reason) {
	m.event = e.logNode(Runs, m.node, r.need, m.after, r.cause)
}

func appendBecause(list, reasons []reason, cause int) []reason {
	for _, r := range reasons {
		r.cause = cause
		list = append(list, r)
	}
	return list
}
