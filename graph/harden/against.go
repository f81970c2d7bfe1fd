package harden

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/impact"
	"linestop/graph/index"
	"linestop/graph/timeline"
	"linestop/internal/parallel"
)

// Defence is what would have kept products running under a scenario.
type Defence struct {
	Candidates []Candidate
	Before     *impact.Answer
	After      *impact.Answer
	Net        *graph.Network // with the changes
	Changes    []graph.Change
	Plan       *Plan     // Saves is in days of output or, without numbers, in products; Most and Exact are not known
	Alone      []float64 // by candidate: what it saves by itself
}

// Against looks for the changes that save most under a scenario: days of output of the products up to the
// horizon, weighed by Options.Weight; or, where neither data nor scenario hold numbers, products from breaking.
// It is greedy, and no bound is known: in the timeline one change may undo another.
//
// Each change is weighed by following the scenario with it, so that it costs O(candidates) times that for each one
// chosen. The errors are those of impact.Ask.
func Against(ctx context.Context, ix *index.Index, s graph.Scenario, o Options) (*Defence, error) {
	if o.Kinds == nil {
		o.Kinds = KindsAgainst()
	}
	o, err := o.withDefaults(ctx, ix.Net)
	if err != nil {
		return nil, err
	}
	a := against{Task: &Task{ix: ix, world: o.world(ix), options: o}, scenario: s}
	if slices.Contains(impact.Fitting(ix.Net, s), impact.Timeline) {
		a.readings = []impact.Reading{impact.Timeline}
	}
	d := &Defence{Plan: &Plan{}}
	if d.Before, err = impact.Ask(ctx, ix, s, a.readings); err != nil {
		return nil, err
	}
	if err := a.propose(ctx, d.Before); err != nil {
		return nil, err
	}
	d.Candidates, d.Alone = a.Candidates, make([]float64, len(a.Candidates))
	lost := a.lost(d.Before, ix.Net)
	set, saved := []int(nil), 0.0
	for {
		moves, err := a.weigh(ctx, set, lost)
		if err != nil {
			return nil, err
		}
		for _, m := range moves {
			if len(set) == 0 && len(m.set) == 1 {
				d.Alone[m.set[0]] = m.gain
			}
		}
		best := move{}
		for _, m := range moves {
			m.worth = byRatio(m.gain-saved, m.cost)
			if m.worth > best.worth {
				best = m
			}
		}
		if best.gain-saved <= timeline.Negligible {
			break
		}
		set, saved = append(set, best.set...), best.gain
	}
	if set, err = a.trim(ctx, set, lost-saved); err != nil {
		return nil, err
	}
	for n := range set {
		left, err := a.with(ctx, set[:n+1])
		if err != nil {
			return nil, err
		}
		d.Plan.Set, d.Plan.Saves = set[:n+1], append(d.Plan.Saves, lost-left)
		d.Plan.Cost += d.Candidates[set[n]].Cost
	}
	d.Changes = a.Changes(d.Plan)
	d.Net, d.After, err = a.ask(ctx, d.Changes)
	return d, err
}

type against struct {
	*Task
	scenario graph.Scenario
	readings []impact.Reading
	groups   [][]int // of candidates that may do nothing one by one
}

// weigh follows the scenario with what is taken and each move in turn: their gain is what both save.
func (a *against) weigh(ctx context.Context, taken []int, lost float64) ([]move, error) {
	moves := a.moves(taken)
	o := parallel.Options{Workers: a.options.Workers, Progress: a.options.Progress}
	_, err := parallel.Map(ctx, len(moves), o, func() struct{} { return struct{}{} }, func(ctx context.Context, _ struct{}, n int) (struct{}, error) {
		left, err := a.with(ctx, slices.Concat(taken, moves[n].set))
		moves[n].gain = lost - left
		return struct{}{}, err
	})
	return moves, err
}

// moves lists the candidates and groups of them that are not taken and that the budget allows beside those that are.
func (a *against) moves(taken []int) []move {
	rest := a.options.Budget
	for _, n := range taken {
		rest -= a.Candidates[n].Cost
	}
	var sets [][]int
	for n := range a.Candidates {
		sets = append(sets, []int{n})
	}
	var moves []move
	for _, set := range append(sets, a.groups...) {
		m := move{}
		for _, n := range set {
			if !slices.Contains(taken, n) {
				m.set = append(m.set, n)
				m.cost += a.Candidates[n].Cost
			}
		}
		if len(m.set) > 0 && m.cost <= rest {
			moves = append(moves, m)
		}
	}
	return moves
}

// trim drops changes without which no more is lost.
func (a *against) trim(ctx context.Context, set []int, left float64) ([]int, error) {
	for n := len(set) - 1; n >= 0; n-- {
		rest := slices.Concat(set[:n], set[n+1:])
		without, err := a.with(ctx, rest)
		if err != nil {
			return nil, err
		}
		if without <= left+timeline.Negligible {
			set = rest
		}
	}
	return set, nil
}
