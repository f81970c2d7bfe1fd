package timeline

import "linestop/graph"

// apply does what is due, as far as it can be done before the levels settle.
func (e *Engine) apply(h happening) {
	switch h.kind {
	case nodeChanges:
		p := e.plan.Nodes[h.id]
		e.changeNode(p.Node, p.Left[h.what])
	case rowChanges:
		p := e.plan.Rows[h.id]
		e.changeRow(p.Row, p.Left[h.what])
	case delayChanges:
		p := e.plan.Rows[h.id]
		e.changeDelay(p.Row, p.Delay[h.what])
	case goodsArrive:
		e.arrive(graph.SourceID(h.id), h)
	case rowSwitches:
		e.switchRow(graph.SourceID(h.id), int(h.cause))
	case needEmpties:
		n := e.touch(graph.NeedID(h.id))
		n.stock, n.since = 0, e.now
		e.unstock(graph.NeedID(h.id))
	case finishedEmpties:
		e.emptyFinished(graph.NodeID(h.id))
	}
}

func (e *Engine) changeNode(i graph.NodeID, c Change) {
	n := e.logCut(Cut, i, NoRow, c)
	m, known := e.cuts[i]
	if !known {
		m.before = e.sys.Left[i]
	}
	m.event = n
	e.cuts[i] = m
	e.sys.Left[i] = c.Value
	e.rose, e.fell = append(e.rose, i), append(e.fell, i)
}

func (e *Engine) changeRow(s graph.SourceID, c Change) {
	n := e.logCut(Cut, graph.None, s, c)
	e.alter(s, n, func() {
		e.rows[s].part = c.Value
		e.connect(s)
	})
	e.ship(s, n)
}

// changeDelay lets what leaves by a row from now on go by a new stream. The old one
// brings what is on the way, then nothing.
func (e *Engine) changeDelay(s graph.SourceID, c Change) {
	n := e.logCut(Delay, graph.None, s, c)
	p := e.rows[s]
	if lag := e.lag(s); lag > 0 {
		e.queue.push(happening{day: e.now + lag, kind: goodsArrive, id: int32(s), what: uint32(p.stream), cause: int32(n)})
	}
	e.alter(s, n, func() {
		p.delay = c.Value
		p.stream++
		p.streams = append(p.streams, 0)
		e.connect(s)
	})
	e.ship(s, n)
}

func (e *Engine) arrive(s graph.SourceID, h happening) {
	n := e.logRow(Arrives, s, h.value, int(h.cause))
	e.alter(s, n, func() {
		if p := e.rows[s]; p != nil {
			p.streams[h.what] = h.value
			e.connect(s)
		} else {
			e.sys.Arrived[s] = h.value
		}
	})
}

func (e *Engine) switchRow(s graph.SourceID, cause int) {
	n := e.logRow(Switched, s, e.most[s], cause)
	e.alter(s, n, func() {
		e.carries[s] = e.most[s]
		e.connect(s)
	})
}

// emptyFinished ends the time in which a node delivered more than it made.
func (e *Engine) emptyFinished(i graph.NodeID) {
	f := e.finished[i]
	f.ended = e.logNode(Delivers, i, NoNeed, e.sys.Level(i), f.began)
	for _, s := range e.net.Deliveries(i) {
		e.alter(s, f.ended, func() { e.connect(s) })
		e.ship(s, f.ended)
	}
}
