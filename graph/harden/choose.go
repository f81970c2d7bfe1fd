package harden

import (
	"cmp"
	"context"
	"slices"
)

// Plan is a set of candidates to take.
type Plan struct {
	Set   []int // numbers of Task.Candidates, in the order in which they end most for what they cost
	Cost  float64
	Saves []float64 // weight of the pairs that the changes up to each one end together
	Most  float64   // no set within the budget ends pairs of more weight
	Exact bool      // no set within the budget ends pairs of more weight than this one
}

// Choose looks for the set within the budget that ends most. It is greedy, once by what a group of
// changes ends for its cost and once by what it ends, and then searches for better sets as long as there
// can be any and there is patience. The only error is that of ctx.
func (t *Task) Choose(ctx context.Context) (*Plan, error) {
	c, err := t.newCeiling(ctx)
	if err != nil {
		return nil, err
	}
	best, orders := t.newState(), []order{byRatio, byGain}
	if t.least == t.most {
		orders = orders[:1] // they are the same
	}
	for _, by := range orders {
		s, err := t.greedy(ctx, c, by)
		if err != nil {
			return nil, err
		}
		if better(s.saved(), s.cost, best) {
			best = s
		}
	}
	best, most, err := t.improve(ctx, c, best)
	if err != nil {
		return nil, err
	}
	return t.plan(t.settle(best), most, atLeast(best.saved(), most)), nil
}

// plan puts a set in the order in which its changes end most.
func (t *Task) plan(set []int, most float64, exact bool) *Plan {
	p := &Plan{Most: most, Exact: exact}
	s := t.newState()
	for len(set) > 0 {
		worth := func(n int) float64 { return byRatio(s.gain([]int{n}, t.touched([]int{n})), t.Candidates[n].Cost) }
		next := slices.MaxFunc(set, func(a, b int) int { return cmp.Or(cmp.Compare(worth(a), worth(b)), cmp.Compare(b, a)) })
		set = slices.DeleteFunc(set, func(n int) bool { return n == next })
		s.take([]int{next})
		p.Saves = append(p.Saves, s.saved())
	}
	p.Set, p.Cost = s.set, s.cost
	return p
}

// settle drops changes without which as much is saved, and takes for each the one to the same need that
// leans most on the data, if with it as much is saved and it costs no more.
func (t *Task) settle(s *state) []int {
	set := slices.Sorted(slices.Values(s.set))
	enough := func(set []int) bool { return atLeast(t.newState(set...).saved(), s.saved()) }
	for n := len(set) - 1; n >= 0; n-- {
		if rest := slices.Concat(set[:n], set[n+1:]); enough(rest) {
			set = rest
		}
	}
	for n, chosen := range set {
		for _, other := range t.at[t.Candidates[chosen].Need] {
			if other >= chosen {
				break
			}
			instead := slices.Clone(set)
			instead[n] = other
			if t.Candidates[other].Cost <= t.Candidates[chosen].Cost && !slices.Contains(set, other) && enough(instead) {
				set = instead
				break
			}
		}
	}
	return set
}

// better says whether ending so much at such a cost is better than a state: more, or as much for less.
func better(saved, cost float64, than *state) bool {
	if !atLeast(than.saved(), saved) {
		return true
	}
	return atLeast(saved, than.saved()) && cost < than.cost
}

// atLeast says whether a is b or more, but for rounding.
func atLeast(a, b float64) bool { return a >= b-1e-9*max(1, b) }
