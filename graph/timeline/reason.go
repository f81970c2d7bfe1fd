package timeline

import "linestop/graph"

// reason is a way to explain a move: by an event, or by the move of a supplier.
type reason struct {
	of    int // which move
	need  graph.NeedID
	cause int // the event, once there is one
}

// reasons are those by needs that bind (tight, next), and by others (loose, later).
type reasons struct {
	tight, loose [][]reason // by move: what it can explain
	next, later  []reason   // that are known, in the order in which they came to be
}

func (w *reasons) begin(moves int) {
	for n := range min(moves, len(w.tight)) {
		w.tight[n], w.loose[n] = w.tight[n][:0], w.loose[n][:0]
	}
	for len(w.tight) < moves {
		w.tight, w.loose = append(w.tight, nil), append(w.loose, nil)
	}
	w.next, w.later = w.next[:0], w.later[:0]
}

// binding is how a need, or the cut, bound a node that moved: not below the higher of
// its two levels, below it, or just at the lower one.
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

// byCut looks for a change of what is left of the node itself.
func (e *Engine) byCut(n int, m move) {
	c, changed := e.cuts[m.node]
	left := e.sys.Left[m.node]
	if !changed || left > c.before != m.up() {
		return
	}
	e.byEvent(reason{n, NoNeed, c.event}, m.boundBy(min(left, c.before)))
}

// byNeeds looks for needs that bound the node, after a fall or before a rise, and
// for what changed there.
func (e *Engine) byNeeds(n int, m move) {
	var degrading []graph.NeedID
	lost := 0.0
	for k := range e.net.Needs(m.node) {
		if !e.sys.Binds(k) || e.sys.Stocked[k] || m.up() && e.ranDry(k) {
			continue
		}
		met := min(1, e.intake(k, m.up()))
		if e.sys.Critical[k] {
			e.byNeed(n, k, m.boundBy(met))
		} else {
			lost += e.sys.Weight[k] * (1 - met)
			degrading = append(degrading, k)
		}
	}
	for _, k := range degrading {
		e.byNeed(n, k, m.boundBy(max(0, 1-lost)))
	}
}

// ranDry says whether need k was met from stock before this instant.
func (e *Engine) ranDry(k graph.NeedID) bool {
	n := e.nowNeeds.get(k)
	return n != nil && n.ranDry
}

func (e *Engine) byNeed(n int, k graph.NeedID, how binding) {
	if how == unbound {
		return
	}
	up := e.moves.values[n].up()
	if now := e.nowNeeds.get(k); now != nil && now.of(up).event != NoCause {
		e.byEvent(reason{n, k, now.of(up).event}, how)
	}
	for _, s := range e.net.SourcesOf(k) {
		supplier, _ := e.net.Ends(s)
		m := e.moves.get(supplier)
		if m == nil || e.sys.Held[s] || m.up() != up {
			continue
		}
		by := e.why.loose
		if how == tightly {
			by = e.why.tight
		}
		at := e.moves.at[supplier] - 1
		by[at] = append(by[at], reason{of: n, need: k})
	}
}

func (e *Engine) byEvent(r reason, how binding) {
	switch how {
	case tightly:
		e.why.next = append(e.why.next, r)
	case loosely:
		e.why.later = append(e.why.later, r)
	}
}
