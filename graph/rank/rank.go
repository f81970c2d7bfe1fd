// Package rank answers whose loss breaks most: what the loss of each node, parent,
// country or other group alone breaks, in the structure reading, and on request the
// output that it costs in the steady one.
//
// It counts and does not list: in a fragile economy of a million firms the single
// losses together break 10^11 nodes, and are counted in a second or two (sweep.Forest).
package rank

import (
	"context"
	"iter"
	"slices"
	"time"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/sweep"
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
	if o.Groups == nil {
		var err error
		if o.Groups, err = ix.Net.Groups(ctx, "node"); err != nil {
			return nil, err
		}
	}
	u := newUnits(ix.Net)
	r := &Ranking{
		Rows: rows(ix.Net, o), Groups: o.Groups, Products: len(ix.Net.Products()), Units: u.list,
		Unsure: ix.Best != ix.Worst, Output: o.Output,
	}
	steps := stages{o, 1 + one(r.Unsure) + one(r.Output), 0}
	err := loseEach(ctx, ix, ix.Worst, u, steps.next(), func(s sweep.Step, t *tally) {
		row := &r.Rows[s.Group]
		row.Breaks = t.breaks(s, row.Lost)
		row.Volumes, row.Part = t.now()
	})
	if err == nil && r.Unsure {
		err = loseEach(ctx, ix, ix.Best, units{}, steps.next(), func(s sweep.Step, t *tally) {
			row := &r.Rows[s.Group]
			row.Surely = t.breaks(s, row.Lost)
		})
	}
	r.Rows = slices.DeleteFunc(r.Rows, func(row Row) bool { return row.Lost.Nodes == 0 })
	if err == nil && r.Output {
		err = r.output(ctx, ix, u, steps.next())
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// rows says what is lost with each group.
func rows(net *graph.Network, o Options) []Row {
	rows := make([]Row, o.Groups.Len())
	for g := range rows {
		rows[g].Group = graph.GroupID(g)
		for i := range o.lost(rows[g].Group) {
			rows[g].Lost.add(net, i)
		}
	}
	return rows
}

// lost yields the nodes that are lost with a group.
func (o Options) lost(g graph.GroupID) iter.Seq[graph.NodeID] {
	return func(yield func(graph.NodeID) bool) {
		for _, i := range o.Groups.Nodes(g) {
			if o.mayFail(i) && !yield(i) {
				return
			}
		}
	}
}

func (o Options) mayFail(i graph.NodeID) bool { return o.MayFail == nil || o.MayFail(i) }

// stages are the parts of a run, for which progress is told as one.
type stages struct {
	Options
	total, begun int
}

// next is for the next stage.
func (s *stages) next() Options {
	o, before := s.Options, int64(s.begun)
	s.begun++
	if tell := o.Progress; tell != nil {
		o.Progress = func(done, total int64) { tell(before*total+done, int64(s.total)*total) }
	}
	return o
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
