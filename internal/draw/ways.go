package draw

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
)

// points shows single points of failure, those that break most products first, the
// nearest of these before others, each with the way of its loss to a product; then
// more of the products that they break. Without any, or room for one, it shows the
// products.
func (c *chooser) points() {
	budget, list := c.room, c.pointsByWeight()
	if len(c.Points.products) == 1 && len(list) > 0 {
		c.add(c.Points.products...)
	}
	for _, i := range list {
		if !c.more() {
			break
		}
		if p := c.product(i); p != graph.None { // or ctx has ended
			c.lose(i, p)
			_ = c.add(c.proof(p)...) || c.add(c.chain(p, never)...)
		}
	}
	for _, i := range list {
		if c.visible(i) && c.more() {
			for p := range c.broken(i) {
				if !c.shown[p] {
					c.add(c.chain(p, never)...)
				}
			}
		}
	}
	if c.sliced = c.room < budget; !c.sliced {
		c.overviewOf(c.Points.products)
	}
}

func never(graph.NodeID) bool { return false }

// pointsByWeight lists the points, the weightiest first.
func (c *chooser) pointsByWeight() []graph.NodeID {
	p, distance := c.Points, c.distances(c.Points.products)
	var list []graph.NodeID
	for i := range graph.Each(c.ctx, graph.NodeID(len(p.possibly))) {
		if p.possibly[i] > 0 {
			list = append(list, i)
		}
	}
	slices.SortFunc(list, func(a, b graph.NodeID) int {
		return cmp.Or(
			-cmp.Compare(p.possibly[a], p.possibly[b]), -cmp.Compare(p.surely[a], p.surely[b]),
			cmp.Compare(distance[a], distance[b]), cmp.Compare(a, b))
	})
	return list
}

// distances counts the steps upstream from the nearest of the nodes; -1 where none leads.
func (c *chooser) distances(from []graph.NodeID) []int {
	steps := slices.Repeat([]int{-1}, c.net.NumNodes())
	for _, i := range from {
		steps[i] = 0
	}
	for queue := slices.Clone(from); len(queue) > 0 && c.ctx.Err() == nil; queue = queue[1:] {
		for _, supplier := range c.upstream(queue[0]) {
			if steps[supplier] < 0 {
				steps[supplier] = steps[queue[0]] + 1
				queue = append(queue, supplier)
			}
		}
	}
	return steps
}

// lose makes failures what breaks if node i is lost with all that belongs to it, but for
// one that is spared, in the worst world.
func (c *chooser) lose(i, spared graph.NodeID) {
	if c.engine == nil {
		c.engine = cut.NewEngine(c.Points.ix.Worst)
	}
	var lost []graph.NodeID
	for j := range c.net.Family(i) {
		if j != spared {
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
// then. One that would be lost with it is spared: it must break by what it needs.
func (c *chooser) broken(i graph.NodeID) iter.Seq[graph.NodeID] {
	return func(yield func(graph.NodeID) bool) {
		c.lose(i, graph.None)
		var lost []graph.NodeID
		for _, p := range c.Points.products {
			f, failed := c.failures[p]
			switch {
			case failed && f.Need == cut.NoNeed:
				lost = append(lost, p)
			case failed && !yield(p):
				return
			}
		}
		for _, p := range lost {
			c.lose(i, p)
			if _, failed := c.failures[p]; failed && !yield(p) {
				return
			}
		}
	}
}

// product is one that breaks by the loss of point i: one that is shown, else the
// nearest to it.
func (c *chooser) product(i graph.NodeID) graph.NodeID {
	best, step := graph.None, math.MaxInt
	for p := range c.broken(i) {
		at := c.failures[p].Step
		if best == graph.None || cmp.Or(first(c.shown[p], c.shown[best]), cmp.Compare(at, step)) < 0 {
			best, step = p, at
		}
	}
	return best
}

// proof lists the failures that break node i, itself included.
func (c *chooser) proof(i graph.NodeID) []graph.NodeID {
	list, listed := []graph.NodeID{i}, map[graph.NodeID]bool{i: true}
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

// visible says whether point i is in the picture: as a node, or as the frame around what
// belongs to it.
func (c *chooser) visible(i graph.NodeID) bool {
	for j := range c.net.Family(i) {
		if c.shown[j] {
			return j == i || c.Cluster == ByParent
		}
	}
	return false
}

// frame says whether node i is a point that is not drawn but as a frame, if at all.
func (c *chooser) frame(i graph.NodeID) bool {
	return c.Points != nil && c.Points.possibly[i] > 0 && !c.shown[i] && c.Collapse == None
}

// fatalRows finds the rows along which the loss of a point that is in the picture gets to a
// product that is.
func (c *chooser) fatalRows() {
	c.fatal = map[graph.SourceID]bool{}
	for i := range graph.Each(c.ctx, graph.NodeID(c.net.NumNodes())) {
		if c.Points.possibly[i] == 0 || !c.visible(i) {
			continue
		}
		for p := range c.broken(i) {
			if c.shown[p] {
				for _, j := range c.proof(p) {
					c.markReasons(c.failures[j])
				}
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
