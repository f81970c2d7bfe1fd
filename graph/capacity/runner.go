package capacity

import (
	"context"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/level"
)

// Runner loses nodes time after time with the same scratch, so that each loss costs what it
// slows and not what the network holds. It knows the worst end only. A Runner serves one
// goroutine.
type Runner struct {
	system *level.System
	lost   []graph.NodeID
}

// NewRunner prepares a runner. O(nodes + rows) once.
func NewRunner(ix *index.Index) *Runner { return &Runner{system: level.New(ix, ix.Rates().Worst)} }

// Lose lists the nodes that do not keep full rate if these are lost, sorted. The slice and
// their levels are valid until the next loss. After an error, which can only be
// that of ctx, the Runner is of no use any more.
func (r *Runner) Lose(ctx context.Context, nodes []graph.NodeID) ([]graph.NodeID, error) {
	for _, i := range r.lost {
		r.system.Left[i] = 1
	}
	r.system.Reset()
	r.lost = append(r.lost[:0], nodes...)
	for _, i := range nodes {
		r.system.Left[i] = 0
	}
	r.system.Done = ctx.Done()
	return r.system.Settle(nil, nodes), ctx.Err()
}

// Level is what node i keeps, 0..1.
func (r *Runner) Level(i graph.NodeID) float64 { return r.system.Level(i) }
