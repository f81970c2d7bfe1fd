package harden

import (
	"cmp"
	"context"
	"slices"
	"sync/atomic"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/sweep"
)

// Task is what single losses break in a network, and what could be changed about it.
type Task struct {
	Pairs      int     // of a loss looked at, a single point of failure or a minimal cut set, and a product that it breaks
	Weight     float64 // of their products; as much as Pairs unless Options.Weight says otherwise
	Points     int     // losses looked at that break a product
	Unseen     int     // losses that break a product and were not looked at: see Options.Reach
	Reach      int     // with which there would be none
	Candidates []Candidate
	Alone      []float64   // by candidate: weight of the pairs that it ends by itself
	ByOrder    [][]float64 // the same of losses of order 1, of order 2 and so on

	Sets    int   // pairs of a cut set of order 2 or more
	Short   int   // products of which not all cut sets are looked at
	ShortOf error // why not: as cutset.Sets.Err

	ix          *index.Index
	world       *index.World
	options     Options
	losses      []loss
	matters     index.Marks           // nodes that can break a product whatever is taken; nil: all
	at          [][]int               // by need: candidates
	under       [][]int32             // by need: losses that leave it unmet as things are, and may break a product by that
	least, most float64               // that a candidate costs
	rough       atomic.Bool           // see Rough
	stacked     map[graph.NeedID]bool // one change may not be enough for the need
}

// loss is what single points of failure have lost, and the products that this breaks. A product that is
// itself of the group has a loss of its own, without it.
type loss struct {
	nodes    []graph.NodeID // rising
	products []graph.NodeID
	weight   float64 // of the products
	reach    int     // how many nodes it breaks
	order    int
}

// New finds the pairs, and the changes that could end some of them. It costs a sweep (see
// sweep.Each), and then what each loss looked at breaks. The only error is that of ctx.
func New(ctx context.Context, ix *index.Index, o Options) (*Task, error) {
	o, err := o.withDefaults(ctx, ix.Net)
	if err != nil {
		return nil, err
	}
	t := &Task{ix: ix, world: o.world(ix), options: o}
	in := t.newTrial()
	for _, g := range t.worst(ctx) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		t.look(in, g)
	}
	if o.Order > 1 {
		if err := t.addSets(ctx); err != nil {
			return nil, err
		}
	}
	if err := t.propose(ctx); err != nil {
		return nil, err
	}
	t.matters = t.mattering()
	return t, t.weighAlone(ctx)
}

// Rough says whether Alone and ByOrder are what changes end at least: where losses break very many nodes, what two sources of one need would end that are
// saved by two ways is not always tried. What a Plan saves is exact all the same.
func (t *Task) Rough() bool { return t.rough.Load() }

// worst lists the groups that break products, rising, or those that break most if all together break more
// than may be looked at.
func (t *Task) worst(ctx context.Context) []graph.GroupID {
	type point struct {
		group           graph.GroupID
		products, nodes int // broken
	}
	var points []point
	o := t.options
	products := []int{0} // of so many first nodes that a step breaks
	for swept := range sweep.Each(ctx, t.world, o.Groups, o.MayFail) {
		products = products[:swept.Kept+1]
		for _, i := range swept.Broken[swept.Kept:] {
			products = append(products, products[len(products)-1]+one(o.Products(i)))
		}
		n := products[len(products)-1]
		if group := o.Groups.Nodes(swept.Group); len(group) == 1 { // else its products may break one another
			n -= one(o.Products(group[0]))
		}
		if n > 0 {
			points = append(points, point{swept.Group, n, len(swept.Broken)})
			t.Reach += len(swept.Broken)
		}
	}
	slices.SortFunc(points, func(a, b point) int {
		return cmp.Or(cmp.Compare(b.products, a.products), cmp.Compare(a.nodes, b.nodes), cmp.Compare(a.group, b.group))
	})
	var list []graph.GroupID
	reach := 0
	for n, p := range points {
		if reach += p.nodes; reach > o.Reach && n > 0 {
			t.Unseen = len(points) - n
			break
		}
		list = append(list, p.group)
	}
	slices.Sort(list)
	return list
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// every lists the losses.
func (t *Task) every() []int32 {
	list := make([]int32, len(t.losses))
	for n := range list {
		list[n] = int32(n)
	}
	return list
}

// look adds what the loss of a group breaks.
func (t *Task) look(in *trial, g graph.GroupID) {
	nodes := slices.DeleteFunc(slices.Clone(t.options.Groups.Nodes(g)), func(i graph.NodeID) bool { return !t.options.MayFail(i) })
	in.lose(nodes)
	var outside, own []graph.NodeID
	for _, i := range in.nodes {
		if !t.options.Products(i) {
			continue
		}
		if _, lost := slices.BinarySearch(nodes, i); !lost {
			outside = append(outside, i)
		} else if in.unmet(i) {
			own = append(own, i)
		}
	}
	before, reach := len(t.losses), len(in.nodes)
	if len(outside) > 0 {
		t.addLoss(nodes, outside, reach)
	}
	for _, p := range own {
		others := slices.DeleteFunc(slices.Clone(nodes), func(i graph.NodeID) bool { return i == p })
		if in.lose(others); in.failed.Has(p) {
			t.addLoss(others, []graph.NodeID{p}, len(in.nodes))
		}
	}
	if len(t.losses) > before {
		t.Points++
	}
}

func (t *Task) addLoss(nodes, products []graph.NodeID, reach int) {
	slices.Sort(products)
	l := loss{nodes: nodes, products: products, reach: reach, order: 1}
	for _, p := range products {
		l.weight += t.options.Weight(p)
	}
	t.losses = append(t.losses, l)
	t.Pairs += len(products)
	t.Weight += l.weight
}

// mattering are the nodes from which a product can be broken, whatever changes are made.
func (t *Task) mattering() index.Marks {
	m := index.NewMarks(t.ix.Net.NumNodes())
	var todo []graph.NodeID
	visit := func(i graph.NodeID) {
		if !m.Has(i) {
			m.Add(i)
			todo = append(todo, i)
		}
	}
	for _, l := range t.losses {
		for _, p := range l.products {
			visit(p)
		}
	}
	for _, c := range t.Candidates {
		if c.Supplier != graph.None {
			visit(c.Supplier)
		}
	}
	for next := 0; next < len(todo); next++ {
		for k := range t.world.NeedsOf(todo[next]) {
			for supplier := range t.world.Suppliers(k) {
				visit(supplier)
			}
		}
	}
	return m
}

// broken is the weight of the products that a loss breaks in a trial.
func (t *Task) broken(in *trial, l loss) float64 {
	in.lose(l.nodes)
	sum := 0.0
	for _, p := range l.products {
		if in.failed.Has(p) {
			sum += t.options.Weight(p)
		}
	}
	return sum
}

// Saves is the weight of the pairs that a set of candidates, by their numbers, ends.
func (t *Task) Saves(set []int) float64 {
	in := t.newTrial()
	for _, c := range set {
		in.take(t.Candidates[c])
	}
	left := 0.0
	for _, l := range t.losses {
		left += t.broken(in, l)
	}
	return t.Weight - left
}

// unsure says whether too few sources of need k are sure to meet it, so that in the world asked about it hangs
// on all of them.
func (t *Task) unsure(k graph.NeedID) bool {
	sure, net := 0, t.ix.Net
	for _, row := range net.SourcesOf(k) {
		if net.Sure(row) {
			sure++
		}
	}
	return sure < net.NeedQuorum(k) && !t.options.Sure
}
