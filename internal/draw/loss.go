package draw

import (
	"cmp"
	"iter"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
)

// lose makes failures what breaks if node i is lost with all that belongs to it, but for
// one that is spared, in the worst world.
func (c *chooser) lose(i, spared graph.NodeID) {
	if c.engine == nil {
		c.engine = cut.NewEngine(c.Points.ix.Worst)
	}
	var lost []graph.NodeID
	for j := range c.net.Family(i) {
		if may := c.Points.MayFail; j != spared && (may == nil || may(j)) {
			lost = append(lost, j)
		}
	}
	list, _ := c.engine.Run(c.ctx, cut.Set{Nodes: lost}) // whoever chooses looks at ctx
	c.failures = make(map[graph.NodeID]cut.Failure, len(list))
	for _, f := range list {
		c.failures[f.Node] = f
	}
}

// broken yields the products that break by the loss of node i, with failures as they are
// then: first those that are not lost with it, then one by one those that are, each spared,
// as it must break by what it needs.
func (c *chooser) broken(i graph.NodeID) iter.Seq[[]graph.NodeID] {
	return func(yield func([]graph.NodeID) bool) {
		c.lose(i, graph.None)
		var list, lost []graph.NodeID
		for _, p := range c.Points.Products {
			if f, failed := c.failures[p]; failed && f.Need == cut.NoNeed {
				lost = append(lost, p)
			} else if failed {
				list = append(list, p)
			}
		}
		if list != nil && !yield(list) {
			return
		}
		for _, p := range lost {
			c.lose(i, p)
			if _, failed := c.failures[p]; failed && !yield([]graph.NodeID{p}) {
				return
			}
		}
	}
}

// product is one that breaks by the loss of point i, with failures as they are then: of
// those not lost with it, if there are any, one that is shown, else the nearest. None once
// ctx has ended.
func (c *chooser) product(i graph.NodeID) graph.NodeID {
	for products := range c.broken(i) {
		return slices.MinFunc(products, func(a, b graph.NodeID) int {
			return cmp.Or(first(c.shown[a], c.shown[b]), cmp.Compare(c.failures[a].Step, c.failures[b].Step))
		})
	}
	return graph.None
}

// proof lists the failures that break some nodes, these included.
func (c *chooser) proof(nodes ...graph.NodeID) []graph.NodeID {
	list, listed := slices.Clone(nodes), map[graph.NodeID]bool{}
	for _, i := range nodes {
		listed[i] = true
	}
	for n := 0; n < len(list); n++ {
		dead, _ := c.reasonsFor(c.failures[list[n]])
		for _, j := range dead {
			if !listed[j] {
				listed[j] = true
				list = append(list, j)
			}
		}
	}
	return list
}

// fatalRows finds the rows along which the loss of a point that is in the picture gets to a
// product that is.
func (c *chooser) fatalRows() {
	c.fatal = map[graph.SourceID]bool{}
	for i := range graph.Each(c.ctx, graph.NodeID(c.net.NumNodes())) {
		if c.Points.possibly[i] == 0 || !c.visible(i) {
			continue
		}
		for products := range c.broken(i) {
			for _, j := range c.proof(slices.DeleteFunc(products, c.hidden)...) {
				c.markReasons(c.failures[j])
			}
		}
	}
	c.failures = nil
}

func (c *chooser) markReasons(f cut.Failure) {
	if f.Need == cut.NoNeed {
		return
	}
	for _, row := range c.net.SourcesOf(f.Need) {
		supplier, _ := c.net.Ends(row)
		if g, failed := c.failures[supplier]; failed && g.Step < f.Step {
			c.fatal[row] = true
		}
	}
}
