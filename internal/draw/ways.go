package draw

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// points shows single points of failure, those that break most products first, the
// nearest of these before others, each with the way of its loss to a product; then
// more of the products that they break. Without any, or room for one, it shows the
// products.
func (c *chooser) points() {
	budget, list := c.room, c.pointsByWeight()
	if len(c.Points.Products) == 1 && len(list) > 0 {
		c.add(c.Points.Products...)
	}
	for _, i := range list {
		if !c.more() {
			break
		}
		if p := c.product(i); p != graph.None {
			_ = c.add(c.proof(p)...) || c.add(c.chain(p, never)...)
		}
	}
	for _, i := range list {
		if c.visible(i) && c.more() {
			for products := range c.broken(i) {
				for _, p := range products {
					if !c.shown[p] {
						c.add(c.chain(p, never)...)
					}
				}
			}
		}
	}
	if c.sliced = c.room < budget; !c.sliced {
		c.overviewOf(c.Points.Products)
	}
}

func never(graph.NodeID) bool { return false }

// pointsByWeight lists the points, the weightiest first.
func (c *chooser) pointsByWeight() []graph.NodeID {
	p, distance := c.Points, c.distances(c.Points.Products)
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
