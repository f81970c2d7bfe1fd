package cut

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// exposed lists the nodes downstream of the cut, over rows of every level, that
// have not failed, with what those that a dead source supplied have lost.
func exposed(ctx context.Context, ix *index.Index, set Set, failures []Failure, failed func(graph.NodeID) bool) ([]Exposure, error) {
	net := ix.Net
	hit := make([]bool, net.NumNodes())
	for _, f := range failures {
		for _, customer := range ix.Customers(f.Node) {
			hit[customer] = true
		}
	}
	for _, row := range set.Rows {
		_, customer := net.Ends(row)
		hit[customer] = true
	}
	var list []Exposure
	reached := reach(ctx, ix, set)
	for i := range graph.Each(ctx, graph.NodeID(net.NumNodes())) {
		if !reached[i] || failed(i) || has(set.Reduced, i) {
			continue
		}
		e := Exposure{Node: i}
		if hit[i] {
			e.Lost = losses(net, i, set, failed)
		}
		list = append(list, e)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return list, nil
}

// reach marks the breadth-first closure of the cut.
func reach(ctx context.Context, ix *index.Index, set Set) []bool {
	net := ix.Net
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
	for next := 0; next < len(queue) && ctx.Err() == nil; next++ {
		for _, customer := range ix.Customers(queue[next]) {
			visit(customer)
		}
	}
	return seen
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
