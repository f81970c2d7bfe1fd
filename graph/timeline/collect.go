package timeline

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// result draws up the courses from the events.
func (r *run) result() *Result {
	res := &Result{Plan: r.plan, Until: r.until, Limit: r.limit, Events: r.events, Revivals: r.revivals}
	nodes := r.stepsOf(Runs, func(e Event) int32 { return int32(e.Node) })
	for _, s := range nodes {
		res.Nodes = append(res.Nodes, NodeCourse{graph.NodeID(s.id), newCourse(s.steps, r.until)})
		if r.days.Stock[s.id] > 0 {
			res.Deliveries = append(res.Deliveries, NodeCourse{graph.NodeID(s.id), newCourse(r.delivered(s), r.until)})
		}
	}
	for _, s := range r.stepsOf(Met, func(e Event) int32 { return int32(e.Need) }) {
		res.Needs = append(res.Needs, NeedCourse{graph.NeedID(s.id), newCourse(s.steps, r.until)})
	}
	return res
}

// steps are those of a node or need.
type steps struct {
	id    int32
	steps []Step
}

// stepsOf gathers the events of a kind, by id.
func (r *run) stepsOf(kind Kind, id func(Event) int32) []steps {
	var numbers []int
	for n, e := range r.events {
		if e.Kind == kind {
			numbers = append(numbers, n)
		}
	}
	slices.SortStableFunc(numbers, func(a, b int) int { return cmp.Compare(id(r.events[a]), id(r.events[b])) })
	var list []steps
	for _, n := range numbers {
		e := r.events[n]
		if len(list) == 0 || list[len(list)-1].id != id(e) {
			list = append(list, steps{id: id(e)})
		}
		last := &list[len(list)-1]
		last.steps = append(last.steps, Step{e.Day, e.Value, n})
	}
	return list
}

// delivered are the steps of what leaves a node with finished stock: none before it
// is used up.
func (r *run) delivered(of steps) []Step {
	f := r.finished[graph.NodeID(of.id)]
	if f == nil || !f.usedUp {
		return nil
	}
	end := r.events[f.ended]
	list := []Step{{end.Day, Course{Steps: of.steps}.At(end.Day), f.ended}}
	for _, s := range of.steps {
		if s.Day > end.Day {
			list = append(list, s)
		}
	}
	return list
}
