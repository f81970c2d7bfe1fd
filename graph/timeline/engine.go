package timeline

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/level"
)

// Run follows a network through a plan. Its error is the context's, if that ends first.
//
// An event costs the rows around the nodes and needs that it moves, and the
// logarithm of how many events wait; the beginning costs O(nodes + rows).
func Run(ctx context.Context, ix *index.Index, plan Plan, opts Options) (*Result, error) {
	if err := ix.Prepare(ctx); err != nil {
		return nil, err
	}
	return NewEngine(ix, opts).Run(ctx, plan)
}

// Engine follows a network through one plan after the other with the same scratch,
// so that each costs what it moves and not what the network holds. An Engine serves
// one goroutine.
type Engine struct {
	ix    *index.Index
	net   *graph.Network
	days  *index.Days
	rates *index.Rates
	most  []float64 // by row: carried at most
	opts  Options

	sys     *level.System
	carries []float64 // by row: what it carries now when all of it is left and its supplier delivers at level 1
	watched []bool    // by need: it has a state once touched; the others bind whenever they fall short
	shown   []float64 // by node: its level by the events so far
	needs   sparse[graph.NeedID, need]
	lost    []bool // by node: is among the first losses

	queue calendar
	*run
	instant
}

// NewEngine fills pipelines and stocks. O(nodes + rows).
func NewEngine(ix *index.Index, opts Options) *Engine {
	e := &Engine{
		ix: ix, net: ix.Net, days: ix.Days(), rates: ix.Rates(), most: ix.Rates().Worst, opts: opts,
		carries: make([]float64, ix.Net.NumSources()),
		watched: make([]bool, ix.Net.NumNeeds()),
		lost:    make([]bool, ix.Net.NumNodes()),
		shown:   slices.Repeat([]float64{1}, ix.Net.NumNodes()),
		needs:   newSparse[graph.NeedID, need](ix.Net.NumNeeds()),
		queue:   calendar{at: map[float64]int32{}},
		instant: newInstant(ix.Net),
	}
	if opts.Best {
		e.most = e.rates.Best
	}
	for s := range e.carries {
		e.carries[s] = e.today(graph.SourceID(s))
	}
	e.sys = level.New(ix, e.carries)
	for s := range e.carries {
		e.open(graph.SourceID(s))
	}
	for k := range e.watched {
		e.stock(graph.NeedID(k))
	}
	return e
}

// Run follows the network through a plan. Its error is the context's, if that ends
// first; then the Engine is of no use any more.
func (e *Engine) Run(ctx context.Context, plan Plan) (*Result, error) {
	e.begin(plan)
	if err := e.follow(ctx); err != nil {
		return nil, err
	}
	result := e.result()
	e.reset()
	return result, nil
}

// follow goes from instant to instant to the end.
func (e *Engine) follow(ctx context.Context) error {
	e.sys.Done = ctx.Done()
	for e.next() {
		e.step()
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (e *Engine) begin(plan Plan) {
	e.run = &run{
		plan: plan, until: plan.Horizon, left: cmp.Or(e.opts.MaxEvents, DefaultMaxEvents),
		rows: map[graph.SourceID]*row{}, finished: map[graph.NodeID]*finished{},
	}
	e.queue.begin(plan.Horizon)
	for n, p := range plan.Nodes {
		e.queueChanges(nodeChanges, n, p.Left)
	}
	for n, p := range plan.Rows {
		e.rows[p.Row] = newRow(e.days.Transit[p.Row])
		e.queueChanges(rowChanges, n, p.Left)
		e.queueChanges(delayChanges, n, p.Delay)
	}
}

func (e *Engine) queueChanges(kind happeningKind, id int, changes []Change) {
	for n, c := range changes {
		e.queue.push(happening{day: c.Day, kind: kind, id: int32(id), what: uint32(n)})
	}
}

// reset undoes what the plan did, touching only what it touched.
func (e *Engine) reset() {
	for _, p := range e.plan.Nodes {
		e.sys.Left[p.Node] = 1
	}
	for _, s := range e.altered {
		e.carries[s] = e.today(s)
		e.sys.Carries[s] = e.carries[s]
		e.open(s)
	}
	for _, k := range e.needs.keys {
		e.stock(k)
	}
	e.needs.clear()
	for _, i := range e.sys.Strayed() {
		e.shown[i] = 1
	}
	e.sys.Reset()
}
