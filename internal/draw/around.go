package draw

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// around shows the centres, then what is near them, step by step. If there is
// no room for all of a step, what the cut hits hardest goes first.
func (c *chooser) around() {
	var centres []graph.NodeID
	for _, i := range c.Around {
		for member := range c.net.Family(i) {
			if c.add(member) {
				centres = append(centres, member)
			}
		}
	}
	up, down := c.walk(centres, c.upstream), c.walk(centres, c.downstream)
	for range c.Depth {
		if c.ctx.Err() != nil {
			return
		}
		near := slices.Concat(up(), down())
		if len(near) == 0 {
			return
		}
		slices.SortStableFunc(near, func(a, b graph.NodeID) int {
			return cmp.Or(-cmp.Compare(c.status[a], c.status[b]), cmp.Compare(a, b))
		})
		for _, i := range near {
			c.add(i)
		}
	}
}

// walk goes breadth first from the nodes over others that are shown: each call
// gives what is one step further than the last.
func (c *chooser) walk(from []graph.NodeID, neighbours func(graph.NodeID) []graph.NodeID) func() []graph.NodeID {
	seen := map[graph.NodeID]bool{}
	return func() []graph.NodeID {
		for _, i := range from {
			seen[i] = true
		}
		from = slices.DeleteFunc(slices.Clone(from), c.hidden)
		from = slices.DeleteFunc(c.step(from, neighbours), func(i graph.NodeID) bool { return seen[i] })
		return from
	}
}

// step lists the neighbours of the nodes, each once.
func (c *chooser) step(from []graph.NodeID, neighbours func(graph.NodeID) []graph.NodeID) []graph.NodeID {
	var next []graph.NodeID
	for _, i := range from {
		next = append(next, neighbours(i)...)
	}
	slices.Sort(next)
	return slices.Compact(next)
}
