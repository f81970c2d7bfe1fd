package cut

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// exposure finds the nodes downstream of a cut, over rows of every level, that
// have not failed, with what they have lost.
type exposure struct {
	ix      *index.Index
	failed  index.Marks    // by the cut
	seen    index.Marks    // reached
	reached []graph.NodeID // in the order of the search
	todo    *index.Agenda
	dead    []int32        // by need of a running node: rows that are dead
	hit     []graph.NeedID // that have dead rows
	hurt    index.Marks    // whose needs these are
}

func newExposure(ix *index.Index, e *Engine) *exposure {
	return &exposure{
		ix: ix, failed: e.failed,
		seen: index.NewMarks(ix.Net.NumNodes()), todo: index.NewAgenda(ix.Net.NumNodes()), dead: make([]int32, ix.Net.NumNeeds()),
		hurt: index.NewMarks(ix.Net.NumNodes()),
	}
}

func (x *exposure) run(ctx context.Context, set Set) ([]Exposure, error) {
	x.reset()
	x.reach(ctx, set)
	list := make([]Exposure, 0, len(x.reached))
	lost := make([]Loss, 0, len(x.hit))
	for _, i := range x.reached { // now in order
		if !x.failed.Has(i) && !has(set.Reduced, i) {
			x.todo.Add(i)
		}
	}
	for i := range x.todo.Drain(ctx) {
		first := len(lost)
		if x.hurt.Has(i) {
			lost = x.losses(i, lost)
		}
		list = append(list, Exposure{i, lost[first:len(lost):len(lost)]})
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return list, nil
}

// reset undoes the last run, touching only what it touched.
func (x *exposure) reset() {
	for i := range x.todo.Drain(context.Background()) {
		x.seen.Drop(i)
	}
	for _, i := range x.reached {
		x.seen.Drop(i)
	}
	for _, k := range x.hit {
		x.dead[k] = 0
		x.hurt.Drop(x.ix.Net.CustomerOf(k))
	}
	x.reached, x.hit = x.reached[:0], x.hit[:0]
}

// reach goes from the cut to all that lies downstream, what has failed among it,
// and counts the dead rows of what runs.
func (x *exposure) reach(ctx context.Context, set Set) {
	visit := func(i graph.NodeID) {
		if !x.seen.Has(i) {
			x.seen.Add(i)
			x.todo.Add(i)
		}
	}
	for _, i := range slices.Concat(set.Nodes, set.Reduced) {
		visit(i)
	}
	for _, row := range slices.Concat(set.Rows, set.ReducedRows) {
		_, customer := x.ix.Net.Ends(row)
		visit(customer)
	}
	for i := range x.todo.Drain(ctx) {
		x.reached = append(x.reached, i)
		needs, customers := x.ix.Out(i)
		for n, customer := range customers {
			visit(customer)
			if x.failed.Has(i) {
				x.die(needs[n], customer)
			}
		}
	}
	for _, row := range set.Rows {
		if supplier, customer := x.ix.Net.Ends(row); !x.failed.Has(supplier) {
			x.die(x.ix.Net.NeedOf(row), customer)
		}
	}
}

// die counts one more dead row of a need, if its customer runs.
func (x *exposure) die(k graph.NeedID, customer graph.NodeID) {
	if x.failed.Has(customer) {
		return
	}
	if x.dead[k] == 0 {
		x.hit = append(x.hit, k)
		x.hurt.Add(customer)
	}
	x.dead[k]++
}

// losses appends what the needs of node i have lost.
func (x *exposure) losses(i graph.NodeID, lost []Loss) []Loss {
	net := x.ix.Net
	for k := range net.Needs(i) {
		if dead := int(x.dead[k]); dead > 0 {
			sources := len(net.SourcesOf(k))
			lost = append(lost, Loss{Need: k, Level: net.NeedLevel(k), Left: sources - dead, Quorum: net.NeedQuorum(k), Sources: sources})
		}
	}
	return lost
}
