package cut

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// stranded lists the nodes that run on after the cut but could not start again
// from a full stop, although they could before: on cycles, where each waits for
// another, and behind them.
//
// A node that could start is still able to if each of its needs keeps enough
// sources that started before it. Those for which that fails are suspects, and so
// are those that leant on suspects. They are then started anew from what is
// beyond suspicion. Only rows around suspects are touched.
func stranded(ctx context.Context, w *index.World, start []int32, cutRows []graph.SourceID, failures []Failure, failed func(graph.NodeID) bool) ([]graph.NodeID, error) {
	r := restart{
		ctx: ctx, world: w, place: start, alive: slices.Clone(start), cutRows: cutRows, failed: failed,
		suspect: make([]bool, w.Nodes()), running: make([]int32, w.Needs()), seen: make([]bool, w.Needs()),
	}
	for _, f := range failures {
		r.alive[f.Node] = 0
	}
	r.accuseAll(failures)
	r.clear()
	var list []graph.NodeID
	for _, i := range r.suspects {
		if r.suspect[i] && !failed(i) {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return list, nil
}

type restart struct {
	ctx      context.Context
	world    *index.World
	place    []int32 // by node: when it started before the cut, 0 = never
	alive    []int32 // the same, and 0 for what has failed since
	cutRows  []graph.SourceID
	failed   func(graph.NodeID) bool
	suspect  []bool         // by node
	suspects []graph.NodeID // all that ever were
	running  []int32        // by need: sources it can count on
	seen     []bool         // by need: running is set
}

// accuseAll begins with the nodes that failed, which cannot start.
func (r *restart) accuseAll(failures []Failure) {
	for _, f := range failures {
		r.accuse(f.Node)
	}
	for _, row := range r.cutRows {
		if supplier, k := r.world.Row(row); r.world.Counts(row) && r.leant(supplier, k) {
			r.settle(k)
		}
	}
	for next := 0; next < len(r.suspects) && r.ctx.Err() == nil; next++ {
		i := r.suspects[next]
		r.deliveries(i, func(k graph.NeedID) {
			if r.leant(i, k) {
				r.withdraw(k)
			}
		})
	}
}

// deliveries calls yield with the need of each row of supplier i that counts and
// is not cut by itself.
func (r *restart) deliveries(i graph.NodeID, yield func(graph.NeedID)) {
	if len(r.cutRows) == 0 {
		for _, k := range r.world.Out(i) {
			yield(k)
		}
		return
	}
	for _, row := range r.world.Rows(i) {
		if r.world.Counts(row) && !has(r.cutRows, row) {
			_, k := r.world.Row(row)
			yield(k)
		}
	}
}

func (r *restart) accuse(i graph.NodeID) {
	if r.place[i] > 0 && !r.suspect[i] {
		r.suspect[i] = true
		r.suspects = append(r.suspects, i)
	}
}

// leant says whether the customer of need k runs and started with the help of
// supplier.
func (r *restart) leant(supplier graph.NodeID, k graph.NeedID) bool {
	return r.place[supplier] > 0 && r.place[supplier] < r.alive[r.world.Customer(k)]
}

// withdraw takes a suspect from the sources of need k.
func (r *restart) withdraw(k graph.NeedID) {
	r.settle(k)
	if r.running[k]--; r.running[k] < r.world.Required(k) {
		r.accuse(r.world.Customer(k))
	}
}

// settle counts, once, what is left to need k after the cut rows are gone.
func (r *restart) settle(k graph.NeedID) {
	if r.seen[k] {
		return
	}
	r.seen[k] = true
	customer := r.place[r.world.Customer(k)]
	r.running[k] = r.count(k, func(j graph.NodeID) bool { return r.place[j] < customer })
	if r.running[k] < r.world.Required(k) {
		r.accuse(r.world.Customer(k))
	}
}

// count counts the rows of need k that count and are not cut, of suppliers that
// could start before the cut and that keep admits.
func (r *restart) count(k graph.NeedID, keep func(graph.NodeID) bool) int32 {
	n := int32(0)
	for _, row := range r.world.Sources(k) {
		if j, _ := r.world.Row(row); r.world.Counts(row) && r.place[j] > 0 && keep(j) && !has(r.cutRows, row) {
			n++
		}
	}
	return n
}

// clear starts the suspects whose needs are met by nodes beyond suspicion, and
// so on.
func (r *restart) clear() {
	waits := make([]int32, r.world.Nodes()) // by suspect: needs not met
	var queue []graph.NodeID
	for _, i := range r.suspects {
		if r.ctx.Err() != nil {
			return
		}
		if r.failed(i) {
			continue
		}
		for k := range r.world.NeedsOf(i) {
			r.running[k] = r.count(k, func(j graph.NodeID) bool { return !r.suspect[j] })
			if r.running[k] < r.world.Required(k) {
				waits[i]++
			}
		}
		if waits[i] == 0 {
			queue = append(queue, i)
		}
	}
	for len(queue) > 0 && r.ctx.Err() == nil {
		i := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		r.suspect[i] = false
		r.deliveries(i, func(k graph.NeedID) {
			customer := r.world.Customer(k)
			if !r.suspect[customer] || r.failed(customer) {
				return
			}
			r.running[k]++
			if r.running[k] != r.world.Required(k) {
				return
			}
			if waits[customer]--; waits[customer] == 0 {
				queue = append(queue, customer)
			}
		})
	}
}
