package rank

import (
	"context"
	"iter"
	"slices"
	"sync"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/sweep"
	"linestop/internal/shard"
)

// Job is a ranking that can be made in pieces (shard.Job): a piece holds the losses of a range of steps
// through the forest of each world, and the output lost with a range of groups. A Job serves any number of
// goroutines.
type Job struct {
	Options
	ix          *index.Index
	units       units
	itself      []Count // by group: what is lost with it
	worst, best func() *sweep.Forest
}

var _ shard.Job = (*Job)(nil)

// NewJob prepares to lose each group alone. Of the options Workers and Progress do not matter. The only error
// is that of ctx, with which the pieces end, too.
func NewJob(ctx context.Context, ix *index.Index, o Options) (*Job, error) {
	if o.Groups == nil {
		var err error
		if o.Groups, err = ix.Net.Groups(ctx, "node"); err != nil {
			return nil, err
		}
	}
	j := &Job{Options: o, ix: ix, units: newUnits(ix.Net), itself: make([]Count, o.Groups.Len())}
	for g := range graph.Each(ctx, graph.GroupID(o.Groups.Len())) {
		for i := range o.lost(g) {
			j.itself[g].add(ix.Net, i)
		}
	}
	forest := func(w *index.World) func() *sweep.Forest {
		return sync.OnceValue(func() *sweep.Forest { return sweep.NewForest(ctx, w, o.Groups, o.MayFail) })
	}
	j.worst, j.best = forest(ix.Worst), forest(ix.Best)
	return j, ctx.Err()
}

// Size is how many groups are lost.
func (j *Job) Size() int { return j.Groups.Len() }

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

// unsure says whether what breaks surely may be less than what breaks possibly.
func (j *Job) unsure() bool { return j.ix.Best != j.ix.Worst }

// Worker does pieces for one goroutine.
func (j *Job) Worker(pieces int) func(ctx context.Context, piece int) ([]byte, error) {
	worst := newTally(j.ix.Net, j.worst(), j.units)
	var best *tally
	if j.unsure() {
		best = newTally(j.ix.Net, j.best(), units{})
	}
	var slow *slower
	if j.Output {
		slow = newSlower(j)
	}
	return func(ctx context.Context, piece int) ([]byte, error) {
		first, end := j.Size()*piece/pieces, j.Size()*(piece+1)/pieces
		var w writer
		w.number(end - first)
		for s := range worst.walk.Steps(ctx, first, end) {
			worst.follow(s)
			w.count(s.Group, worst.breaks(s, j.itself[s.Group]))
			w.volumes(&worst.sums)
		}
		if best != nil {
			for s := range best.walk.Steps(ctx, first, end) {
				best.follow(s)
				w.count(s.Group, best.breaks(s, j.itself[s.Group]))
			}
		}
		for g := first; slow != nil && g < end; g++ {
			if err := slow.lose(ctx, graph.GroupID(g)); err != nil {
				return nil, err
			}
			w.float(slow.output)
			w.volumes(&slow.sums)
		}
		return w.bytes, ctx.Err()
	}
}

// Ranking is what comes of all pieces, in their order. It is an error if they are not of this job.
func (j *Job) Ranking(pieces [][]byte) (*Ranking, error) {
	r := &Ranking{
		Rows: make([]Row, j.Size()), Groups: j.Groups, Products: len(j.ix.Net.Products()), Units: j.units.list,
		Unsure: j.unsure(), Output: j.Output,
	}
	for g := range r.Rows {
		r.Rows[g].Group, r.Rows[g].Lost = graph.GroupID(g), j.itself[g]
	}
	first := 0
	for _, piece := range pieces {
		in := reader{bytes: piece, groups: j.Size(), units: len(j.units.list)}
		steps := in.number(j.Size() - first)
		for range steps {
			g, breaks := in.count()
			row := &r.Rows[g]
			row.Breaks = breaks
			row.Volumes = in.volumes()
			row.Part = part(row.Volumes, j.units.list)
		}
		for range steps * one(j.unsure()) {
			g, surely := in.count()
			r.Rows[g].Surely = surely
		}
		for g := range steps * one(j.Output) {
			row := &r.Rows[first+g]
			row.Output = in.float()
			row.OutputVolumes = in.volumes()
		}
		if err := in.end(); err != nil {
			return nil, err
		}
		first += steps
	}
	if first != j.Size() {
		return nil, errForeign
	}
	r.Rows = slices.DeleteFunc(r.Rows, func(row Row) bool { return row.Lost.Nodes == 0 })
	return r, nil
}
