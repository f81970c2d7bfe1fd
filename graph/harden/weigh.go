package harden

import (
	"context"
	"slices"

	"linestop/internal/parallel"
)

// piece is how many losses are weighed at once, and batch how many such pieces before their gains are summed.
const piece, batch = 64, 64

// weigh adds to the gain of each candidate, or takes from it, what it would end of some losses beside what is taken.
func (s *state) weigh(ctx context.Context, losses []int32, sign float64, gains []float64) error {
	type share struct {
		candidate int
		gain      float64
	}
	for those := range slices.Chunk(losses, piece*batch) {
		pieces := slices.Collect(slices.Chunk(those, piece))
		shares, err := parallel.Map(ctx, len(pieces), parallel.Options{Workers: s.t.options.Workers}, s.clone, func(_ context.Context, s *state, n int) (list []share, _ error) {
			for _, at := range pieces[n] {
				l := s.t.losses[at]
				if s.left[at] == 0 {
					continue
				}
				s.trial.lose(l.nodes)
				s.trial.rescue(l).gains(func(candidate int, gain float64) { list = append(list, share{candidate, gain}) })
			}
			return list, nil
		})
		if err != nil {
			return err
		}
		for _, list := range shares {
			for _, share := range list {
				gains[share.candidate] += sign * share.gain
			}
		}
	}
	return nil
}
