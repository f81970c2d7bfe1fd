// Package rank answers whose loss breaks most: what the loss of each node, parent,
// country or other group alone breaks, in the structure reading, and on request the
// output that it costs in the steady one.
//
// It counts and does not list: in a fragile economy of a million firms the single
// losses together break 10^11 nodes, and are counted in a second or two (sweep.Forest).
package rank

import (
	"context"
	"time"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/parallel"
	"linestop/internal/shard"
)

// Options say what is lost and counted. The zero value means the defaults.
type Options struct {
	Groups   *graph.Groups           // what is lost at once; default: each node by itself
	MayFail  func(graph.NodeID) bool // nodes that may be lost at all; default: all
	Output   bool                    // find the output lost, too: each loss costs all that it slows
	Workers  int                     // goroutines; default one for each processor
	Progress func(done, total int64) // called now and then, by any goroutine but one at a time

	Top  int           // for Pairs: keep so many; default 20
	Time time.Duration // for Pairs: search no longer than this; default no limit
}

// Ranking is what each group's loss breaks.
type Ranking struct {
	Rows     []Row // in the order of the groups, until they are sorted
	Groups   *graph.Groups
	Products int    // how many there are
	Units    []Unit // in which products have a volume, by name
	Unsure   bool   // some rows are unsure, so that what breaks surely may be less
	Output   bool   // the output lost is known

	by By // by which the rows are sorted
}

// Row is what the loss of a group breaks. Groups of which nothing can be lost have none.
type Row struct {
	Group graph.GroupID
	Loss

	Output        float64  // what products lose at worst, 1 for each that stops
	OutputVolumes []Volume // the same in volume
}

// Loss is what is lost, and what breaks with it.
type Loss struct {
	Lost   Count // itself
	Breaks Count // besides, for some turn of the unsure rows
	Surely Count // for every turn; not counted where every row is sure

	Volumes []Volume // of the products that are lost or break
	Part    float64  // 0..1, of all volume: that of the unit of which the greatest part is lost
}

// Count is how many nodes, and how many products among them.
type Count struct{ Nodes, Products int32 }

func (c *Count) add(net *graph.Network, i graph.NodeID) {
	c.Nodes++
	c.Products += int32(one(net.IsProduct(i)))
}

func (c *Count) drop(d Count) {
	c.Nodes -= d.Nodes
	c.Products -= d.Products
}

// Run loses each group alone. Counts are those of cut.Run, group by group. The only
// error is that of ctx.
func Run(ctx context.Context, ix *index.Index, o Options) (*Ranking, error) {
	j, err := NewJob(ctx, ix, o)
	if err != nil {
		return nil, err
	}
	pieces, err := shard.Run(ctx, j, parallel.Options{Workers: o.Workers, Progress: o.Progress})
	if err != nil {
		return nil, err
	}
	return j.Ranking(pieces)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
