package level

import (
	"container/heap"

	"linestop/graph"
)

// queue holds the nodes to look at, those of the lowest rank first and among them
// the one that waits longest.
type queue struct {
	items []item
	count int
}

type item struct {
	node  graph.NodeID
	rank  int32
	order int
}

func (q *queue) empty() bool        { return len(q.items) == 0 }
func (q *queue) Len() int           { return len(q.items) }
func (q *queue) Swap(a, b int)      { q.items[a], q.items[b] = q.items[b], q.items[a] }
func (q *queue) Push(x any)         { q.items = append(q.items, x.(item)) }
func (q *queue) Less(a, b int) bool { return q.items[a].before(q.items[b]) }

func (q *queue) Pop() any {
	last := q.items[len(q.items)-1]
	q.items = q.items[:len(q.items)-1]
	return last
}

func (a item) before(b item) bool {
	return a.rank < b.rank || a.rank == b.rank && a.order < b.order
}

func (s *System) push(i graph.NodeID) {
	if !s.waits[i] {
		s.waits[i] = true
		s.queue.count++
		heap.Push(&s.queue, item{i, s.rank[i], s.queue.count})
	}
}

func (s *System) pop() graph.NodeID {
	i := heap.Pop(&s.queue).(item).node
	s.waits[i] = false
	return i
}
