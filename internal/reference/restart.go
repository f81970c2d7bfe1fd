package reference

import "linestop/graph"

// Restartable is the least set of nodes that can run when all start from
// nothing: a node joins once it is not cut and each of its critical needs has
// its quorum of rows that are not cut and come from nodes already in the set.
// Nodes without critical needs come first. None of them is broken; those that
// are neither broken nor restartable live on cycles, or downstream of such, and
// once stopped could not start again.
//
// Cost O(rounds × (nodes + rows)); there are at most as many rounds as nodes.
func Restartable(net *graph.Network, cut Cut) map[graph.NodeID]bool {
	cutNode, cutRow := setOf(cut.Nodes), setOf(cut.Rows)
	up := map[graph.NodeID]bool{}
	runs := func(s graph.SourceID) bool {
		supplier, _ := net.Ends(s)
		return !cutRow[s] && up[supplier]
	}
	for {
		var starting []graph.NodeID
		for i := range graph.NodeID(net.NumNodes()) {
			if !up[i] && !cutNode[i] && !starved(net, i, nil, runs) {
				starting = append(starting, i)
			}
		}
		if starting == nil {
			return up
		}
		for _, i := range starting {
			up[i] = true
		}
	}
}
