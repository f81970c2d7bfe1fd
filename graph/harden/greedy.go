package harden

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"linestop/internal/parallel"
)

// move is a group of candidates to take at once.
type move struct {
	set    []int   // rising, none of them taken
	losses []int32 // of which it may end pairs
	cost   float64
	hope   float64 // at least the gain
	gain   float64
	worth  float64 // of the gain, in the order asked for
}

// order says what a move is worth.
type order func(gain, cost float64) float64

func byRatio(gain, cost float64) float64 { return gain / cost }
func byGain(gain, _ float64) float64     { return gain }

// greedy takes the best move that fits the rest of the budget until none ends a pair. What
// single candidates gain is known at any time, see rescue; groups are weighed when they may gain more.
func (t *Task) greedy(ctx context.Context, c *ceiling, by order) (*state, error) {
	s, gains := t.newState(), slices.Clone(t.Alone)
	for {
		m, err := t.next(ctx, s, c, gains, by)
		if err != nil || m == nil {
			return s, err
		}
		if s.cost+m.cost+t.least > t.options.Budget {
			s.take(m.set)
			return s, nil
		}
		losses := t.touched(m.set)
		if err := s.weigh(ctx, losses, -1, gains); err != nil {
			return nil, err
		}
		s.take(m.set)
		if err := s.weigh(ctx, losses, 1, gains); err != nil {
			return nil, err
		}
	}
}

// How many nodes the losses may break for which groups are made in one round, and those that they are weighed for.
const (
	grouped = 300_000
	effort  = 20_000_000
)

// next is the best move; nil if there is none. Groups are weighed in the order of what they
// could be worth at most, as many as effort allows, and not if another is known to be worth more.
func (t *Task) next(ctx context.Context, s *state, c *ceiling, gains []float64, by order) (*move, error) {
	best := t.single(s, gains, by)
	moves, err := t.moves(ctx, s, c)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(moves, func(a, b move) int { return cmp.Compare(by(b.hope, b.cost), by(a.hope, a.cost)) })
	moves = moves[:t.bearable(moves)]
	var choosing sync.Mutex
	known := func() float64 {
		choosing.Lock()
		defer choosing.Unlock()
		if best == nil {
			return 0
		}
		return best.worth
	}
	_, err = parallel.Map(ctx, len(moves), parallel.Options{Workers: t.options.Workers, Progress: t.options.Progress}, s.clone,
		func(_ context.Context, s *state, n int) (struct{}, error) {
			m := &moves[n]
			if by(m.hope, m.cost) < known() {
				return struct{}{}, nil
			}
			m.gain = s.gain(m.set, m.losses)
			m.worth = by(m.gain, m.cost)
			choosing.Lock()
			defer choosing.Unlock()
			if m.gain > 0 && (best == nil || m.before(best)) {
				best = m
			}
			return struct{}{}, nil
		})
	return best, err
}

// single is the best candidate by itself; nil if none ends a pair.
func (t *Task) single(s *state, gains []float64, by order) (best *move) {
	for n, c := range t.Candidates {
		if s.cost+c.Cost > t.options.Budget || slices.Contains(s.set, n) || gains[n] <= 0 {
			continue
		}
		m := &move{set: []int{n}, cost: c.Cost, gain: gains[n], worth: by(gains[n], c.Cost)}
		if best == nil || m.before(best) {
			best = m
		}
	}
	return best
}

// bearable is how many of the first moves can be weighed, at least one.
func (t *Task) bearable(moves []move) int {
	work := 0
	for n, m := range moves {
		for _, l := range m.losses {
			work += t.losses[l].reach
		}
		if work > effort {
			return n + 1
		}
	}
	return len(moves)
}

func (m *move) before(other *move) bool {
	return cmp.Or(
		cmp.Compare(m.worth, other.worth),
		cmp.Compare(m.gain, other.gain),
		cmp.Compare(other.cost, m.cost),
		slices.Compare(other.set, m.set),
	) > 0
}

// moves lists groups of several candidates that may be taken next: what shields all products, or one of them, from a loss. Losses that break most come first.
func (t *Task) moves(ctx context.Context, s *state, c *ceiling) ([]move, error) {
	rest := t.options.Budget - s.cost
	var sets [][]int
	keep := func(set []int) {
		if len(set) > 1 {
			sets = append(sets, set)
		}
	}
	worst := t.every()
	slices.SortStableFunc(worst, func(a, b int32) int { return cmp.Compare(s.left[b], s.left[a]) })
	work := 0
	for _, n := range worst {
		l := t.losses[n]
		if work += l.reach; s.left[n] == 0 || work > grouped && work > l.reach {
			break
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s.trial.lose(l.nodes)
		shield := s.trial.wreck(l, false).shield(l, false)
		for _, p := range c.hard[n] {
			shield.setsFor(p, rest, keep)
		}
		shield.sets(l.products, rest, keep)
	}
	slices.SortFunc(sets, slices.Compare)
	sets = slices.CompactFunc(sets, slices.Equal)
	var moves []move
	saved := s.saved()
	for _, set := range sets {
		set, cost := s.missing(set)
		if len(set) == 0 || cost > rest {
			continue
		}
		losses := t.touched(set)
		if hope := min(s.hope(losses), c.of(slices.Concat(s.set, set))-saved); hope > 0 {
			moves = append(moves, move{set: set, losses: losses, cost: cost, hope: hope})
		}
	}
	return moves, nil
}
