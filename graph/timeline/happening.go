package timeline

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// happening is something that will happen unless something else comes before it.
type happening struct {
	day   float64
	value float64 // a level, of goods
	id    int32   // of a node, row or need, or of one in the plan
	what  uint32  // which change of the plan, which stream of the row, or which version of the stock
	cause int32   // event behind it
	kind  happeningKind
}

// happeningKind says what happens.
type happeningKind uint8

const (
	nodeChanges     happeningKind = iota // in the plan
	rowChanges                           // in the plan
	delayChanges                         // in the plan
	goodsArrive                          // by a row
	rowSwitches                          // to its max_share
	needEmpties                          // the stock of a customer
	finishedEmpties                      // the finished stock of a node
)

// Before orders what waits.
func (h happening) Before(other happening) bool { return h.day < other.day }

// compare is the order in which what happens at one instant is dealt with.
func (h happening) compare(other happening) int {
	if h.kind != other.kind {
		return cmp.Compare(h.kind, other.kind)
	}
	if h.id != other.id {
		return cmp.Compare(h.id, other.id)
	}
	return cmp.Or(cmp.Compare(h.day, other.day), cmp.Compare(h.what, other.what), cmp.Compare(h.cause, other.cause))
}

// simultaneous is how far apart, in days, events may be and still happen at one instant:
// more than the rounding of days that were added up in different order, less than
// anybody could mean.
const simultaneous = 1e-9

// takeDue takes from the queue what happens now. If the plan is among it, now is the day
// that the plan says, not one that is nearly it. The slice is valid until the next call.
func (e *Engine) takeDue() []happening {
	e.due = e.due[:0]
	end := e.now + simultaneous
	for day, waiting, ok := e.queue.first(); ok && day <= end; day, waiting, ok = e.queue.first() {
		for _, h := range waiting {
			if e.stale(h) {
				continue
			}
			e.due = append(e.due, h)
			if h.kind <= delayChanges {
				e.now = h.day
			}
		}
		e.queue.turn()
	}
	slices.SortFunc(e.due, happening.compare)
	return e.due
}

// stale says whether a stock was to be used up that has been used otherwise since.
func (e *Engine) stale(h happening) bool {
	switch h.kind {
	case needEmpties:
		return e.needs.get(graph.NeedID(h.id)).version != h.what
	case finishedEmpties:
		return e.finished[graph.NodeID(h.id)].version != h.what
	}
	return false
}
