package timeline

import (
	"slices"

	"linestop/graph"
)

// run is what only one plan is about.
type run struct {
	plan  Plan
	now   float64 // day
	until float64 // day to which all is known
	limit Limit
	left  int // how much may still happen

	rows     map[graph.SourceID]*row // of the plan
	finished map[graph.NodeID]*finished
	altered  []graph.SourceID // rows that are not as they were in the beginning; some may be here twice
	logged   int              // events so far
	events   []Event          // all of them; none if only first losses are asked for
	revivals []Revival
	firsts   *firsts // nil unless only they are asked for
}

// next moves on to the next instant; false if there is none within the limits.
func (e *Engine) next() bool {
	live := func(h happening) bool { return !e.stale(h) }
	day, waiting, ok := e.queue.first()
	for ok && !slices.ContainsFunc(waiting, live) {
		e.queue.turn()
		day, waiting, ok = e.queue.first()
	}
	switch {
	case ok && day <= e.plan.Horizon && e.left > 0:
		e.now = day
		return true
	case ok && day <= e.plan.Horizon:
		e.limit, e.until = Events, day
	case ok || slices.ContainsFunc(e.queue.later, live):
		e.limit = Horizon
	}
	return false
}

// step lets everything happen that happens now: first what was due, then the levels
// settle, then it is seen who moved and why, and what follows from it later.
func (e *Engine) step() {
	e.instant.begin(e.logged)
	for _, h := range e.takeDue() {
		e.apply(h)
	}
	e.settle()
	e.move()
	if e.firsts != nil {
		e.firsts.see(e)
	} else {
		e.explain()
		e.revive()
	}
	e.foresee()
	e.left -= e.logged - e.first
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
	if event.Day = e.now; e.firsts == nil {
		e.events = append(e.events, event)
	}
	e.logged++
	return e.logged - 1
}
