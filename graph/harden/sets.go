package harden

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"

	"linestop/graph"
	"linestop/graph/cutset"
)

// addSets adds the minimal cut sets of order 2 up to that asked for as losses, product by product. What is
// a minimal cut set of several products is one loss, which breaks them.
func (t *Task) addSets(ctx context.Context) error {
	limited, stop := ctx, context.CancelFunc(func() {})
	if t.options.Time > 0 {
		limited, stop = context.WithTimeout(ctx, t.options.Time)
	}
	defer stop()
	known := map[string]int{} // losses by what is lost
	o := cutset.Options{Groups: t.options.Groups, MayFail: t.options.MayFail, Sure: t.options.Sure, Order: t.options.Order, Memory: t.options.Memory}
	for p := range graph.Each(ctx, graph.NodeID(t.ix.Net.NumNodes())) {
		if !t.options.Products(p) {
			continue
		}
		if t.Sets >= t.options.Most {
			t.Short, t.ShortOf = t.Short+1, cutset.ErrMany
			continue
		}
		sets, err := cutset.Find(limited, t.ix, p, o)
		if err != nil {
			sets = &cutset.Sets{Err: err}
		}
		t.addSetsOf(p, sets, known)
		if sets.Err != nil {
			t.Short, t.ShortOf = t.Short+1, sets.Err
		}
	}
	in := t.newTrial()
	for n := range t.losses {
		in.lose(t.losses[n].nodes)
		t.losses[n].reach = len(in.nodes)
	}
	return ctx.Err()
}

// addSetsOf adds those of one product.
func (t *Task) addSetsOf(p graph.NodeID, sets *cutset.Sets, known map[string]int) {
	if len(sets.Counts()) < 2 {
		return
	}
	for set := range sets.All() {
		if len(set) == 1 {
			continue
		}
		if t.Sets == t.options.Most {
			sets.Err = errors.Join(sets.Err, cutset.ErrMany)
			return
		}
		t.Sets++
		nodes := t.lost(p, set)
		key := binary.AppendVarint(nil, int64(len(set)))
		for _, i := range nodes {
			key = binary.AppendVarint(key, int64(i))
		}
		at, found := known[string(key)]
		if !found || slices.Contains(t.losses[at].products, p) { // an owner and all that belongs to it are two sets
			at = len(t.losses)
			known[string(key)] = at
			t.losses = append(t.losses, loss{nodes: nodes, order: len(set)})
		}
		l := &t.losses[at]
		l.products = append(l.products, p)
		l.weight += t.options.Weight(p)
		t.Pairs++
		t.Weight += t.options.Weight(p)
	}
}

// lost lists the nodes that go with some groups. The product does not: it is asked what breaks it.
func (t *Task) lost(product graph.NodeID, set []graph.GroupID) []graph.NodeID {
	var nodes []graph.NodeID
	for _, g := range set {
		for _, i := range t.options.Groups.Nodes(g) {
			if i != product && t.options.MayFail(i) {
				nodes = append(nodes, i)
			}
		}
	}
	slices.Sort(nodes)
	return slices.Compact(nodes)
}
