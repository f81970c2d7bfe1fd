package cut

import (
	"context"

	"linestop/graph"
	"linestop/graph/index"
)

// Engine runs cut after cut in one world with the same scratch, so that each
// costs what it breaks and not what the network holds. An Engine serves one
// goroutine.
type Engine struct {
	world  *index.World
	failed []bool  // by node
	dead   []int32 // by need: its counted rows that are dead
	at     []int32 // by node: where its failure is in the queue, if failed

	queue   []Failure // in the order of failure: steps rise
	touched []graph.NeedID
	cutRows map[delivery]int32
}

// delivery is what supplier does for need. cutRows counts the rows of it that are
// cut by themselves: the supplier's failure must not count them again.
type delivery struct {
	supplier graph.NodeID
	need     graph.NeedID
}

// NewEngine prepares an engine. O(nodes + needs) once.
func NewEngine(w *index.World) *Engine {
	return &Engine{
		world:   w,
		failed:  make([]bool, w.Nodes()),
		dead:    make([]int32, w.Needs()),
		at:      make([]int32, w.Nodes()),
		cutRows: map[delivery]int32{},
	}
}

// Failed says whether the last Run failed node i.
func (e *Engine) Failed(i graph.NodeID) bool { return e.failed[i] }

// Run returns the failures of a cut, steps rising. The slice is valid until the
// next Run. Steps and needs do not depend on the order in which rows were read:
// a node fails at the earliest step it can, by the least of the needs that fail it
// then. The only error is that of ctx.
func (e *Engine) Run(ctx context.Context, set Set) ([]Failure, error) {
	e.reset()
	for _, i := range set.Nodes {
		e.fail(Failure{Node: i, Need: NoNeed})
	}
	for _, row := range set.Rows {
		if supplier, k := e.world.Row(row); e.world.Counts(row) {
			e.cutRows[delivery{supplier, k}]++
			e.lose(k, 1)
		}
	}
	for next := 0; next < len(e.queue) && ctx.Err() == nil; next++ {
		f := e.queue[next]
		for _, k := range e.world.Out(f.Node) {
			if len(e.cutRows) > 0 && e.cutRows[delivery{f.Node, k}] > 0 {
				e.cutRows[delivery{f.Node, k}]--
				continue
			}
			e.lose(k, f.Step+1)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return e.queue, nil
}

// reset undoes the last run, touching only what it touched.
func (e *Engine) reset() {
	for _, f := range e.queue {
		e.failed[f.Node] = false
	}
	for _, k := range e.touched {
		e.dead[k] = 0
	}
	e.queue, e.touched = e.queue[:0], e.touched[:0]
	clear(e.cutRows)
}

func (e *Engine) fail(f Failure) {
	if e.failed[f.Node] {
		return
	}
	e.failed[f.Node] = true
	e.at[f.Node] = int32(len(e.queue))
	e.queue = append(e.queue, f)
}

// lose counts one more dead row of need k.
func (e *Engine) lose(k graph.NeedID, step int) {
	if e.dead[k] == 0 {
		e.touched = append(e.touched, k)
	}
	e.dead[k]++
	if e.dead[k] != e.world.Tolerance(k)+1 {
		return
	}
	customer := e.world.Customer(k)
	if !e.failed[customer] {
		e.fail(Failure{Node: customer, Step: step, Need: k})
	} else if f := &e.queue[e.at[customer]]; f.Step == step && k < f.Need {
		f.Need = k
	}
}
