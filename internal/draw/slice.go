package draw

import (
	"cmp"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
)

// slice shows what matters of a cut, the most telling first, as far as there is
// room: what is cut, the broken products, the rest of why these break, the
// other broken nodes, then the exposed, those on their last source first; or, if
// only some nodes are asked about, why these break.
//
// Whatever broken node it shows, it shows a whole path from the cut to it, and
// of an exposed node a row that it lost. So nothing looks hit out of the blue.
// It says whether there was anything to show.
func (c *chooser) slice() bool {
	budget := c.room
	if len(c.Of) > 0 {
		c.whyBroken()
		c.sliced = c.room < budget
		return c.sliced
	}
	if causes := c.causes(); len(causes) <= budget/4 {
		c.add(causes...)
	}
	products := c.brokenProducts()
	for _, f := range products {
		if c.room > budget/3 {
			c.add(c.path(f.Node)...)
		}
	}
	c.reasons()
	for _, f := range slices.Concat(products, c.Failures) {
		if c.more() {
			c.add(c.path(f.Node)...)
		}
	}
	for _, e := range c.losers() {
		if c.more() {
			c.add(slices.Concat(c.origin(e.Node), c.holders(e), []graph.NodeID{e.Node})...)
		}
	}
	c.fringe()
	c.survivors()
	c.sliced = c.room < budget
	return c.sliced
}

// whyBroken shows the proofs of the nodes asked about, or a path where a proof has no room.
func (c *chooser) whyBroken() {
	for _, i := range c.Of {
		var nodes []graph.NodeID
		for _, step := range c.Result.Proof(i) {
			nodes = append(nodes, step.Node)
			for _, s := range step.Sources {
				if s.Fate == cut.RowCut {
					nodes = append(nodes, s.Supplier)
				}
			}
		}
		if _, failed := c.failures[i]; failed && !c.add(nodes...) {
			c.add(c.path(i)...)
			c.reasons()
		}
	}
}

// causes lists the nodes that are cut or reduced, and the suppliers of rows that are.
func (c *chooser) causes() []graph.NodeID {
	list := slices.Concat(c.Set.Nodes, c.Set.Reduced)
	for _, row := range slices.Concat(c.Set.Rows, c.Set.ReducedRows) {
		supplier, _ := c.net.Ends(row)
		list = append(list, supplier)
	}
	return list
}

// brokenProducts lists the products that cannot run, the surely broken first,
// then the nearest to the cut.
func (c *chooser) brokenProducts() []cut.Failure {
	list := slices.DeleteFunc(slices.Clone(c.Failures), func(f cut.Failure) bool { return !c.net.IsProduct(f.Node) })
	slices.SortFunc(list, func(a, b cut.Failure) int {
		return cmp.Or(first(a.Sure, b.Sure), cmp.Compare(a.Step, b.Step), cmp.Compare(a.Node, b.Node))
	})
	return list
}

// first orders what is true of before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// path is a chain of failures from the cut to node i, each a reason for the
// next, and before them the supplier of a cut row if that is what started it.
// It ends early at a node that is shown, which has its path already, and where
// it gets too long to be shown.
func (c *chooser) path(i graph.NodeID) []graph.NodeID {
	return c.chain(i, func(at graph.NodeID) bool { return c.shown[at] })
}

// chain is a path that ends early where stop says so. Steps fall along it, so it ends.
func (c *chooser) chain(i graph.NodeID, stop func(graph.NodeID) bool) []graph.NodeID {
	var chain []graph.NodeID
	for at, fresh := i, 0; !stop(at) && fresh <= c.room; {
		chain = append(chain, at)
		if !c.shown[at] {
			fresh++
		}
		dead, cutOff := c.reasonsFor(c.failures[at])
		if len(dead) == 0 {
			return append(chain, cutOff[:min(1, len(cutOff))]...)
		}
		at = c.nearest(dead)
	}
	return chain
}

// nearest is the failed node that a path had best lead over: one that is shown,
// else that of the least step.
func (c *chooser) nearest(nodes []graph.NodeID) graph.NodeID {
	return slices.MinFunc(nodes, func(a, b graph.NodeID) int {
		return cmp.Or(first(c.shown[a], c.shown[b]), cmp.Compare(c.failures[a].Step, c.failures[b].Step))
	})
}

// reasonsFor lists the suppliers of the need that failed f: those whose own
// failure is a reason for it, and those whose row is cut.
func (c *chooser) reasonsFor(f cut.Failure) (dead, cutOff []graph.NodeID) {
	if f.Need == cut.NoNeed {
		return nil, nil
	}
	for _, row := range c.net.SourcesOf(f.Need) {
		supplier, _ := c.net.Ends(row)
		if c.rows[row] == Dead {
			cutOff = append(cutOff, supplier)
		} else if g, failed := c.failures[supplier]; failed && g.Step < f.Step {
			dead = append(dead, supplier)
		}
	}
	return dead, cutOff
}

// reasons completes the proofs of the broken nodes that are shown. It goes from
// the last step to the first, so what it adds gets its own turn.
func (c *chooser) reasons() {
	for _, f := range slices.Backward(c.Failures) {
		if !c.more() {
			return
		}
		if c.shown[f.Node] {
			dead, cutOff := c.reasonsFor(f)
			for _, i := range dead {
				c.add(c.path(i)...)
			}
			for _, i := range cutOff {
				c.add(i)
			}
		}
	}
}

// losers lists the nodes that lost a source and run on: first those with a
// critical need on its last sources, products before others.
func (c *chooser) losers() []cut.Exposure {
	list := slices.DeleteFunc(slices.Clone(c.Exposed), func(e cut.Exposure) bool { return len(e.Lost) == 0 })
	slices.SortFunc(list, func(a, b cut.Exposure) int {
		return cmp.Or(
			first(slices.ContainsFunc(a.Lost, onLast), slices.ContainsFunc(b.Lost, onLast)),
			first(c.net.IsProduct(a.Node), c.net.IsProduct(b.Node)),
			cmp.Compare(a.Node, b.Node))
	})
	return list
}

func onLast(l cut.Loss) bool { return l.Level == graph.Critical && l.Last() }

// origin is what to show for node i to be seen to have lost something: nothing
// if a supplier that it lost is shown, else one with its path.
func (c *chooser) origin(i graph.NodeID) []graph.NodeID {
	lost := graph.None
	for row := range c.rowsInto(i) {
		if c.fate(row) <= Lessened {
			continue
		}
		supplier, _ := c.net.Ends(row)
		if c.shown[supplier] {
			return nil
		}
		if lost == graph.None {
			lost = supplier
		}
	}
	if _, failed := c.failures[lost]; failed {
		return c.path(lost)
	}
	return []graph.NodeID{lost}
}

// holders lists the last sources that critical needs of an exposed node hang on.
func (c *chooser) holders(e cut.Exposure) []graph.NodeID {
	var list []graph.NodeID
	for _, l := range e.Lost {
		if onLast(l) {
			list = append(list, c.living(l.Need)...)
		}
	}
	return list
}

// living lists the suppliers that a need has left and that may be shown: one
// that is exposed itself only where what exposes it is shown.
func (c *chooser) living(k graph.NeedID) []graph.NodeID {
	var list []graph.NodeID
	for _, row := range c.net.SourcesOf(k) {
		if supplier, _ := c.net.Ends(row); c.fate(row) <= Lessened && c.explained(supplier) {
			list = append(list, supplier)
		}
	}
	return list
}

func (c *chooser) explained(i graph.NodeID) bool {
	if !c.hangsOn(i) {
		return true
	}
	for row := range c.rowsInto(i) {
		if supplier, _ := c.net.Ends(row); c.shown[supplier] && (c.fate(row) > Delivers || c.hangsOn(supplier)) {
			return true
		}
	}
	return false
}

// hangsOn says whether node i runs on but is exposed or reduced.
func (c *chooser) hangsOn(i graph.NodeID) bool {
	return c.status[i] == Exposed || c.status[i] == Reduced
}

// fringe shows the nodes that have lost nothing but are exposed or reduced through
// tiers above them: the ways to products first, the nearest before others.
func (c *chooser) fringe() {
	for _, row := range c.Set.ReducedRows {
		if supplier, customer := c.net.Ends(row); c.hangsOn(customer) {
			c.add(supplier, customer)
		}
	}
	reached, before := c.spread(slices.DeleteFunc(c.all(), func(i graph.NodeID) bool { return !c.hangsOn(i) }))
	slices.SortStableFunc(reached, func(a, b graph.NodeID) int { return first(c.net.IsProduct(a), c.net.IsProduct(b)) })
	for _, i := range reached {
		if !c.more() {
			return
		}
		c.add(way(i, before)...)
	}
}

// spread lists, breadth first, what is exposed or reduced downstream of the nodes,
// and which node comes before each.
func (c *chooser) spread(from []graph.NodeID) (reached []graph.NodeID, before map[graph.NodeID]graph.NodeID) {
	before = map[graph.NodeID]graph.NodeID{}
	for queue := from; len(queue) > 0 && c.ctx.Err() == nil; queue = queue[1:] {
		for _, customer := range c.downstream(queue[0]) {
			if _, seen := before[customer]; !seen && !c.shown[customer] && c.hangsOn(customer) {
				before[customer] = queue[0]
				reached = append(reached, customer)
				queue = append(queue, customer)
			}
		}
	}
	return reached, before
}

// way is node i and what comes before it, one after the other.
func way(i graph.NodeID, before map[graph.NodeID]graph.NodeID) []graph.NodeID {
	list := []graph.NodeID{i}
	for j, ok := before[i]; ok; j, ok = before[j] {
		list = append(list, j)
	}
	return list
}

// maxLeft is how many sources a need that lost some may have left to be in danger.
const maxLeft = 3

// survivors shows the few sources that are left of needs that lost some.
func (c *chooser) survivors() {
	for _, i := range c.all() {
		if c.status[i] == Cut {
			continue
		}
		for k := range c.net.Needs(i) {
			if rows := c.net.SourcesOf(k); c.count(rows, Lessened) < len(rows) {
				if left := c.living(k); len(left) <= maxLeft {
					for _, s := range left {
						c.add(s)
					}
				}
			}
		}
	}
}
