package harden

import (
	"context"
	"slices"

	"linestop/internal/parallel"
)

// piece is how many losses are weighed at once, and batch how many such pieces before their gains are summed.
const piece, batch = 64, 64

// weighAlone finds what each candidate ends by itself.
func (t *Task) weighAlone(ctx context.Context) error {
	t.Alone = make([]float64, len(t.Candidates))
	byOrder := make([][]int32, t.orders())
	for n, l := range t.losses {
		byOrder[l.order-1] = append(byOrder[l.order-1], int32(n))
	}
	s := t.newState()
	for _, losses := range byOrder {
		gains := make([]float64, len(t.Candidates))
		if err := s.weigh(ctx, losses, 1, gains); err != nil {
			return err
		}
		for n, gain := range gains {
			t.Alone[n] += gain
		}
		t.ByOrder = append(t.ByOrder, gains)
	}
	return nil
}

// orders is the order of the largest loss.
func (t *Task) orders() int {
	largest := 1
	for _, l := range t.losses {
		largest = max(largest, l.order)
	}
	return largest
}

// Losses says how many pairs there are, by order.
func (t *Task) Losses() []int {
	pairs := make([]int, t.orders())
	for _, l := range t.losses {
		pairs[l.order-1] += len(l.products)
	}
	return pairs
}

// Ended says how many pairs a set of candidates ends, by order.
func (t *Task) Ended(set []int) []int {
	ended := make([]int, t.orders())
	s := t.newState(set...)
	for _, n := range t.touched(set) {
		l := t.losses[n]
		s.trial.lose(l.nodes)
		for _, p := range l.products {
			ended[l.order-1] += one(!s.trial.failed.Has(p))
		}
	}
	return ended
}

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
