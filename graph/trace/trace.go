// Package trace answers how nodes are connected: their tiers upstream and
// downstream, and the paths between them. A question may begin at several nodes,
// such as all that belong to a parent. Rows of every level are followed; what
// breaks is not asked.
package trace

import (
	"context"
	"slices"

	"linestop/graph"
)

// Hop is a node and its least number of steps from where the trace began.
type Hop struct {
	Node graph.NodeID
	Tier int // 1 = direct
}

// Upstream lists all that the nodes depend on, nearest first, then by number, but
// for the nodes themselves, on a cycle or not. O(nodes + rows); the only error is
// that of ctx.
func Upstream(ctx context.Context, net *graph.Network, of ...graph.NodeID) ([]Hop, error) {
	return spread(ctx, net.NumNodes(), of, suppliers(net))
}

// Downstream lists all that depends on the nodes, as Upstream does.
func Downstream(ctx context.Context, net *graph.Network, of ...graph.NodeID) ([]Hop, error) {
	return spread(ctx, net.NumNodes(), of, customers(net))
}

// neighbours calls yield for the nodes next to i, possibly several times.
type neighbours func(i graph.NodeID, yield func(graph.NodeID))

func suppliers(net *graph.Network) neighbours {
	return func(i graph.NodeID, yield func(graph.NodeID)) {
		for k := range net.Needs(i) {
			for _, row := range net.SourcesOf(k) {
				supplier, _ := net.Ends(row)
				yield(supplier)
			}
		}
	}
}

func customers(net *graph.Network) neighbours {
	return func(i graph.NodeID, yield func(graph.NodeID)) {
		for _, row := range net.Deliveries(i) {
			_, customer := net.Ends(row)
			yield(customer)
		}
	}
}

func spread(ctx context.Context, nodes int, from []graph.NodeID, next neighbours) ([]Hop, error) {
	distance := distances(ctx, nodes, from, next)
	most := int32(0)
	for _, d := range distance {
		most = max(most, d)
	}
	byTier := make([][]Hop, most+1)
	for i, d := range distance {
		if d > 0 {
			byTier[d] = append(byTier[d], Hop{graph.NodeID(i), int(d)})
		}
	}
	var hops []Hop
	for _, tier := range byTier {
		hops = append(hops, tier...)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return hops, nil
}

// distances gives each node's least number of steps from any of some nodes, -1
// where there is no way, or none was found before ctx ended.
func distances(ctx context.Context, nodes int, from []graph.NodeID, next neighbours) []int32 {
	distance := slices.Repeat([]int32{-1}, nodes)
	for _, i := range from {
		distance[i] = 0
	}
	for queue := slices.Clone(from); len(queue) > 0 && ctx.Err() == nil; queue = queue[1:] {
		i := queue[0]
		next(i, func(j graph.NodeID) {
			if distance[j] < 0 {
				distance[j] = distance[i] + 1
				queue = append(queue, j)
			}
		})
	}
	return distance
}
