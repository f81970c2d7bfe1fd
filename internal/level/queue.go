package level

import "linestop/graph"

// queue holds the nodes to look at: those of the lowest rank in a line, first
// come first served, the others in a heap.
type queue struct {
	line  []graph.NodeID
	next  int   // in line
	rank  int32 // of the line; whoever is pushed has at least this rank
	heap  []item
	waits []bool // by node: is in the queue
}

type item struct {
	rank int32
	node graph.NodeID
}

func (q *queue) push(i graph.NodeID, rank int32) {
	if q.waits[i] {
		return
	}
	q.waits[i] = true
	if q.next < len(q.line) && rank == q.rank {
		q.line = append(q.line, i)
		return
	}
	q.heap = append(q.heap, item{rank, i})
	for at := len(q.heap) - 1; at > 0; {
		above := (at - 1) / 2
		if q.heap[above].rank <= q.heap[at].rank {
			break
		}
		q.heap[above], q.heap[at] = q.heap[at], q.heap[above]
		at = above
	}
}

// pop takes the next node; ok is false if none waits.
func (q *queue) pop() (i graph.NodeID, ok bool) {
	if q.next == len(q.line) && !q.refill() {
		return 0, false
	}
	i = q.line[q.next]
	q.next++
	q.waits[i] = false
	return i, true
}

// refill moves the nodes of the lowest rank from the heap into the line.
func (q *queue) refill() bool {
	q.line, q.next = q.line[:0], 0
	for len(q.heap) > 0 && (len(q.line) == 0 || q.heap[0].rank == q.rank) {
		q.rank = q.heap[0].rank
		q.line = append(q.line, q.heap[0].node)
		q.dropTop()
	}
	return len(q.line) > 0
}

func (q *queue) dropTop() {
	last := len(q.heap) - 1
	q.heap[0] = q.heap[last]
	q.heap = q.heap[:last]
	for at := 0; ; {
		least := at
		for below := 2*at + 1; below <= 2*at+2 && below < last; below++ {
			if q.heap[below].rank < q.heap[least].rank {
				least = below
			}
		}
		if least == at {
			return
		}
		q.heap[at], q.heap[least] = q.heap[least], q.heap[at]
		at = least
	}
}
