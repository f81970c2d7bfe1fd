package draw

import (
	"cmp"
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
		if c.more() {
			c.lose(i)
			p := c.product(i)
			_ = c.add(c.proof(p)...) || c.add(c.chain(p, never)...)
		}
	}
	for _, i := range list {
		if c.shown[i] && c.more() {
			c.lose(i)
			for _, p := range c.Points.products {
				if _, failed := c.failures[p]; failed && !c.shown[p] {
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

// lose makes failures what the loss of node i alone breaks, in the worst world.
func (c *chooser) lose(i graph.NodeID) {
	if c.engine == nil {
		c.engine = cut.NewEngine(c.Points.ix.Worst)
	}
	list, _ := c.engine.Run(c.ctx, cut.Set{Nodes: []graph.NodeID{i}}) // whoever chooses looks at ctx
	c.failures = make(map[graph.NodeID]cut.Failure, len(list))
	for _, f := range list {
		c.failures[f.Node] = f
	}
}

// product is one that breaks by the loss of node i: one that is shown, else the
// nearest to it.
func (c *chooser) product(i graph.NodeID) graph.NodeID {
	return slices.MinFunc(c.Points.products, func(a, b graph.NodeID) int {
		step := func(p graph.NodeID) int {
			if f, failed := c.failures[p]; failed && p != i {
				return f.Step
			}
			return math.MaxInt
		}
		return cmp.Or(first(step(a) < math.MaxInt && c.shown[a], step(b) < math.MaxInt && c.shown[b]), cmp.Compare(step(a), step(b)), cmp.Compare(a, b))
	})
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

// fatalRows finds the rows along which the loss of a point that is shown gets to a
// product that is.
func (c *chooser) fatalRows() {
	c.fatal = map[graph.SourceID]bool{}
	for _, i := range c.all() {
		if c.Points.possibly[i] == 0 || c.ctx.Err() != nil {
			continue
		}
		c.lose(i)
		for _, p := range c.Points.products {
			if _, failed := c.failures[p]; !failed || !c.shown[p] || p == i {
				continue
			}
			for _, j := range c.proof(p) {
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
