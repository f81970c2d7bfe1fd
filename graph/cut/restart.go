package cut

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// restart finds the nodes that run on after a cut but could not start again from
// a full stop, although they could before: on cycles, where each waits for
// another, and behind them.
//
// A node that could start still can if each of its needs keeps enough sources
// that started before it. Those for which that fails are suspects, and so are
// those that leant on suspects. They are then started anew from what is beyond
// suspicion. Only rows of suspects are touched.
type restart struct {
	rows
	*index.Start
	failed   index.Marks    // by the cut
	suspect  index.Marks    // of the suspects those that still are
	suspects []graph.NodeID // all that ever were
	todo     *index.Agenda
	waits    []int32        // by suspect: needs not met
	taken    []index.Spare  // by need: what suspects and cut rows take from Spare
	touched  []graph.NeedID // that have some taken
}

func newRestart(e *Engine) *restart {
	w := e.world
	return &restart{rows: rows{world: w}, failed: e.failed, suspect: index.NewMarks(w.Nodes()), todo: index.NewAgenda(w.Nodes()), waits: make([]int32, w.Nodes())}
}

// run lists the nodes that are stranded by a cut with these failures, in order.
func (r *restart) run(ctx context.Context, start *index.Start, failures []Failure, cut []graph.SourceID) ([]graph.NodeID, error) {
	r.reset(start)
	r.cut = cut
	r.accuseAll(ctx, failures)
	r.clear(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var list []graph.NodeID
	for _, i := range r.suspects {
		if r.suspect.Has(i) && !r.failed.Has(i) {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	return list, nil
}

// reset undoes the last run, touching only what it touched.
func (r *restart) reset(start *index.Start) {
	if r.Start == nil {
		r.Start, r.taken = start, make([]index.Spare, len(start.Spare))
	}
	for i := range r.todo.Drain(context.Background()) {
		r.suspect.Drop(i)
	}
	for _, i := range r.suspects {
		r.suspect.Drop(i)
	}
	for _, k := range r.touched {
		r.taken[k] = index.Spare{}
	}
	r.suspects, r.touched = r.suspects[:0], r.touched[:0]
}

// accuseAll begins with the nodes that failed, which cannot start.
func (r *restart) accuseAll(ctx context.Context, failures []Failure) {
	for _, f := range failures {
		r.accuse(f.Node)
	}
	for _, row := range r.cut {
		if supplier, k := r.world.Row(row); r.world.Counts(row) {
			r.withdraw(supplier, k, r.world.Customer(k))
		}
	}
	for i := range r.todo.Drain(ctx) {
		r.suspects = append(r.suspects, i)
		needs, customers := r.of(i)
		for n, k := range needs {
			r.withdraw(i, k, customers[n])
		}
	}
}

func (r *restart) accuse(i graph.NodeID) {
	if r.Place[i] > 0 && !r.suspect.Has(i) {
		r.suspect.Add(i)
		r.todo.Add(i)
	}
}

// withdraw takes a row from what a need of a running node could count on.
func (r *restart) withdraw(supplier graph.NodeID, k graph.NeedID, customer graph.NodeID) {
	if r.failed.Has(customer) || r.Place[supplier] == 0 {
		return
	}
	r.touched = append(r.touched, k)
	taken := &r.taken[k]
	taken.All++
	if r.Place[supplier] < r.Place[customer] {
		if taken.Early++; taken.Early == r.Spare[k].Early+1 {
			r.accuse(customer)
		}
	}
}

// clear starts the suspects whose needs are met by nodes beyond suspicion, and
// so on.
func (r *restart) clear(ctx context.Context) {
	for _, i := range r.suspects {
		if r.failed.Has(i) {
			continue
		}
		r.waits[i] = 0
		for k := range r.world.NeedsOf(i) {
			if r.unmet(k) {
				r.waits[i]++
			}
		}
		if r.waits[i] == 0 {
			r.todo.Add(i)
		}
	}
	for i := range r.todo.Drain(ctx) {
		r.suspect.Drop(i)
		needs, customers := r.of(i)
		for n, customer := range customers {
			if !r.suspect.Has(customer) || r.failed.Has(customer) {
				continue
			}
			k := needs[n]
			if r.taken[k].All--; r.taken[k].All != r.Spare[k].All {
				continue
			}
			if r.waits[customer]--; r.waits[customer] == 0 {
				r.todo.Add(customer)
			}
		}
	}
}

// unmet says whether too few sources of a need are beyond suspicion.
func (r *restart) unmet(k graph.NeedID) bool { return r.taken[k].All > r.Spare[k].All }
