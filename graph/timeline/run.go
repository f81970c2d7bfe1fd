package timeline

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/level"
)

// Run follows a network through a plan. Its error is the context's, if that ends first.
//
// An event costs the rows around the nodes and needs that it moves, and the
// logarithm of how many events wait; the beginning costs O(nodes + rows).
func Run(ctx context.Context, ix *index.Index, plan Plan, opts Options) (*Result, error) {
	r := newRun(ix, plan, opts)
	for r.next() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.step()
	}
	return r.result(), nil
}

// run is the state of the network at an instant. Needs, planned rows and finished
// stocks have a state of their own from when something around them first moves.
type run struct {
	ix   *index.Index
	net  *graph.Network
	days *index.Days
	plan Plan
	sys  *level.System

	queue queue[happening]
	now   float64
	until float64
	limit Limit
	left  int // how many may still happen

	events   []Event
	shown    []float64 // by node: its level by the events so far
	most     []float64 // by row: carried at most
	needs    needs
	rows     map[graph.SourceID]*row // of the plan
	switched map[graph.SourceID]bool // rows that took days to carry the most, and now do
	finished map[graph.NodeID]*finished
	revivals []Revival

	instant instant
}

// simultaneous is how far apart, in days, events may be and still happen at one instant:
// more than the rounding of days that were added up in different order, less than
// anybody could mean.
const simultaneous = 1e-9

// newRun fills pipelines and stocks and queues the plan.
func newRun(ix *index.Index, plan Plan, opts Options) *run {
	rates := ix.Rates()
	r := &run{
		ix: ix, net: ix.Net, days: ix.Days(), plan: plan,
		until:    plan.Horizon,
		left:     cmp.Or(opts.MaxEvents, DefaultMaxEvents),
		shown:    slices.Repeat([]float64{1}, ix.Net.NumNodes()),
		most:     rates.Worst,
		rows:     map[graph.SourceID]*row{},
		switched: map[graph.SourceID]bool{},
		finished: map[graph.NodeID]*finished{},
		instant:  newInstant(ix.Net.NumNodes()),
	}
	if opts.Best {
		r.most = rates.Best
	}
	r.sys = level.New(ix, r.today())
	r.openNeeds()
	r.openRows()
	r.queuePlan()
	return r
}

func (r *run) queuePlan() {
	queue := func(kind happeningKind, id int, changes []Change) {
		for n, c := range changes {
			r.queue.push(happening{day: c.Day, kind: kind, id: int32(id), what: uint32(n)})
		}
	}
	for n, p := range r.plan.Nodes {
		queue(nodeChanges, n, p.Left)
	}
	for n, p := range r.plan.Rows {
		queue(rowChanges, n, p.Left)
		queue(delayChanges, n, p.Delay)
	}
}

// next moves on to the next instant; false if there is none within the limits.
func (r *run) next() bool {
	for len(r.queue) > 0 && r.stale(r.queue[0]) {
		r.queue.pop()
	}
	switch {
	case len(r.queue) == 0:
		return false
	case r.queue[0].day > r.plan.Horizon:
		r.limit = Horizon
		return false
	case r.left <= 0:
		r.limit, r.until = Events, r.queue[0].day
		return false
	}
	r.now = r.queue[0].day
	return true
}

// step lets everything happen that happens now: first what was due, then the levels
// settle, then it is seen who moved and why, and what follows from it later.
func (r *run) step() {
	r.instant.begin(len(r.events))
	for _, h := range r.due() {
		r.apply(h)
	}
	r.settle()
	r.explain()
	r.revive()
	r.follow()
}

// due takes from the queue what happens now.
func (r *run) due() []happening {
	var list []happening
	for len(r.queue) > 0 && r.queue[0].day <= r.now+simultaneous {
		if h := r.queue.pop(); !r.stale(h) {
			list = append(list, h)
		}
	}
	r.left -= len(list)
	slices.SortFunc(list, happening.compare)
	return list
}

// stale says whether a stock was to be used up that has been used otherwise since.
func (r *run) stale(h happening) bool {
	switch h.kind {
	case needEmpties:
		return r.needs.state[h.id].version != h.what
	case finishedEmpties:
		return r.finished[graph.NodeID(h.id)].version != h.what
	}
	return false
}

// log adds an event of now and returns its number.
func (r *run) log(e Event) int {
	e.Day = r.now
	r.events = append(r.events, e)
	return len(r.events) - 1
}
