package timeline

import "linestop/graph"

// row is the state of a row of the plan.
type row struct {
	part    float64   // left of it
	delay   float64   // of what leaves now, in days
	stream  int       // by which goods leave now: there is one for each change of the delay
	streams []float64 // level that each brings now; 0 for the one without a lag, which the System sees
}

// newRow has all of it left, and its pipeline full.
func newRow(transit float64) *row {
	r := &row{part: 1, streams: []float64{0}}
	if transit > 0 {
		r.streams[0] = 1
	}
	return r
}

// whole is the state of rows that are not in the plan and have no lag.
var whole = &row{part: 1}

// today is what a row carries before its need falls short. Without days to switch
// that is the most, which makes no difference before.
func (e *Engine) today(s graph.SourceID) float64 {
	if e.days.Switch[s] == 0 {
		return e.most[s]
	}
	return e.rates.Share[s]
}

// open fills the pipeline of a row: if goods are on the way, or the supplier has
// finished stock, it brings level 1 whatever the supplier does now.
func (e *Engine) open(s graph.SourceID) {
	supplier, _ := e.net.Ends(s)
	e.sys.Held[s], e.sys.Arrived[s] = false, 0
	if e.days.Transit[s] > 0 || e.days.Stock[supplier] > 0 {
		e.sys.Held[s], e.sys.Arrived[s] = true, 1
	}
}

// lag is how many days what leaves now will be on the way.
func (e *Engine) lag(s graph.SourceID) float64 {
	lag := e.days.Transit[s]
	if p := e.rows[s]; p != nil {
		lag += p.delay
	}
	return lag
}

// connect tells the System what a row brings: what comes in from earlier and, if there
// is no lag, what its supplier delivers now.
func (e *Engine) connect(s graph.SourceID) {
	p, carries, lag := e.rows[s], e.carries[s], e.lag(s)
	if p == nil && lag > 0 {
		e.sys.Carries[s] = carries
		return
	}
	if p == nil {
		p = whole
	}
	arrived := 0.0
	for _, level := range p.streams {
		arrived += level
	}
	supplier, _ := e.net.Ends(s)
	held := true
	switch {
	case lag > 0:
	case e.hasFinished(supplier):
		arrived += p.part
	case p.part > 0:
		held = false
		carries *= p.part
		arrived /= p.part
	}
	e.sys.Held[s], e.sys.Arrived[s], e.sys.Carries[s] = held, arrived, carries
}

// level is what a row brings now, as a level of its supplier.
func (e *Engine) level(s graph.SourceID) float64 {
	supplier, _ := e.net.Ends(s)
	return e.levelIf(s, e.sys.Level(supplier))
}

// levelIf is what the row would bring now if its supplier ran at a level.
func (e *Engine) levelIf(s graph.SourceID, level float64) float64 {
	if e.sys.Held[s] {
		return e.sys.Arrived[s]
	}
	part := 1.0
	if p := e.rows[s]; p != nil {
		part = p.part
	}
	return part * (e.sys.Arrived[s] + level)
}

// brings is what a row brings now, as a part of its need.
func (e *Engine) brings(s graph.SourceID) float64 { return e.carries[s] * e.level(s) }

// alter does something to row s, and notes by how much the event behind it changed what
// the row brings. What it would bring at its supplier's full rate counts as well: on a
// cycle that stands still, customer and supplier may start together.
func (e *Engine) alter(s graph.SourceID, event int, do func()) {
	brought, could := e.brings(s), e.carries[s]*e.levelIf(s, 1)
	do()
	if e.brought.get(s) == nil {
		e.brought.add(s, brought)
		e.altered = append(e.altered, s)
	}
	k := e.net.NeedOf(s)
	binds := e.sys.Binds(k) && !e.sys.Stocked[k]
	delta, reserve := e.brings(s)-brought, e.carries[s]*e.levelIf(s, 1)-could
	if delta > 0 || reserve > 0 {
		e.mark(k, mark{event, delta}, true)
		if binds {
			e.rose = append(e.rose, e.net.CustomerOf(k))
		}
	}
	if delta < 0 || reserve < 0 {
		e.mark(k, mark{event, delta}, false)
		if binds {
			e.fell = append(e.fell, e.net.CustomerOf(k))
		}
	}
	if e.watched[k] {
		e.touch(k)
	}
}

// ship notes that from now on something else leaves by a row; the first cause counts.
func (e *Engine) ship(s graph.SourceID, cause int) {
	if e.shipments.get(s) == nil {
		e.shipments.add(s, cause)
	}
}

// dispatch sends goods on their way by a row that has a lag.
func (e *Engine) dispatch(s graph.SourceID, cause int) {
	lag := e.lag(s)
	if lag == 0 {
		return
	}
	supplier, _ := e.net.Ends(s)
	h := happening{day: e.now + lag, kind: goodsArrive, id: int32(s), value: e.delivers(supplier), cause: int32(cause)}
	if p := e.rows[s]; p != nil {
		h.what, h.value = uint32(p.stream), p.part*h.value
	}
	e.queue.push(h)
}
