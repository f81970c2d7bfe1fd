package timeline

import "linestop/graph"

// row is the state of a row of the plan.
type row struct {
	part    float64   // left of it
	delay   float64   // of what leaves now, in days
	stream  int       // by which goods leave now: there is one for each change of the delay
	streams []float64 // level that each brings now; 0 for the one without a lag, which the System sees
}

// openRows fills the pipelines: rows on which goods are under way, and those of
// suppliers with finished stock, bring level 1 whatever the supplier does now.
func (r *run) openRows() {
	for s := range graph.SourceID(r.net.NumSources()) {
		supplier, _ := r.net.Ends(s)
		if r.days.Transit[s] > 0 || r.days.Stock[supplier] > 0 {
			r.sys.Held[s], r.sys.Arrived[s] = true, 1
		}
	}
	for _, p := range r.plan.Rows {
		r.rows[p.Row] = &row{part: 1, streams: []float64{0}}
		if r.days.Transit[p.Row] > 0 {
			r.rows[p.Row].streams[0] = 1
		}
	}
}

// today is what rows carry before anything happens.
func (r *run) today() []float64 {
	list := make([]float64, r.net.NumSources())
	for s := range list {
		list[s] = r.carries(graph.SourceID(s))
	}
	return list
}

// carries is what a row carries of its need when its supplier delivers at level 1.
// Without days to switch that is the most from the start: it makes no difference before
// the need falls short.
func (r *run) carries(s graph.SourceID) float64 {
	if r.days.Switch[s] == 0 || r.switched[s] {
		return r.most[s]
	}
	return r.ix.Rates().Share[s]
}

// lag is how many days what leaves now will be under way.
func (r *run) lag(s graph.SourceID) float64 {
	lag := r.days.Transit[s]
	if p := r.rows[s]; p != nil {
		lag += p.delay
	}
	return lag
}

// whole is the state of rows that are not in the plan and have no lag.
var whole = &row{part: 1}

// connect tells the System what a row brings: what is under way and, if there is no
// lag, what its supplier delivers now.
func (r *run) connect(s graph.SourceID) {
	p, carries, lag := r.rows[s], r.carries(s), r.lag(s)
	if p == nil && lag > 0 {
		r.sys.Carries[s] = carries
		return
	}
	if p == nil {
		p = whole
	}
	arrived := 0.0
	for _, level := range p.streams {
		arrived += level
	}
	supplier, _ := r.net.Ends(s)
	held := true
	switch {
	case lag > 0:
	case r.ships(supplier):
		arrived += p.part
	case p.part > 0:
		held = false
		carries *= p.part
		arrived /= p.part
	}
	r.sys.Held[s], r.sys.Arrived[s], r.sys.Carries[s] = held, arrived, carries
}

// level is what a row brings now, as a level of its supplier.
func (r *run) level(s graph.SourceID) float64 {
	supplier, _ := r.net.Ends(s)
	return r.levelIf(s, r.sys.Level(supplier))
}

// levelIf is what the row would bring now if its supplier ran at a level.
func (r *run) levelIf(s graph.SourceID, level float64) float64 {
	if r.sys.Held[s] {
		return r.sys.Arrived[s]
	}
	part := 1.0
	if p := r.rows[s]; p != nil {
		part = p.part
	}
	return part * (r.sys.Arrived[s] + level)
}

// brings is what a row brings now, as a part of its need.
func (r *run) brings(s graph.SourceID) float64 { return r.carries(s) * r.level(s) }

// alter does something to row s, and notes by how much the event behind it changed what
// the row brings. What it would bring at its supplier's full rate counts as well: on a
// cycle that stands still, customer and supplier may start together.
func (r *run) alter(s graph.SourceID, event int, do func()) {
	t := &r.instant
	brought, could := r.brings(s), r.carries(s)*r.levelIf(s, 1)
	do()
	if _, known := t.brought[s]; !known {
		t.brought[s] = brought
	}
	delta, reserve := r.brings(s)-brought, r.carries(s)*r.levelIf(s, 1)-could
	k := r.net.NeedOf(s)
	binds := r.sys.Binds(k) && !r.sys.Stocked[k]
	if delta > 0 || reserve > 0 {
		t.mark(k, mark{event, delta}, true)
		if binds {
			t.rose = append(t.rose, r.net.CustomerOf(k))
		}
	}
	if delta < 0 || reserve < 0 {
		t.mark(k, mark{event, delta}, false)
		if binds {
			t.fell = append(t.fell, r.net.CustomerOf(k))
		}
	}
	if r.needs.watched[k] {
		r.touch(k)
	}
}

// dispatch sends goods on their way by a row that has a lag.
func (r *run) dispatch(s graph.SourceID, cause int) {
	lag := r.lag(s)
	if lag == 0 {
		return
	}
	supplier, _ := r.net.Ends(s)
	h := happening{day: r.now + lag, kind: goodsArrive, id: int32(s), value: r.delivers(supplier), cause: int32(cause)}
	if p := r.rows[s]; p != nil {
		h.what, h.value = uint32(p.stream), p.part*h.value
	}
	r.queue.push(h)
}
