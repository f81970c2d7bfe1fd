package timeline

import "cmp"

// happening is something that will happen unless something else comes before it.
type happening struct {
	day   float64
	value float64
	id    int32  // of a node, row or need, by kind
	what  uint32 // which change of the plan, which stream of the row, or which version of the stock
	cause int32  // event behind it
	kind  happeningKind
}

// happeningKind says what happens. Of what happens on the same day, the lower kinds
// are dealt with first.
type happeningKind uint8

const (
	nodeChanges happeningKind = iota
	rowChanges
	delayChanges
	goodsArrive
	rowSwitches
	needEmpties     // the customer's stock
	finishedEmpties // the supplier's stock
)

// compare is the order in which what happens at one instant is dealt with.
func (a happening) compare(b happening) int {
	return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.id, b.id), cmp.Compare(a.day, b.day), cmp.Compare(a.what, b.what))
}

// queue is a binary heap, the earliest first.
type queue[T interface{ at() float64 }] []T

func (h happening) at() float64 { return h.day }

func (q *queue[T]) push(v T) {
	*q = append(*q, v)
	h := *q
	for i := len(h) - 1; i > 0; {
		above := (i - 1) / 2
		if h[above].at() <= v.at() {
			break
		}
		h[i], h[above] = h[above], v
		i = above
	}
}

func (q *queue[T]) pop() T {
	h := *q
	first, last := h[0], len(h)-1
	h[0] = h[last]
	h = h[:last]
	*q = h
	for i := 0; ; {
		least := 2*i + 1
		if least+1 < last && h[least+1].at() < h[least].at() {
			least++
		}
		if least >= last || h[i].at() <= h[least].at() {
			return first
		}
		h[i], h[least] = h[least], h[i]
		i = least
	}
}
