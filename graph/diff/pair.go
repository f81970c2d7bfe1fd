package diff

import (
	"iter"

	"linestop/graph"
)

// Pair is a node by its number in each of two networks, graph.None where it is missing.
type Pair struct{ Before, After graph.NodeID }

// Both says whether neither is missing.
func (p Pair) Both() bool { return p.Before != graph.None && p.After != graph.None }

// OnlyIn lists the nodes whose id another network does not have.
func OnlyIn(net, other *graph.Network) []graph.NodeID {
	var list []graph.NodeID
	for i := range graph.NodeID(net.NumNodes()) {
		if find(other, net.ID(i)) == graph.None {
			list = append(list, i)
		}
	}
	return list
}

// pairs yields the nodes of before in its order, then those that only after has.
func pairs(before, after *graph.Network) iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		for i := range graph.NodeID(before.NumNodes()) {
			if !yield(Pair{i, find(after, before.ID(i))}) {
				return
			}
		}
		for _, i := range OnlyIn(after, before) {
			if !yield(Pair{graph.None, i}) {
				return
			}
		}
	}
}

func find(net *graph.Network, id string) graph.NodeID {
	if i, ok := net.Lookup(id); ok {
		return i
	}
	return graph.None
}
