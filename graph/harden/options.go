package harden

import (
	"cmp"
	"context"
	"slices"
	"time"

	"linestop/graph"
	"linestop/graph/index"
)

// Options say what may be lost, whose breaking counts, and what may be changed at
// what cost. The zero value means the defaults.
type Options struct {
	Products func(graph.NodeID) bool    // whose breaking counts; default: all products
	Groups   *graph.Groups              // what is lost at once; default: each node by itself
	MayFail  func(graph.NodeID) bool    // nodes that may be lost at all; default: all
	Sure     bool                       // count what breaks however the unsure rows turn out; default: what breaks for some turn
	Order    int                        // of the largest minimal cut sets that are looked at; default 1: single points of failure
	Most     int                        // cut sets of order 2 and more that are looked at; default DefaultMost
	Time     time.Duration              // for finding them; default no limit
	Memory   int                        // bytes that finding them may take; default cutset.DefaultMemory
	Weight   func(graph.NodeID) float64 // what a product counts, above 0; default 1 each
	Kinds    []Kind                     // changes that may be made; default: all
	Cost     func(Candidate) float64    // of a change, above 0; default 1 each
	Budget   float64                    // what the changes may cost together; default DefaultBudget
	Buffer   float64                    // days that a Buffer adds; default DefaultBuffer
	Reach    int                        // how many nodes the losses looked at may break, summed; those that break most products come first; default DefaultReach
	Workers  int                        // goroutines; default one for each processor
	Progress func(done, total int64)    // of each round anew; called now and then, by any goroutine but one at a time
}

// DefaultBudget buys three changes if each costs 1.
const DefaultBudget = 3

// DefaultBuffer is a month.
const DefaultBuffer = 30

// DefaultReach is some seconds of work.
const DefaultReach = 5_000_000

// DefaultMost is some seconds of work.
const DefaultMost = 100_000

func (o Options) withDefaults(ctx context.Context, net *graph.Network) (Options, error) {
	if o.Products == nil {
		o.Products = net.IsProduct
	}
	if o.MayFail == nil {
		o.MayFail = func(graph.NodeID) bool { return true }
	}
	if o.Weight == nil {
		o.Weight = func(graph.NodeID) float64 { return 1 }
	}
	if o.Kinds == nil {
		o.Kinds = Kinds()
	}
	if o.Cost == nil {
		o.Cost = func(Candidate) float64 { return 1 }
	}
	o.Order = cmp.Or(o.Order, 1)
	o.Most = cmp.Or(o.Most, DefaultMost)
	o.Budget = cmp.Or(o.Budget, DefaultBudget)
	o.Buffer = cmp.Or(o.Buffer, DefaultBuffer)
	o.Reach = cmp.Or(o.Reach, DefaultReach)
	if o.Groups != nil {
		return o, nil
	}
	var err error
	o.Groups, err = net.Groups(ctx, "node")
	return o, err
}

func (o Options) world(ix *index.Index) *index.World {
	if o.Sure {
		return ix.Best
	}
	return ix.Worst
}

func (o Options) allows(k Kind) bool { return slices.Contains(o.Kinds, k) }
