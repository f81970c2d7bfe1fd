package main

import (
	"context"
	"errors"
	"slices"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cut"
	"linestop/loaders"
)

// checkScenarios finds what is wrong in the scenarios of a data set, or with the
// data once they have changed it. known are the problems of the data as it is.
func (p *program) checkScenarios(ctx context.Context, c *cli.Context, ref string, net *graph.Network, known graph.Problems) (graph.Problems, error) {
	opts, err := p.options(c)
	if err != nil {
		return nil, err
	}
	scenarios, problems, err := loaders.Scenarios(ctx, ref, opts)
	if unreadable := new(loaders.Error); errors.As(err, &unreadable) {
		return graph.Problems{unreadable.Problem()}, ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	for _, s := range scenarios {
		changed, wrong, err := changedBy(ctx, s, net, known)
		if ctx.Err() != nil {
			return nil, err
		}
		if err != nil {
			problems = append(problems, problemsOf(err)...)
			changed = net
		}
		problems = append(problems, wrong...)
		_, err = cut.NewSet(ctx, changed, s.Cuts)
		problems = append(problems, problemsOf(err)...)
		for _, e := range s.Expect {
			if _, ok := changed.Lookup(e.Node); !ok {
				problems = append(problems, problemsOf(e.Place.Of(changed.Unknown(e.Node)))...)
			}
		}
	}
	slices.SortStableFunc(problems, func(p, q graph.Problem) int { return p.Place.Compare(q.Place) })
	return problems, ctx.Err()
}

// problemsOf lists what joined errors say of a scenario.
func problemsOf(err error) graph.Problems {
	var problems graph.Problems
	for _, e := range split(err) {
		p := graph.Problem{Code: "scenario"}
		if placed := new(graph.PlacedError); errors.As(e, &placed) {
			p.Place, e = placed.Place, placed.Err
		}
		p.Message = e.Error()
		problems = append(problems, p)
	}
	return problems
}
