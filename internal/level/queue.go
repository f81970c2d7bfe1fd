package level

import (
	"slices"

	"linestop/graph"
	"linestop/internal/heap"
)

// queue holds the nodes to look at: those of the lowest rank in a line, the others in a
// heap. A line is served in order, since that is the order in memory; who comes
// meanwhile waits for the next.
type queue struct {
	line  []graph.NodeID
	next  int            // in line
	later []graph.NodeID // the next line of the same rank
	rank  int32          // of the line; whoever is pushed while somebody is in it has at least this rank
	heap  heap.Heap[item]
	waits []bool // by node: is in the queue
}

type item struct {
	rank int32
	node graph.NodeID
}

func (a item) Before(b item) bool { return a.rank < b.rank }

func (q *queue) push(i graph.NodeID, rank int32) {
	switch {
	case q.waits[i]:
		return
	case q.next < len(q.line) && rank == q.rank:
		q.later = append(q.later, i)
	default:
		q.heap.Push(item{rank, i})
	}
	q.waits[i] = true
}

// pop takes the next node; ok is false if none waits.
func (q *queue) pop() (i graph.NodeID, ok bool) {
	if q.next == len(q.line) && !q.refill() {
		return 0, false
	}
	i = q.line[q.next]
	q.next++
	if q.next == len(q.line) && len(q.later) > 0 {
		q.line, q.later, q.next = q.later, q.line[:0], 0
		slices.Sort(q.line)
	}
	q.waits[i] = false
	return i, true
}

// popRank is pop if the next node has the given rank.
func (q *queue) popRank(rank int32) (i graph.NodeID, ok bool) {
	if q.next < len(q.line) && q.rank == rank || q.next == len(q.line) && len(q.heap) > 0 && q.heap[0].rank == rank {
		return q.pop()
	}
	return 0, false
}

// refill moves the nodes of the lowest rank from the heap into the line.
func (q *queue) refill() bool {
	q.line, q.next = q.line[:0], 0
	for len(q.heap) > 0 && (len(q.line) == 0 || q.heap[0].rank == q.rank) {
		first := q.heap.Pop()
		q.rank = first.rank
		q.line = append(q.line, first.node)
	}
	slices.Sort(q.line)
	return len(q.line) > 0
}
