package graph

import (
	"iter"
	"slices"
)

// Parent is the node that i belongs to, or None.
func (n *Network) Parent(i NodeID) NodeID { return at(n.parent, int(i)) - 1 }

// Children lists the nodes that belong to node i directly. The caller must not
// change the slice.
func (n *Network) Children(i NodeID) []NodeID { return n.children().of(int(i)) }

// Stands says whether node i only stands for what belongs to it: a parent that
// no source row names.
func (n *Network) Stands(i NodeID) bool {
	others := slices.ContainsFunc(n.Children(i), func(c NodeID) bool { return c != i })
	return others && !n.hasNeeds(i) && len(n.Deliveries(i)) == 0
}

// Family lists node i and all that belongs to it, directly or further down, each
// once: parents that form a loop (an error of the data) do no harm.
func (n *Network) Family(i NodeID) iter.Seq[NodeID] {
	return func(yield func(NodeID) bool) {
		seen := map[NodeID]bool{i: true}
		queue := []NodeID{i}
		for len(queue) > 0 {
			next := queue[0]
			queue = queue[1:]
			if !yield(next) {
				return
			}
			for _, c := range n.Children(next) {
				if !seen[c] {
					seen[c] = true
					queue = append(queue, c)
				}
			}
		}
	}
}

func (n *Network) byParent() adjacency[NodeID] {
	if len(n.parent) == 0 {
		return adjacency[NodeID]{}
	}
	return newAdjacency(n.NumNodes(), n.NumNodes(), func(i NodeID) int { return int(n.Parent(i)) })
}
