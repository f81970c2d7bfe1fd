package reference

import "linestop/graph"

// Reach is all that the cut may touch: the cut nodes, the customers of the cut
// rows, and all that lies downstream of either over rows of any level. Broken
// lies within it, unless a quorum can never be met.
//
// Cost O(nodes + rows).
func Reach(net *graph.Network, cut Cut) map[graph.NodeID]bool {
	reached := map[graph.NodeID]bool{}
	var queue []graph.NodeID
	visit := func(i graph.NodeID) {
		if !reached[i] {
			reached[i] = true
			queue = append(queue, i)
		}
	}
	for _, i := range cut.Nodes {
		visit(i)
	}
	for _, s := range cut.Rows {
		_, customer := net.Ends(s)
		visit(customer)
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, s := range net.Deliveries(i) {
			_, customer := net.Ends(s)
			visit(customer)
		}
	}
	return reached
}
