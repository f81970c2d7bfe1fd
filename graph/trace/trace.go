// Package trace answers how nodes are connected: their tiers upstream and
// downstream, and the paths between them. A question may begin at several nodes,
// such as all that belong to a parent. Rows of every level are followed; what
// breaks is not asked.
package trace

import (
	"context"

	"linestop/graph"
	"linestop/graph/index"
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
	hops, _ := spread(ctx, net.NumNodes(), of, suppliers(net))
	return hops, ctx.Err()
}

// Downstream lists all that depends on the nodes, as Upstream does.
func Downstream(ctx context.Context, net *graph.Network, of ...graph.NodeID) ([]Hop, error) {
	hops, _ := spread(ctx, net.NumNodes(), of, customers(net))
	return hops, ctx.Err()
}

// neighbours lists the nodes next to i, possibly several times. The slice is valid until the next call.
type neighbours func(i graph.NodeID) []graph.NodeID

func suppliers(net *graph.Network) neighbours {
	var list []graph.NodeID
	return func(i graph.NodeID) []graph.NodeID {
		list = list[:0]
		for k := range net.Needs(i) {
			for _, row := range net.SourcesOf(k) {
				supplier, _ := net.Ends(row)
				list = append(list, supplier)
			}
		}
		return list
	}
}

func customers(net *graph.Network) neighbours {
	return func(i graph.NodeID) []graph.NodeID {
		_, customers := net.Onward(i)
		return customers
	}
}

// spread visits tier after tier, each in the order of numbers. It returns the nodes beyond those from which it starts,
// and the set of both; less once ctx has ended.
func spread(ctx context.Context, nodes int, from []graph.NodeID, next neighbours) (hops []Hop, seen index.Marks) {
	tier, later := index.NewAgenda(nodes), index.NewAgenda(nodes)
	seen = index.NewMarks(nodes)
	for _, i := range from {
		seen.Add(i)
		tier.Add(i)
	}
	for t := 0; ; t++ {
		before := len(hops)
		for i := range tier.Drain(ctx) {
			if t > 0 {
				hops = append(hops, Hop{i, t})
			}
			for _, j := range next(i) {
				if !seen.Has(j) {
					seen.Add(j)
					later.Add(j)
				}
			}
		}
		if len(hops) == before && t > 0 {
			return hops, seen
		}
		tier, later = later, tier
	}
}
