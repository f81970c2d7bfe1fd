package timeline

import (
	"math"

	"linestop/graph"
)

// move is a change of a node's level at this instant.
type move struct {
	node          graph.NodeID
	before, after float64
	event         int // that tells of it, NoCause until it is explained
}

func (m move) up() bool { return m.after > m.before }

// reason is a way to explain a move: by an event, or by the move of a supplier.
type reason struct {
	of    int // which move
	need  graph.NeedID
	cause int // the event, where there is one
}

// explain tells of each node that moved, and why: by its cut, or by a need that came
// to bind it or no longer does, and behind that an event of this instant or a
// supplier that is explained already. So no explanation goes in a circle, although
// on a cycle all settle at once.
//
// Each move can be explained. Suppose the fall of some nodes could not: then no need that falls
// short of their old levels has met an event or a supplier that is explained, only
// others of them. But then their old levels would fit together still, and those
// found are not the greatest that fit. For rises the same holds with the times
// exchanged. Needs that bind are preferred: others count (they may have started what
// the nodes then did to each other) only where none explains.
func (r *run) explain() {
	x := explanation{run: r}
	x.collect()
	x.spread()
}

type explanation struct {
	*run
	tight, loose [][]reason // by move: what it can explain, by needs that bind and by others
	next, later  []reason   // that are known now, by needs that bind and by others
}

// collect finds the moves and all reasons for them.
func (x *explanation) collect() {
	t := &x.instant
	for _, i := range t.moved {
		t.place[i] = 0
		if before, after := x.shown[i], x.sys.Level(i); math.Abs(after-before) > rounding {
			t.moves = append(t.moves, move{i, before, after, NoCause})
			t.place[i] = int32(len(t.moves))
		}
	}
	x.tight, x.loose = make([][]reason, len(t.moves)), make([][]reason, len(t.moves))
	for n, m := range t.moves {
		x.byCut(n, m)
		x.byNeeds(n, m)
	}
}

// byCut looks for a change of what is left of the node itself.
func (x *explanation) byCut(n int, m move) {
	mark, changed := x.instant.nodes[m.node]
	if !changed || mark.delta > 0 != m.up() {
		return
	}
	bound := x.sys.Left[m.node]
	if m.up() {
		bound = mark.before
	}
	x.byEvent(reason{n, NoNeed, mark.event}, m.boundBy(bound))
}

// byNeeds looks for needs that bound the node, after a fall or before a rise, and
// for what changed there.
func (x *explanation) byNeeds(n int, m move) {
	var degrading []graph.NeedID
	lost := 0.0
	for k := range x.net.Needs(m.node) {
		stocked := x.sys.Stocked[k] || m.up() && x.instant.unstocked[k]
		if stocked || !x.sys.Binds(k) {
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

// binding is how a need, or the cut, bound a node: not below the higher of its levels,
// below it, or just at the lower one.
type binding uint8

const (
	unbound binding = iota
	loosely
	tightly
)

func (m move) boundBy(bound float64) binding {
	const slack = rounding / 4 // a move is larger
	low, high := min(m.before, m.after), max(m.before, m.after)
	switch {
	case bound <= low+slack:
		return tightly
	case bound < high-slack:
		return loosely
	}
	return unbound
}

func (x *explanation) byNeed(n int, k graph.NeedID, how binding) {
	t := &x.instant
	up := t.moves[n].up()
	if marks, changed := t.needs[k]; changed {
		if e := marks.of(up).event; e != NoCause {
			x.byEvent(reason{n, k, e}, how)
		}
	}
	for _, s := range x.net.SourcesOf(k) {
		supplier, _ := x.net.Ends(s)
		at := int(t.place[supplier]) - 1
		if x.sys.Held[s] || at < 0 || t.moves[at].up() != up {
			continue
		}
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
		if m := &x.instant.moves[r.of]; m.event == NoCause {
			x.tell(m, r)
			x.next = appendBecause(x.next, x.tight[r.of], m.event)
			x.later = appendBecause(x.later, x.loose[r.of], m.event)
		}
	}
	for n := range x.instant.moves {
		if m := &x.instant.moves[n]; m.event == NoCause {
			x.tell(m, reason{n, x.sys.Reason(m.node), x.instant.first})
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

// intake is what arrives for need k now, or what arrived before this instant.
func (x *explanation) intake(k graph.NeedID, before bool) float64 {
	if !before {
		return x.sys.Intake(k)
	}
	t := &x.instant
	sum, delivering := 0.0, int32(0)
	for _, s := range x.net.SourcesOf(k) {
		v, altered := t.brought[s]
		if !altered {
			v = x.brings(s)
			supplier, _ := x.net.Ends(s)
			if at := t.place[supplier]; at > 0 && !x.sys.Held[s] {
				m := t.moves[at-1]
				v += x.sys.Carries[s] * (m.before - m.after)
			}
		}
		if v > 0 {
			sum += v
			delivering++
		}
	}
	if delivering < x.sys.Quorum[k] {
		return 0
	}
	return sum
}

// blame is the event that changed most what need k gets, for the better or for the worse. If
// there is none, its customer now uses another amount; and if it does not, many changes that
// were too small to tell of add up, and any event of the instant will do.
func (r *run) blame(k graph.NeedID, better bool) int {
	t := &r.instant
	cause, most := NoCause, 0.0
	if marks, changed := t.needs[k]; changed {
		m := marks.of(better)
		cause, most = m.event, math.Abs(m.delta)
	}
	for _, s := range r.net.SourcesOf(k) {
		supplier, _ := r.net.Ends(s)
		at := t.place[supplier]
		if at == 0 || r.sys.Held[s] || t.moves[at-1].up() != better {
			continue
		}
		m := t.moves[at-1]
		if v := r.sys.Carries[s] * math.Abs(m.after-m.before); v > most {
			cause, most = m.event, v
		}
	}
	if at := t.place[r.net.CustomerOf(k)]; cause == NoCause && at > 0 {
		cause = t.moves[at-1].event
	}
	return max(cause, t.first)
}
