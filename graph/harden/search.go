package harden

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
)

// Beyond so many sets, or steps, a search leaves the others open. A step is a need or lean that the
// ceiling has looked at, or a node that has failed.
const (
	looked   = 2_000
	patience = 20_000_000
)

// search looks for the best set by branch and bound (Land and Doig, Econometrica 28, 1960): each set is
// extended by the candidates that it has not left out before, unless the ceiling
// shows that no extension can be better than the best set known.
type search struct {
	t       *Task
	ceiling *ceiling
	at      *state
	out     []bool // by candidate: left out
	best    *state
	looked  int
	spent   int     // see with
	most    float64 // what may be in the sets left open
}

// improve looks for a better set than one that is known. Of all sets within the budget none
// ends more than most.
func (t *Task) improve(ctx context.Context, c *ceiling, known *state) (best *state, most float64, err error) {
	s := search{t: t, ceiling: c, at: t.newState(), out: make([]bool, len(t.Candidates)), best: known}
	s.leaveOut()
	err = s.extend(ctx)
	return s.best, max(s.most, s.best.saved()), err
}

// extend looks at all sets that hold the set at hand.
func (s *search) extend(ctx context.Context) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	s.looked++
	if better(s.at.saved(), s.at.cost, s.best) {
		s.best = s.at.clone()
	}
	rest := s.t.options.Budget - s.at.cost
	open := func(n int) bool { return !s.out[n] && s.t.Candidates[n].Cost <= rest }
	most := s.ceiling.over(open, rest)
	if atLeast(s.best.saved(), most) {
		return nil
	}
	var next []int
	worth := map[int]float64{}
	for n, c := range s.t.Candidates {
		if open(n) {
			next = append(next, n)
			worth[n] = s.ceiling.gain(c.Need) / c.Cost
		}
	}
	slices.SortStableFunc(next, func(a, b int) int { return cmp.Compare(worth[b], worth[a]) })
	for _, n := range next {
		if s.looked > looked || s.ceiling.spent+s.spent > patience {
			s.most = max(s.most, s.ceiling.over(open, rest))
			break
		}
		if err := s.with(ctx, n); err != nil {
			return err
		}
		s.out[n] = true
	}
	for _, n := range next {
		s.out[n] = false
	}
	return nil
}

// with extends the set by a candidate.
func (s *search) with(ctx context.Context, n int) error {
	k := s.t.Candidates[n].Need
	changes, worth := s.ceiling.here()
	if len(s.at.trial.taken[k]) == 0 {
		s.ceiling.change(k)
	}
	at := s.at
	s.at = at.clone()
	s.at.take([]int{n})
	s.spent += s.at.trial.work + len(s.out) + len(s.at.trial.spare)/16 // what fails, is weighed and is copied
	s.out[n] = true
	err := s.extend(ctx)
	s.out[n] = false
	s.at = at
	s.ceiling.back(changes, worth)
	return err
}

// leaveOut leaves out candidates for which another change to the same need stands, that no
// loss takes away and that costs no more: where one change suffices.
func (s *search) leaveOut() {
	for n, c := range s.t.Candidates {
		s.out[n] = !s.t.stacked[c.Need] && slices.ContainsFunc(s.t.at[c.Need], func(other int) bool {
			o := s.t.Candidates[other]
			return o.Supplier == graph.None && (o.Cost < c.Cost || o.Cost == c.Cost && (c.Supplier != graph.None || other < n))
		})
	}
}
