package draw

import (
	"cmp"
	"iter"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
)

// lose makes failures what breaks in a world if node i is lost with all that belongs to it,
// but for one that is spared.
func (c *chooser) lose(i, spared graph.NodeID, w *index.World) {
	if c.engines[w] == nil {
		c.engines[w] = cut.NewEngine(w)
	}
	var lost []graph.NodeID
	for j := range c.net.Family(i) {
		if may := c.Points.MayFail; j != spared && (may == nil || may(j)) {
			lost = append(lost, j)
		}
	}
	list, _ := c.engines[w].Run(c.ctx, cut.Set{Nodes: lost}) // whoever chooses looks at ctx
	c.failures = make(map[graph.NodeID]cut.Failure, len(list))
	for _, f := range list {
		c.failures[f.Node] = f
	}
}

// broken yields the products that break by the loss of node i, with failures as they are
// then, which lean on no unsure row where they need not: first those that are not lost with
// it, surely and then possibly broken; then one by one those that are, each spared, as it
// must break by what it needs.
func (c *chooser) broken(i graph.NodeID) iter.Seq[[]graph.NodeID] {
	return func(yield func([]graph.NodeID) bool) {
		var lost []graph.NodeID
		found := map[graph.NodeID]bool{}
		for _, w := range c.worlds(i) {
			c.lose(i, graph.None, w)
			var list []graph.NodeID
			for _, p := range c.Points.Products {
				f, failed := c.failures[p]
				if !failed || found[p] {
					continue
				}
				found[p] = true
				if f.Need == cut.NoNeed {
					lost = append(lost, p)
				} else {
					list = append(list, p)
				}
			}
			if list != nil && !yield(list) {
				return
			}
		}
		for _, p := range lost {
			for _, w := range c.worlds(i) {
				c.lose(i, p, w)
				if _, failed := c.failures[p]; failed {
					if !yield([]graph.NodeID{p}) {
						return
					}
					break
				}
			}
		}
	}
}

// worlds are those to lose point i in, the one in which less breaks first.
func (c *chooser) worlds(i graph.NodeID) []*index.World {
	ix := c.Points.ix
	if c.Points.surely[i] == 0 || ix.Best == ix.Worst {
		return []*index.World{ix.Worst}
	}
	return []*index.World{ix.Best, ix.Worst}
}

// product is one that breaks by the loss of point i, with failures as they are then: of the
// first that broken yields one that is shown, else the nearest. None once ctx has ended.
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
