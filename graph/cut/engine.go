package cut

import (
	"context"

	"linestop/graph"
	"linestop/graph/index"
)

// Engine finds the failures of cut after cut in one world with the same scratch,
// so that each costs what it breaks and not what the network holds. An Engine
// serves one goroutine.
type Engine struct {
	rows
	failed     index.Marks
	spare      []int32        // by need: how many more of its counted rows may die
	because    []graph.NeedID // by failed node: the least of the needs that fail it then
	step, next *index.Agenda  // nodes that fail at this step, and at the next

	failures []Failure
	lost     []graph.NeedID // one entry for each dead row
}

// NewEngine prepares an engine. O(nodes + needs) once.
func NewEngine(w *index.World) *Engine {
	e := &Engine{
		rows:    rows{world: w},
		failed:  index.NewMarks(w.Nodes()),
		spare:   make([]int32, w.Needs()),
		because: make([]graph.NeedID, w.Nodes()),
		step:    index.NewAgenda(w.Nodes()),
		next:    index.NewAgenda(w.Nodes()),
	}
	for k := range e.spare {
		e.spare[k] = w.Tolerance(graph.NeedID(k))
	}
	return e
}

// Failed says whether the last Run failed node i.
func (e *Engine) Failed(i graph.NodeID) bool { return e.failed.Has(i) }

// Run returns the failures of a cut by step, those of one step by node. The slice
// is valid until the next Run. Steps and needs do not depend on the order in which
// rows were read: a node fails at the earliest step it can, by the least of the
// needs that fail it then. The only error is that of ctx.
func (e *Engine) Run(ctx context.Context, set Set) ([]Failure, error) {
	e.reset()
	e.cut = sorted(set.Rows)
	for _, i := range set.Nodes {
		e.fail(i, NoNeed, e.step)
	}
	for _, row := range e.cut {
		if _, k := e.world.Row(row); e.world.Counts(row) {
			e.lose(k, e.world.Customer(k))
		}
	}
	for step := 0; ; step++ {
		before := len(e.failures)
		for i := range e.step.Drain(ctx) {
			e.failures = append(e.failures, Failure{Node: i, Step: step, Need: e.because[i]})
			needs, customers := e.of(i)
			for n, k := range needs {
				e.lose(k, customers[n])
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(e.failures) == before && step > 0 {
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
	for _, k := range e.lost {
		e.spare[k]++
	}
	e.failures, e.lost = e.failures[:0], e.lost[:0]
}

func (e *Engine) fail(i graph.NodeID, k graph.NeedID, when *index.Agenda) {
	e.failed.Add(i)
	e.because[i] = k
	when.Add(i)
}

// lose counts one more dead row of need k, for the next step. What it would do to
// a customer that failed before does not matter.
func (e *Engine) lose(k graph.NeedID, customer graph.NodeID) {
	failed := e.failed.Has(customer)
	if failed && !e.next.Has(customer) {
		return
	}
	e.lost = append(e.lost, k)
	e.spare[k]--
	if e.spare[k] == -1 && (!failed || k < e.because[customer]) {
		e.fail(customer, k, e.next)
	}
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
