package harden

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"linestop/graph"
	"linestop/internal/parallel"
)

// move is a group of candidates to take at once.
type move struct {
	set    []int // rising, none of them taken
	losses []int // of which it may end pairs
	cost   float64
	hope   float64 // at least the gain
	gain   float64
	worth  float64 // of the gain, in the order asked for
}

// order says what a move is worth.
type order func(gain, cost float64) float64

func byRatio(gain, cost float64) float64 { return gain / cost }
func byGain(gain, _ float64) float64     { return gain }

// greedy takes the best move that fits the rest of the budget until none ends a pair.
func (t *Task) greedy(ctx context.Context, c *ceiling, by order) (*state, error) {
	s := t.newState()
	for {
		m, err := t.next(ctx, s, c, by)
		if err != nil || m == nil {
			return s, err
		}
		s.take(m.set)
	}
}

// effort is how many nodes the losses for which moves are weighed may break, in one round.
const effort = 20_000_000

// next is the best move; nil if there is none. Moves are weighed in the order of what they
// could be worth at most, as many as effort allows, and not if another is known to be worth more.
func (t *Task) next(ctx context.Context, s *state, c *ceiling, by order) (*move, error) {
	moves, err := t.moves(ctx, s, c)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(moves, func(a, b move) int { return cmp.Compare(by(b.hope, b.cost), by(a.hope, a.cost)) })
	moves = moves[:t.bearable(moves)]
	var best *move
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

// moves lists the groups of candidates that may be taken next: each candidate, and what
// shields all products, or one of them, from a loss.
func (t *Task) moves(ctx context.Context, s *state, c *ceiling) ([]move, error) {
	rest := t.options.Budget - s.cost
	alone := map[graph.NeedID][]int{} // losses that leave a need unmet, and no other of its customer
	var sets [][]int
	for n := range t.Candidates {
		sets = append(sets, []int{n})
	}
	keep := func(set []int) {
		if len(set) > 1 {
			sets = append(sets, set)
		}
	}
	for n, l := range t.losses {
		if s.left[n] == 0 {
			continue
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s.trial.lose(l.nodes)
		shield := t.newShield(s.trial, l, false)
		for k := range s.trial.newSpread(shield.faults, false).alone {
			alone[k] = append(alone[k], n)
		}
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
		if len(set) == 1 {
			losses = alone[t.Candidates[set[0]].Need]
		}
		if hope := min(s.hope(losses), c.of(slices.Concat(s.set, set))-saved); hope > 0 {
			moves = append(moves, move{set: set, losses: losses, cost: cost, hope: hope})
		}
	}
	return moves, nil
}
