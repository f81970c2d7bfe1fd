package timeline

import (
	"cmp"
	"math"
	"slices"

	"linestop/graph"
)

// instant is what happens on one day at once.
type instant struct {
	first      int // number of its first event
	rose, fell []graph.NodeID

	moved []graph.NodeID
	place []int32 // by node: 0, or 1 + where it is in moved and later in moves

	dirty, touched []graph.NeedID

	nodes     map[graph.NodeID]nodeMark
	needs     map[graph.NeedID]needMark
	unstocked map[graph.NeedID]bool
	brought   map[graph.SourceID]float64 // what rows brought before they were altered

	shipments []shipment
	moves     []move
}

// mark is an event that changed something by an amount.
type mark struct {
	event int
	delta float64
}

// nodeMark is a change of what is left of a node.
type nodeMark struct {
	mark
	before float64
}

// needMark are the events that changed most what a need gets: for less, and for more.
type needMark struct{ less, more mark }

// shipment is a row by which from now on something else leaves.
type shipment struct {
	row   graph.SourceID
	cause int
}

func (n needMark) of(better bool) mark {
	if better {
		return n.more
	}
	return n.less
}

func newInstant(nodes int) instant {
	return instant{
		place:     make([]int32, nodes),
		nodes:     map[graph.NodeID]nodeMark{},
		needs:     map[graph.NeedID]needMark{},
		unstocked: map[graph.NeedID]bool{},
		brought:   map[graph.SourceID]float64{},
	}
}

func (t *instant) begin(first int) {
	t.first = first
	for _, i := range t.moved {
		t.place[i] = 0
	}
	t.moved, t.moves, t.touched, t.shipments = t.moved[:0], t.moves[:0], t.touched[:0], t.shipments[:0]
	clear(t.nodes)
	clear(t.needs)
	clear(t.unstocked)
	clear(t.brought)
}

func (t *instant) ship(s graph.SourceID, cause int) {
	t.shipments = append(t.shipments, shipment{s, cause})
}

// mark keeps the greatest change for the better or for the worse.
func (t *instant) mark(k graph.NeedID, m mark, better bool) {
	marks, known := t.needs[k]
	if !known {
		marks = needMark{mark{NoCause, 0}, mark{NoCause, 0}}
	}
	kept := &marks.less
	if better {
		kept = &marks.more
	}
	if kept.event == NoCause || math.Abs(m.delta) > math.Abs(kept.delta) {
		*kept = m
	}
	t.needs[k] = marks
}

// settle finds the levels of now. After the first round stocks can only run dry and
// levels fall, so that it ends.
func (r *run) settle() {
	t := &r.instant
	for again := true; again; again = r.dry() {
		for _, i := range r.sys.Settle(t.rose, t.fell) {
			r.move(i)
		}
		t.rose, t.fell = t.rose[:0], t.fell[:0]
	}
	slices.Sort(t.moved)
	for n := t.first; n < len(r.events); n++ {
		if e := &r.events[n]; e.Kind == Arrives {
			e.Value = r.level(e.Row)
		}
	}
}

// move notes that the level of a node may have changed, and touches what depends on it.
func (r *run) move(i graph.NodeID) {
	if r.instant.place[i] == 0 {
		r.instant.moved = append(r.instant.moved, i)
		r.instant.place[i] = int32(len(r.instant.moved))
	}
	for k := range r.net.Needs(i) {
		if r.needs.watched[k] {
			r.touch(k)
		}
	}
	for _, s := range r.net.Deliveries(i) {
		if k := r.net.NeedOf(s); !r.sys.Held[s] && r.needs.watched[k] {
			r.touch(k)
		}
	}
}

// follow draws the consequences that come later: goods on their way, stocks in use,
// rows that begin to switch.
func (r *run) follow() {
	t := &r.instant
	for _, m := range t.moves {
		if r.ships(m.node) {
			r.draw(m.node, m.event)
			continue
		}
		for _, s := range r.net.Deliveries(m.node) {
			if r.sys.Held[s] {
				t.ship(s, m.event)
			}
		}
	}
	slices.SortStableFunc(t.shipments, func(a, b shipment) int { return cmp.Compare(a.row, b.row) })
	t.shipments = slices.CompactFunc(t.shipments, func(a, b shipment) bool { return a.row == b.row })
	for _, s := range t.shipments {
		r.dispatch(s.row, s.cause)
	}
	slices.Sort(t.touched)
	for _, k := range t.touched {
		r.followNeed(k)
	}
}
