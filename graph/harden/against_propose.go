package harden

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/impact"
	"linestop/graph/index"
)

// propose gathers changes to the needs by which products lose output, from the products on upstream, and to
// what is cut. Changes of one kind to the needs of a customer, and second sources for all customers of a supplier
// that is lost, are groups.
func (a *against) propose(ctx context.Context, answer *impact.Answer) error {
	w := walk{against: a, answer: answer, suggester: newSuggester(ctx, a.Task), seen: index.NewMarks(a.ix.Net.NumNodes()), groups: map[group][]int{}}
	a.at = make([][]int, a.world.Needs())
	for i := range graph.Each(ctx, graph.NodeID(a.ix.Net.NumNodes())) {
		if a.options.Products(i) {
			w.visit(i)
		}
	}
	for next := 0; next < len(w.todo) && ctx.Err() == nil; next++ {
		w.node(w.todo[next])
	}
	for _, g := range w.order {
		if len(w.groups[g]) > 1 {
			a.groups = append(a.groups, w.groups[g])
		}
	}
	return ctx.Err()
}

// walk goes upstream along what loses output.
type walk struct {
	*against
	answer    *impact.Answer
	suggester *suggester
	seen      index.Marks
	todo      []graph.NodeID
	groups    map[group][]int
	order     []group
}

// group is candidates of one kind around a node: its customer, or the supplier that they do without.
type group struct {
	kind     Kind
	node     graph.NodeID
	supplier bool
}

func (w *walk) visit(i graph.NodeID) {
	if !w.seen.Has(i) && w.loss(w.answer, i) > 0 {
		w.seen.Add(i)
		w.todo = append(w.todo, i)
	}
}

// node proposes changes to a node that loses output. What is cut can only be back sooner.
func (w *walk) node(i graph.NodeID) {
	if set := w.answer.Structure.Set; has(set.Nodes, i) || has(set.Reduced, i) {
		if w.answer.Timeline != nil && w.ix.Net.RecoverDays(i).Value > 0 {
			w.add(Recovery, NoNeed, i)
		}
		return
	}
	for k := range w.ix.Net.Needs(i) {
		if l := w.ix.Net.NeedLevel(k); l == graph.Critical || l == graph.Degrading {
			w.need(k)
		}
	}
}

// need proposes changes to a need that has lost something.
func (w *walk) need(k graph.NeedID) {
	net, set := w.ix.Net, w.answer.Structure.Set
	var hit []graph.NodeID
	for _, row := range net.SourcesOf(k) {
		supplier, _ := net.Ends(row)
		w.visit(supplier)
		if w.loss(w.answer, supplier) > 0 || has(set.Rows, row) || has(set.ReducedRows, row) {
			hit = append(hit, supplier)
		}
	}
	if len(hit) == 0 {
		return
	}
	first := len(w.Candidates)
	if w.answer.Timeline != nil {
		for _, row := range net.SourcesOf(k) {
			if supplier, _ := net.Ends(row); net.SwitchDays(row).Value > 0 {
				w.add(Switch, k, supplier)
			}
		}
		if !w.licensed(k) {
			w.add(Buffer, k, graph.None)
		}
	}
	w.changes(k, w.sound(k))
	for n := first; n < len(w.Candidates); n++ {
		kind := w.Candidates[n].Kind
		w.join(group{kind, net.CustomerOf(k), false}, n)
		if kind == Source || kind == NewSource {
			for _, supplier := range hit {
				w.join(group{kind, supplier, true}, n)
			}
		}
	}
}

func (w *walk) join(g group, n int) {
	if w.groups[g] == nil {
		w.order = append(w.order, g)
	}
	w.groups[g] = append(w.groups[g], n)
}

// sound is the first that is suggested as a second source of need k and loses nothing itself; None if each does.
func (w *walk) sound(k graph.NeedID) graph.NodeID {
	for _, c := range w.suggester.suggest(k) {
		if w.loss(w.answer, c.supplier) == 0 {
			return c.supplier
		}
	}
	return graph.None
}

func has[T cmp.Ordered](sorted []T, v T) bool {
	_, found := slices.BinarySearch(sorted, v)
	return found
}
