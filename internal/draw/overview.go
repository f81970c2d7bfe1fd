package draw

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// overview shows a network that is too large for one picture, with nothing cut:
// its products, those with most suppliers first, and upstream from them, tier by
// tier, whoever delivers most into what is shown. A network without products,
// which is one of cycles only, starts anywhere.
func (c *chooser) overview() {
	products := c.net.Products()
	if len(products) == 0 {
		products = c.everything()
	}
	c.overviewOf(products)
}

func (c *chooser) overviewOf(products []graph.NodeID) {
	c.addSome(products, max(1, c.room/4), func(i graph.NodeID) int { return len(c.upstream(i)) })
	tier := c.all()
	for c.more() && len(tier) > 0 {
		next := slices.DeleteFunc(c.step(tier, c.upstream), func(i graph.NodeID) bool { return c.shown[i] })
		c.addSome(next, (c.room+1)/2, func(i graph.NodeID) int {
			into := 0
			for _, customer := range c.downstream(i) {
				if c.shown[customer] {
					into++
				}
			}
			return into
		})
		tier = slices.DeleteFunc(next, c.hidden)
	}
}

// addSome shows at most limit of the nodes, those of the greatest weight first.
func (c *chooser) addSome(nodes []graph.NodeID, limit int, weight func(graph.NodeID) int) {
	nodes = slices.Clone(nodes)
	of := make(map[graph.NodeID]int, len(nodes))
	for _, i := range nodes {
		of[i] = weight(i)
	}
	slices.SortFunc(nodes, func(a, b graph.NodeID) int {
		return cmp.Or(-cmp.Compare(of[a], of[b]), cmp.Compare(a, b))
	})
	for _, i := range nodes[:min(limit, len(nodes))] {
		c.add(i)
	}
}

func (c *chooser) everything() []graph.NodeID {
	list := make([]graph.NodeID, c.net.NumNodes())
	for i := range list {
		list[i] = graph.NodeID(i)
	}
	return list
}
