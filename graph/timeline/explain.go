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
	slices.Sort(e.moved.keys)
	for _, i := range e.moved.keys {
		if before, after := e.shown[i], e.sys.Level(i); math.Abs(after-before) > rounding {
			e.moves.add(i, move{i, before, after, NoCause})
		}
	}
	x := explanation{Engine: e, tight: make([][]reason, len(e.moves.keys)), loose: make([][]reason, len(e.moves.keys))}
	for n, m := range e.moves.values {
		x.byCut(n, m)
		x.byNeeds(n, m)
	}
	x.spread()
}

// reason is a way to explain a move: by an event, or by the move of a supplier.
type reason struct {
	of    int // which move
	need  graph.NeedID
	cause int // the event, once there is one
}

type explanation struct {
	*Engine
	tight, loose [][]reason // by move: what it can explain, by needs that bind and by others
	next, later  []reason   // that are known now, by needs that bind and by others
}

// byCut looks for a change of what is left of the node itself.
func (x *explanation) byCut(n int, m move) {
	c, changed := x.cuts[m.node]
	left := x.sys.Left[m.node]
	if !changed || left > c.before != m.up() {
		return
	}
	x.byEvent(reason{n, NoNeed, c.event}, m.boundBy(min(left, c.before)))
}

// byNeeds looks for needs that bound the node, after a fall or before a rise, and
// for what changed there.
func (x *explanation) byNeeds(n int, m move) {
	var degrading []graph.NeedID
	lost := 0.0
	for k := range x.net.Needs(m.node) {
		if !x.sys.Binds(k) || x.sys.Stocked[k] || m.up() && x.ranDry(k) {
			continue
		}
		met := min(1, x.intake(k, m.up()))
		if x.sys.Critical[k] {
			x.byNeed(n, k, m.boundBy(met))
		} else {
			lost += x.sys.Weight[k] * (1 - met)
			degrading = append(degrading, k)
		}
	}
	for _, k := range degrading {
		x.byNeed(n, k, m.boundBy(max(0, 1-lost)))
	}
}

// ranDry says whether need k was met from stock before this instant.
func (x *explanation) ranDry(k graph.NeedID) bool {
	n := x.nowNeeds.get(k)
	return n != nil && n.ranDry
}

func (x *explanation) byNeed(n int, k graph.NeedID, how binding) {
	up := x.moves.values[n].up()
	if now := x.nowNeeds.get(k); now != nil && now.of(up).event != NoCause {
		x.byEvent(reason{n, k, now.of(up).event}, how)
	}
	for _, s := range x.net.SourcesOf(k) {
		supplier, _ := x.net.Ends(s)
		m := x.moves.get(supplier)
		if m == nil || x.sys.Held[s] || m.up() != up {
			continue
		}
		at := x.moves.at[supplier] - 1
		switch how {
		case tightly:
			x.tight[at] = append(x.tight[at], reason{of: n, need: k})
		case loosely:
			x.loose[at] = append(x.loose[at], reason{of: n, need: k})
		}
	}
}

func (x *explanation) byEvent(r reason, how binding) {
	switch how {
	case tightly:
		x.next = append(x.next, r)
	case loosely:
		x.later = append(x.later, r)
	}
}

// spread tells of the moves, each after its reason. A move of a few roundings may be
// left, because what made it was less than one: any event of the instant will do.
func (x *explanation) spread() {
	for len(x.next)+len(x.later) > 0 {
		if len(x.next) == 0 {
			x.next, x.later = append(x.next, x.later[0]), x.later[1:]
		}
		r := x.next[0]
		x.next = x.next[1:]
		if m := &x.moves.values[r.of]; m.event == NoCause {
			x.tell(m, r)
			x.next = appendBecause(x.next, x.tight[r.of], m.event)
			x.later = appendBecause(x.later, x.loose[r.of], m.event)
		}
	}
	for n := range x.moves.values {
		if m := &x.moves.values[n]; m.event == NoCause {
			x.tell(m, reason{n, x.sys.Reason(m.node), x.first})
		}
	}
}

func (x *explanation) tell(m *move, r reason) {
	m.event = x.log(Event{Kind: Runs, Node: m.node, Need: r.need, Row: NoRow, Cut: NoCut, Value: m.after, Cause: r.cause})
	x.shown[m.node] = m.after
}

func appendBecause(list, reasons []reason, cause int) []reason {
	for _, r := range reasons {
		r.cause = cause
		list = append(list, r)
	}
	return list
}
