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
	up, down := slices.Clone(centres), centres
	for range c.Depth {
		up, down = c.step(up, c.upstream), c.step(down, c.downstream)
		near := slices.Concat(up, down)
		slices.SortStableFunc(near, func(a, b graph.NodeID) int {
			return cmp.Or(-cmp.Compare(c.status[a], c.status[b]), cmp.Compare(a, b))
		})
		for _, i := range near {
			c.add(i)
		}
		up, down = slices.DeleteFunc(up, c.hidden), slices.DeleteFunc(down, c.hidden)
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
