package diff

import (
	"context"
	"errors"
	"iter"

	"linestop/graph"
	"linestop/graph/impact"
	"linestop/graph/index"
)

// Side is a scenario and the network that it is asked of, in which its changes are
// made.
type Side struct {
	Index    *index.Index
	Scenario graph.Scenario
}

// Answer is what becomes of one side.
type Answer struct {
	*impact.Answer
	Net    *graph.Network
	Absent []graph.Cut // left out: what they name is only in the other network
}

// Result is two answers that may be compared: to the same readings, over the same days.
type Result struct{ Before, After Answer }

// Ask asks the given readings of both sides; nil stands for those that fit either.
//
// Both are followed to the later of their horizons, and a side without a start takes that of the other. A
// cut that names something in the other network only is left out; one that names nothing in
// either is an error, as are impossible numbers, and that of ctx.
func Ask(ctx context.Context, before, after Side, readings []impact.Reading) (*Result, error) {
	if readings == nil {
		readings = fitting(before, after)
	}
	horizon := max(before.horizon(), after.horizon())
	r := &Result{}
	for _, side := range []struct {
		Side
		other  Side
		answer *Answer
	}{{before, after, &r.Before}, {after, before, &r.After}} {
		s, net, a := side.Scenario, side.Index.Net, side.answer
		s.Horizon = horizon
		if s.Start.IsZero() {
			s.Start = side.other.Scenario.Start
		}
		a.Net = net
		var err error
		if s.Cuts, a.Absent, err = present(ctx, s.Cuts, net, side.other.Index.Net); err != nil {
			return nil, err
		}
		if a.Answer, err = impact.Ask(ctx, side.Index, s, readings); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// fitting are the readings that either side gives reason to use.
func fitting(before, after Side) []impact.Reading {
	a := impact.Fitting(before.Index.Net, before.Scenario)
	b := impact.Fitting(after.Index.Net, after.Scenario)
	if len(a) > len(b) {
		return a
	}
	return b
}

// horizon is how far the side is to be followed; 0 = nothing happens in it.
func (s Side) horizon() float64 {
	if s.Scenario.Horizon == 0 && len(s.Scenario.Cuts) > 0 {
		return graph.DefaultHorizon
	}
	return s.Scenario.Horizon
}

// present parts the cuts that only another network can make from the others.
func present(ctx context.Context, cuts []graph.Cut, net, other *graph.Network) (here, absent []graph.Cut, err error) {
	for _, c := range cuts {
		_, _, missing := net.Resolve(ctx, c)
		if errors.Is(missing, graph.ErrUnknown) {
			_, _, missing = other.Resolve(ctx, c)
			if missing == nil {
				absent = append(absent, c)
				continue
			}
		}
		here = append(here, c)
	}
	return here, absent, ctx.Err()
}

// Rows yields what becomes of every node: those of before in its order, then those that
// only after has.
func (r *Result) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for p := range pairs(r.Before.Net, r.After.Net) {
			row := Row{Pair: p}
			if p.Before != graph.None {
				row.Product, row.Was = r.Before.Net.IsProduct(p.Before), r.Before.State(p.Before)
				row.WasDown = r.Before.Down(p.Before)
			}
			if p.After != graph.None {
				row.Product, row.Is = row.Product || r.After.Net.IsProduct(p.After), r.After.State(p.After)
				row.IsDown = r.After.Down(p.After)
			}
			if !yield(row) {
				return
			}
		}
	}
}
