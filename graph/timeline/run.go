package timeline

import (
	"linestop/graph"
	"linestop/internal/heap"
)

// run is what only one plan is about.
type run struct {
	plan  Plan
	queue heap.Heap[happening]
	now   float64 // day
	until float64 // day to which all is known
	limit Limit
	left  int // how much may still happen

	rows     map[graph.SourceID]*row // of the plan
	finished map[graph.NodeID]*finished
	altered  []graph.SourceID // rows that are not as they were in the beginning; some may be here twice
	events   []Event
	revivals []Revival
}

// next moves on to the next instant; false if there is none within the limits.
func (e *Engine) next() bool {
	for len(e.queue) > 0 && e.stale(e.queue[0]) {
		e.queue.Pop()
	}
	switch {
	case len(e.queue) == 0:
		return false
	case e.queue[0].day > e.plan.Horizon:
		e.limit = Horizon
		return false
	case e.left <= 0:
		e.limit, e.until = Events, e.queue[0].day
		return false
	}
	e.now = e.queue[0].day
	return true
}

// step lets everything happen that happens now: first what was due, then the levels
// settle, then it is seen who moved and why, and what follows from it later.
func (e *Engine) step() {
	e.instant.begin(len(e.events))
	for _, h := range e.takeDue() {
		e.apply(h)
	}
	e.settle()
	e.explain()
	e.revive()
	e.follow()
	e.left -= len(e.events) - e.first
}

// logCut, logRow and logNode add an event of now and return its number.
func (e *Engine) logCut(kind Kind, i graph.NodeID, s graph.SourceID, c Change) int {
	return e.log(Event{Kind: kind, Node: i, Need: NoNeed, Row: s, Cut: c.Cut, Value: c.Value, Cause: NoCause})
}

func (e *Engine) logRow(kind Kind, s graph.SourceID, value float64, cause int) int {
	return e.log(Event{Kind: kind, Node: graph.None, Need: NoNeed, Row: s, Cut: NoCut, Value: value, Cause: cause})
}

func (e *Engine) logNode(kind Kind, i graph.NodeID, k graph.NeedID, value float64, cause int) int {
	return e.log(Event{Kind: kind, Node: i, Need: k, Row: NoRow, Cut: NoCut, Value: value, Cause: cause})
}

func (e *Engine) log(event Event) int {
	event.Day = e.now
	e.events = append(e.events, event)
	return len(e.events) - 1
}
