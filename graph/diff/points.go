package diff

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/index"
)

// Product is a product and its single points of failure, by their ids. The pair is
// graph.None where the node is missing or no product.
type Product struct {
	Pair
	Was, Is int            // how many single points of failure
	New     []graph.NodeID // after, and not before; rising
	Gone    []graph.NodeID // before, and not after; rising
}

// Worse says whether the product was one before and has new single points of failure, whatever else
// is gone.
func (p Product) Worse() bool { return p.Both() && len(p.New) > 0 }

// Better says whether single points of failure are gone and none is new.
func (p Product) Better() bool { return p.Both() && len(p.New) == 0 && len(p.Gone) > 0 }

// Points finds the single points of failure of every product of either network: those of
// before in its order, then those that only after has. It takes as long as cutset.FindSingles does; the
// only error is that of ctx.
func Points(ctx context.Context, before, after *index.Index) ([]Product, error) {
	was, err := cutset.FindSingles(ctx, before, cutset.Options{})
	if err != nil {
		return nil, err
	}
	is, err := cutset.FindSingles(ctx, after, cutset.Options{})
	if err != nil {
		return nil, err
	}
	var list []Product
	for pair := range pairs(before.Net, after.Net) {
		pair.Before, pair.After = product(before.Net, pair.Before), product(after.Net, pair.After)
		if pair.Before == graph.None && pair.After == graph.None {
			continue
		}
		old, now := nodes(was.Of(pair.Before)), nodes(is.Of(pair.After))
		list = append(list, Product{
			Pair: pair, Was: len(old), Is: len(now),
			New:  without(now, after.Net, old, before.Net),
			Gone: without(old, before.Net, now, after.Net),
		})
	}
	return list, ctx.Err()
}

// nodes are groups of one node each.
func nodes(groups []graph.GroupID) []graph.NodeID {
	list := make([]graph.NodeID, len(groups))
	for n, g := range groups {
		list[n] = graph.NodeID(g)
	}
	return list
}

// product is a node if it is a product.
func product(net *graph.Network, i graph.NodeID) graph.NodeID {
	if i != graph.None && net.IsProduct(i) {
		return i
	}
	return graph.None
}

// without lists the nodes of a list whose ids are not in the other, a rising one.
func without(list []graph.NodeID, net *graph.Network, other []graph.NodeID, in *graph.Network) []graph.NodeID {
	var rest []graph.NodeID
	for _, i := range list {
		if _, found := slices.BinarySearch(other, find(in, net.ID(i))); !found {
			rest = append(rest, i)
		}
	}
	return rest
}
