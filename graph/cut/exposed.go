package cut

import (
	"slices"

	"linestop/graph"
)

// exposed lists the nodes downstream of the cut, over rows of every level, that
// have not failed.
func exposed(net *graph.Network, set Set, failed func(graph.NodeID) bool) []Exposure {
	var list []Exposure
	for _, i := range reach(net, set) {
		if !failed(i) && !has(set.Reduced, i) {
			list = append(list, Exposure{Node: i, Lost: losses(net, i, set, failed)})
		}
	}
	slices.SortFunc(list, func(a, b Exposure) int { return int(a.Node - b.Node) })
	return list
}

// reach is the breadth-first closure of the cut.
func reach(net *graph.Network, set Set) []graph.NodeID {
	seen := make([]bool, net.NumNodes())
	var queue []graph.NodeID
	visit := func(i graph.NodeID) {
		if !seen[i] {
			seen[i] = true
			queue = append(queue, i)
		}
	}
	for _, i := range slices.Concat(set.Nodes, set.Reduced) {
		visit(i)
	}
	for _, row := range slices.Concat(set.Rows, set.ReducedRows) {
		_, customer := net.Ends(row)
		visit(customer)
	}
	for next := 0; next < len(queue); next++ {
		for _, row := range net.Deliveries(queue[next]) {
			_, customer := net.Ends(row)
			visit(customer)
		}
	}
	return queue
}

func losses(net *graph.Network, i graph.NodeID, set Set, failed func(graph.NodeID) bool) []Loss {
	var lost []Loss
	for k := range net.Needs(i) {
		rows, left := net.SourcesOf(k), 0
		for _, row := range rows {
			if runs(net, row, set, failed) {
				left++
			}
		}
		if left < len(rows) {
			lost = append(lost, Loss{Need: k, Level: net.NeedLevel(k), Left: left, Quorum: net.NeedQuorum(k), Sources: len(rows)})
		}
	}
	return lost
}

func runs(net *graph.Network, row graph.SourceID, set Set, failed func(graph.NodeID) bool) bool {
	supplier, _ := net.Ends(row)
	return !has(set.Rows, row) && !failed(supplier)
}
