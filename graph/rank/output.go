package rank

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/capacity"
)

// slower finds what products lose at worst in the steady reading, loss after loss.
type slower struct {
	sums
	job    *Job
	runner *capacity.Runner
	output float64 // of the last loss, 1 for each product that stops
}

func newSlower(j *Job) *slower {
	return &slower{newSums(j.units), j, capacity.NewRunner(j.ix), 0}
}

// lose loses a group. The only error is that of ctx.
func (s *slower) lose(ctx context.Context, g graph.GroupID) error {
	s.clear()
	s.output = 0
	slowed, err := s.runner.Lose(ctx, slices.Collect(s.job.Options.lost(g)))
	for _, i := range slowed {
		if part := 1 - s.runner.Level(i); s.job.ix.Net.IsProduct(i) {
			s.output += part
			s.add(i, part)
		}
	}
	return err
}
