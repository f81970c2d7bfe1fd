package cutset

import (
	"cmp"
	"context"
	"math/big"

	"linestop/graph"
	"linestop/graph/index"
)

// Options say what may be lost, and when it counts. The zero value means the defaults.
type Options struct {
	Products func(graph.NodeID) bool         // whose breaking counts, for FindSingles; default: all products
	Groups   *graph.Groups                   // what is lost at once; default: each node by itself
	MayFail  func(graph.NodeID) bool         // nodes that may be lost at all; default: all
	Sure     bool                            // what breaks however the unsure rows turn out; default: what breaks for some turn
	Order    int                             // of the largest sets, for Find; default: no limit
	Most     int                             // sets after which Find ends; default: no limit
	Memory   int                             // bytes that diagrams may take; default DefaultMemory
	Progress func(done, total int64)         // called now and then while groups are lost one by one
	Beyond   func(order int, found *big.Int) // called now and then while larger sets than these are looked for; so many have been found by then
}

func (o Options) memory() int { return cmp.Or(o.Memory, DefaultMemory) }

func (o Options) groups(ctx context.Context, net *graph.Network) (*graph.Groups, error) {
	if o.Groups != nil {
		return o.Groups, nil
	}
	return net.Groups(ctx, "node")
}

func (o Options) mayFail(i graph.NodeID) bool { return o.MayFail == nil || o.MayFail(i) }

// lost lists the nodes that go with some groups. The product does not: it is asked what breaks
// it.
func (o Options) lost(product graph.NodeID, groups ...graph.GroupID) []graph.NodeID {
	var nodes []graph.NodeID
	for _, g := range groups {
		for _, i := range o.Groups.Nodes(g) {
			if i != product && o.mayFail(i) {
				nodes = append(nodes, i)
			}
		}
	}
	return nodes
}

func (o Options) world(ix *index.Index) *index.World {
	if o.Sure {
		return ix.Best
	}
	return ix.Worst
}
