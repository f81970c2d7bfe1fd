package cut

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// Engine finds the failures of cut after cut in one world with the same scratch,
// so that each costs what it breaks and not what the network holds. An Engine
// serves one goroutine.
//
// Where a row leads is anywhere in memory. So that the processor need not wait for each
// in turn, the nodes of a step are taken in their order and by the batch, and what many
// rows lead to is read before any of it is judged.
type Engine struct {
	rows
	failed     index.Marks
	left, full []uint16               // by need: so many counted rows must die until it fails, now and at first
	others     map[graph.NeedID]int32 // dead rows of needs for which that is index.Beyond
	because    []graph.NeedID         // by failed node: the least of the needs that fail it then
	at         []int32                // by failed node: the step
	step, next *index.Agenda          // nodes that fail at this step, and at the next

	failures []Failure
	lost     []graph.NeedID // one entry for each row that is missing in left, or too many
	dead     []graph.NeedID // one entry for each dead row not counted yet
	unmet    []graph.NeedID // whose customers have still to be failed
	read     int32          // sum of what was read for no other reason than to have it near
}

const (
	together = 64  // nodes of a batch
	window   = 512 // rows of which the needs are read at once
	many     = 4   // one in so many needs may lose a row before all are set anew
)

// NewEngine prepares an engine. O(nodes + needs) once.
func NewEngine(w *index.World) *Engine {
	return &Engine{
		rows:    rows{world: w},
		failed:  index.NewMarks(w.Nodes()),
		left:    slices.Clone(w.Deaths()),
		full:    w.Deaths(),
		others:  map[graph.NeedID]int32{},
		because: make([]graph.NeedID, w.Nodes()),
		at:      make([]int32, w.Nodes()),
		step:    index.NewAgenda(w.Nodes()),
		next:    index.NewAgenda(w.Nodes()),
		dead:    make([]graph.NeedID, 0, window),
	}
}

// Failed says whether the last Run failed node i.
func (e *Engine) Failed(i graph.NodeID) bool { return e.failed.Has(i) }

// failure is how the last run failed node i, if it came to that.
func (e *Engine) failure(i graph.NodeID) (Failure, bool) {
	return Failure{Node: i, Step: int(e.at[i]), Need: e.because[i]}, e.failed.Has(i) && !e.next.Has(i)
}

// Run returns the failures of a cut by step, those of one step by node. The slice
// is valid until the next Run. Steps and needs do not depend on the order in which
// rows were read: a node fails at the earliest step it can, by the least of the
// needs that fail it then. The only error is that of ctx.
func (e *Engine) Run(ctx context.Context, set Set) ([]Failure, error) {
	return e.runUntil(ctx, set, graph.None)
}

// runUntil is Run, but ends with the step at which a node fails, if it does.
func (e *Engine) runUntil(ctx context.Context, set Set, wanted graph.NodeID) ([]Failure, error) {
	e.reset()
	e.cut = sorted(set.Rows)
	for _, i := range set.Nodes {
		e.fail(i, NoNeed, e.step)
	}
	for _, row := range e.cut {
		if _, k := e.world.Row(row); e.world.Counts(row) {
			e.lose(k)
		}
	}
	e.judge()
	for step := 0; ; step++ {
		first := len(e.failures)
		for i := range e.step.Drain(ctx) {
			e.failures = append(e.failures, Failure{Node: i, Step: step, Need: e.because[i]})
			e.at[i] = int32(step)
		}
		if wanted != graph.None {
			if _, failed := e.failure(wanted); failed {
				return e.failures, nil
			}
		}
		for batch := range slices.Chunk(e.failures[first:], together) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			e.spread(batch)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(e.failures) == first && step > 0 {
			return e.failures, nil
		}
		e.step, e.next = e.next, e.step
	}
}

// reset undoes the last run, touching only what it touched.
func (e *Engine) reset() {
	for _, a := range []*index.Agenda{e.step, e.next} {
		for i := range a.Drain(context.Background()) {
			e.failed.Drop(i)
		}
	}
	for _, f := range e.failures {
		e.failed.Drop(f.Node)
	}
	if e.tooMany() {
		copy(e.left, e.full)
	} else {
		for _, k := range e.lost {
			e.left[k]++
		}
	}
	clear(e.others)
	e.failures, e.lost, e.dead, e.unmet = e.failures[:0], e.lost[:0], e.dead[:0], e.unmet[:0]
}

// tooMany says that needs have lost rows that are not listed: to set all of them anew
// then costs less than to go back to each.
func (e *Engine) tooMany() bool { return len(e.lost) > len(e.left)/many }

func (e *Engine) fail(i graph.NodeID, k graph.NeedID, when *index.Agenda) {
	e.failed.Add(i)
	e.because[i] = k
	when.Add(i)
}

// spread loses the rows of nodes that fail at this step.
func (e *Engine) spread(nodes []Failure) {
	var ids [together]graph.NodeID
	for n, f := range nodes {
		ids[n] = f.Node
	}
	e.world.Ahead(ids[:len(nodes)])
	for _, i := range ids[:len(nodes)] {
		needs, _ := e.of(i)
		e.lose(needs...)
	}
	e.judge()
}

// lose has needs lose one more row each, for the next step.
func (e *Engine) lose(needs ...graph.NeedID) {
	for _, k := range needs {
		if e.world.Sole(k) {
			e.unmet = append(e.unmet, k)
		} else if e.dead = append(e.dead, k); len(e.dead) == window {
			e.count()
		}
	}
}

// count counts dead rows.
func (e *Engine) count() {
	for _, k := range e.dead {
		e.read += int32(e.left[k])
	}
	for _, k := range e.dead {
		switch e.left[k] {
		case 0: // it failed before
		case index.Beyond:
			if e.others[k]++; e.others[k] > e.world.Tolerance(k) {
				e.unmet = append(e.unmet, k)
			}
		default:
			if e.left[k]--; e.left[k] == 0 {
				e.unmet = append(e.unmet, k)
			}
			if !e.tooMany() {
				e.lost = append(e.lost, k)
			}
		}
	}
	e.dead = e.dead[:0]
}

// judge counts what is left to count and fails the customers of needs that are not met.
// What more that would do to one that failed before does not matter.
func (e *Engine) judge() {
	e.count()
	for _, k := range e.unmet {
		e.read += int32(e.world.Customer(k))
	}
	for _, k := range e.unmet {
		customer := e.world.Customer(k)
		if !e.failed.Has(customer) || e.next.Has(customer) && k < e.because[customer] {
			e.fail(customer, k, e.next)
		}
	}
	e.unmet = e.unmet[:0]
}

// rows are those of a world that a cut leaves.
type rows struct {
	world *index.World
	cut   []graph.SourceID // sorted

	needs     []graph.NeedID // scratch
	customers []graph.NodeID
}

// of lists the needs that count on supplier i, one entry for each row that is
// not cut by itself, and their customers. Both are valid until the next call.
func (r *rows) of(i graph.NodeID) ([]graph.NeedID, []graph.NodeID) {
	if len(r.cut) == 0 {
		return r.world.Out(i)
	}
	r.needs, r.customers = r.needs[:0], r.customers[:0]
	for _, row := range r.world.Rows(i) {
		if r.world.Counts(row) && !has(r.cut, row) {
			_, k := r.world.Row(row)
			r.needs, r.customers = append(r.needs, k), append(r.customers, r.world.Customer(k))
		}
	}
	return r.needs, r.customers
}
