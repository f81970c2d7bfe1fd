package timeline

import "linestop/graph"

// apply does what is due, as far as it can be done before the levels settle.
func (r *run) apply(h happening) {
	switch h.kind {
	case nodeChanges:
		p := r.plan.Nodes[h.id]
		r.changeNode(p.Node, p.Left[h.what])
	case rowChanges:
		p := r.plan.Rows[h.id]
		r.changeRow(p.Row, p.Left[h.what])
	case delayChanges:
		p := r.plan.Rows[h.id]
		r.changeDelay(p.Row, p.Delay[h.what])
	case goodsArrive:
		r.arrive(graph.SourceID(h.id), int(h.what), h.value, int(h.cause))
	case rowSwitches:
		r.switchRow(graph.SourceID(h.id), int(h.cause))
	case needEmpties:
		r.emptyNeed(graph.NeedID(h.id))
	case finishedEmpties:
		r.emptyFinished(graph.NodeID(h.id))
	}
}

func (r *run) changeNode(i graph.NodeID, c Change) {
	e := r.log(Event{Kind: Cut, Node: i, Need: NoNeed, Row: NoRow, Cut: c.Cut, Value: c.Value, Cause: NoCause})
	m, known := r.instant.nodes[i]
	if !known {
		m.before = r.sys.Left[i]
	}
	m.mark = mark{e, c.Value - m.before}
	r.instant.nodes[i] = m
	r.sys.Left[i] = c.Value
	r.instant.rose, r.instant.fell = append(r.instant.rose, i), append(r.instant.fell, i)
}

func (r *run) changeRow(s graph.SourceID, c Change) {
	e := r.log(Event{Kind: Cut, Node: graph.None, Need: NoNeed, Row: s, Cut: c.Cut, Value: c.Value, Cause: NoCause})
	r.alter(s, e, func() {
		r.rows[s].part = c.Value
		r.connect(s)
	})
	r.instant.ship(s, e)
}

// changeDelay lets what leaves by a row from now on go by a new stream. The old one
// brings what is on the way, then nothing.
func (r *run) changeDelay(s graph.SourceID, c Change) {
	e := r.log(Event{Kind: Delay, Node: graph.None, Need: NoNeed, Row: s, Cut: c.Cut, Value: c.Value, Cause: NoCause})
	p := r.rows[s]
	if lag := r.lag(s); lag > 0 {
		r.queue.push(happening{day: r.now + lag, kind: goodsArrive, id: int32(s), what: uint32(p.stream), cause: int32(e)})
	}
	r.alter(s, e, func() {
		p.delay = c.Value
		p.stream++
		p.streams = append(p.streams, 0)
		r.connect(s)
	})
	r.instant.ship(s, e)
}

func (r *run) arrive(s graph.SourceID, stream int, level float64, cause int) {
	e := r.log(Event{Kind: Arrives, Node: graph.None, Need: NoNeed, Row: s, Cut: NoCut, Cause: cause})
	r.alter(s, e, func() {
		if p := r.rows[s]; p != nil {
			p.streams[stream] = level
			r.connect(s)
		} else {
			r.sys.Arrived[s] = level
		}
	})
}

func (r *run) switchRow(s graph.SourceID, cause int) {
	e := r.log(Event{Kind: Switched, Node: graph.None, Need: NoNeed, Row: s, Cut: NoCut, Value: r.most[s], Cause: cause})
	r.alter(s, e, func() {
		r.switched[s] = true
		r.connect(s)
	})
}

func (r *run) emptyNeed(k graph.NeedID) {
	n := r.touch(k)
	n.stock, n.since = 0, r.now
	r.unstock(k)
}

// emptyFinished ends the time in which a node delivered more than it made.
func (r *run) emptyFinished(i graph.NodeID) {
	f := r.finished[i]
	f.usedUp = true
	e := r.log(Event{Kind: Delivers, Node: i, Need: NoNeed, Row: NoRow, Cut: NoCut, Value: r.sys.Level(i), Cause: f.began})
	f.ended = e
	for _, s := range r.net.Deliveries(i) {
		r.alter(s, e, func() { r.connect(s) })
		r.instant.ship(s, e)
	}
}
