package timeline

import (
	"slices"

	"linestop/graph"
)

// result draws up the courses from the events.
func (e *Engine) result() *Result {
	r := &Result{Plan: e.plan, Until: e.until, Limit: e.limit, Events: e.events, Revivals: e.revivals}
	for _, s := range r.stepsOf(Runs, func(e Event) int32 { return int32(e.Node) }) {
		i := graph.NodeID(s.id)
		r.Nodes = append(r.Nodes, NodeCourse{i, newCourse(s.steps, e.until)})
		if e.days.Stock[i] > 0 {
			r.Deliveries = append(r.Deliveries, NodeCourse{i, newCourse(e.delivered(i, s.steps), e.until)})
		}
	}
	for _, s := range r.stepsOf(Met, func(e Event) int32 { return int32(e.Need) }) {
		r.Needs = append(r.Needs, NeedCourse{graph.NeedID(s.id), newCourse(s.steps, e.until)})
	}
	return r
}

// steps are those of a node or need.
type steps struct {
	id    int32
	steps []Step
}

// stepsOf gathers the events of a kind, by id.
func (r *Result) stepsOf(kind Kind, id func(Event) int32) []steps {
	var keys []uint64 // id, then number: events that are sought, in order
	for n, event := range r.Events {
		if event.Kind == kind {
			keys = append(keys, uint64(id(event))<<32|uint64(n))
		}
	}
	slices.Sort(keys)
	all, first := make([]Step, len(keys)), 0
	var list []steps
	for at, key := range keys {
		n := int(uint32(key))
		all[at] = Step{r.Events[n].Day, r.Events[n].Value, n}
		if i := int32(key >> 32); at+1 == len(keys) || int32(keys[at+1]>>32) != i {
			list = append(list, steps{i, all[first : at+1 : at+1]})
			first = at + 1
		}
	}
	return list
}

// delivered are the steps of what leaves a node with finished stock, given those of
// what it makes: none before the stock is used up.
func (e *Engine) delivered(i graph.NodeID, made []Step) []Step {
	if e.hasFinished(i) {
		return nil
	}
	ended := e.finished[i].ended
	day, list := e.events[ended].Day, []Step(nil)
	if level := (Course{Steps: made}).At(day); level < 1 {
		list = append(list, Step{day, level, ended})
	}
	for _, s := range made {
		if s.Day > day {
			list = append(list, s)
		}
	}
	return list
}
