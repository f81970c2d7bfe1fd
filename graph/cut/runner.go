package cut

import (
	"context"
	"slices"
	"sync"

	"linestop/graph"
	"linestop/graph/index"
)

// Runner answers cut after cut with the same scratch, so that each costs what it
// reaches and not what the network holds. A Runner serves one goroutine.
type Runner struct {
	ix          *index.Index
	worst, best *Engine // the same one if every row is sure
	exposure    *exposure
	restart     *restart
}

// NewRunner prepares a runner. O(nodes + needs) once.
func NewRunner(ix *index.Index) *Runner {
	worst := NewEngine(ix.Worst)
	best := worst
	if ix.Best != ix.Worst {
		best = NewEngine(ix.Best)
	}
	return &Runner{ix, worst, best, newExposure(ix, worst), newRestart(worst)}
}

// Run answers what set breaks. O(rows touched), once index.World.Start is known.
// The only error is that of ctx.
func (r *Runner) Run(ctx context.Context, set Set) (*Result, error) {
	set = set.normal()
	start := make(chan *index.Start, 1)
	go func() { // the first time it takes as long as the rest, and it depends on no cut
		s, _ := r.ix.Worst.Start(ctx)
		start <- s
	}()
	a, err := r.fail(ctx, set)
	if err != nil {
		return nil, err
	}
	if a.Exposed, err = r.exposure.run(ctx, set); err != nil {
		return nil, err
	}
	if a.start = <-start; a.start == nil {
		return nil, ctx.Err()
	}
	if a.Stranded, err = r.restart.run(ctx, a.start, a.Failures, set.Rows); err != nil {
		return nil, err
	}
	return a, nil
}

// Prove proves that set breaks node i: see Result.Proof. It costs what set breaks before, not what is
// exposed. The only error is that of ctx.
func (r *Runner) Prove(ctx context.Context, set Set, i graph.NodeID) (Proof, error) {
	set = set.normal()
	for _, e := range []*Engine{r.best, r.worst} {
		if _, err := e.runUntil(ctx, set, i); err != nil {
			return nil, err
		}
		if _, failed := e.failure(i); failed {
			return prover{r.ix.Net, set, e.failure}.proof(i), nil
		}
	}
	return nil, nil
}

// fail finds what fails, in both worlds.
func (r *Runner) fail(ctx context.Context, set Set) (*Result, error) {
	a := &Result{Set: set, ix: r.ix}
	var err error
	if a.Failures, err = failures(ctx, r.worst, set); err != nil {
		return nil, err
	}
	a.sureFailures = a.Failures
	if r.best != r.worst {
		if a.sureFailures, err = failures(ctx, r.best, set); err != nil {
			return nil, err
		}
	}
	for _, list := range [][]Failure{a.Failures, a.sureFailures} {
		for i, f := range list {
			list[i].Sure = r.best.Failed(f.Node)
		}
	}
	a.byNode = sync.OnceValue(func() map[graph.NodeID]Failure { return at(a.Failures) })
	a.sure = sync.OnceValue(func() map[graph.NodeID]Failure { return at(a.sureFailures) })
	return a, nil
}

// failures is a run of an engine, to keep.
func failures(ctx context.Context, e *Engine, set Set) ([]Failure, error) {
	list, err := e.Run(ctx, set)
	return slices.Clone(list), err
}
