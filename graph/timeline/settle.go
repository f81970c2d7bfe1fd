package timeline

import (
	"slices"

	"linestop/graph"
)

// settle finds the levels of now. After the first round stocks can only run dry and
// levels fall, so that it ends.
func (e *Engine) settle() {
	for again := true; again; again = e.dry() {
		for _, i := range e.sys.Settle(e.rose, e.fell) {
			e.touchAround(i)
		}
		e.rose, e.fell = e.rose[:0], e.fell[:0]
	}
	for n := e.first; n < len(e.events); n++ {
		if event := &e.events[n]; event.Kind == Arrives {
			event.Value = e.level(event.Row)
		}
	}
}

// touchAround notes that the level of a node may have changed, and touches what
// depends on it.
func (e *Engine) touchAround(i graph.NodeID) {
	if e.moved.get(i) == nil {
		e.moved.add(i, struct{}{})
	}
	for k := range e.net.Needs(i) {
		if e.watched[k] {
			e.touch(k)
		}
	}
	needs, _ := e.ix.Out(i)
	for n, s := range e.net.Deliveries(i) {
		if e.watched[needs[n]] && !e.sys.Held[s] {
			e.touch(needs[n])
		}
	}
}

// foresee draws the consequences that come later: goods on their way, stocks in use,
// rows that begin to switch.
func (e *Engine) foresee() {
	for _, m := range e.moves.values {
		if e.hasFinished(m.node) {
			e.draw(m.node, m.event)
			continue
		}
		for _, s := range e.net.Deliveries(m.node) {
			if e.sys.Held[s] {
				e.ship(s, m.event)
			}
		}
	}
	for n, s := range e.shipments.keys {
		e.dispatch(s, e.shipments.values[n])
	}
	slices.Sort(e.touched)
	for _, k := range e.touched {
		e.followNeed(k)
	}
}
