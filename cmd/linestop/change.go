package main

import (
	"context"
	"slices"

	"linestop/graph"
)

// change makes the changes of a scenario to sound data, which are refused if that makes
// them wrong.
func (p *program) change(ctx context.Context, net *graph.Network, s graph.Scenario) (*graph.Network, error) {
	changed, problems, err := changedBy(ctx, s, net, nil)
	if err == nil && len(problems) > 0 {
		err = p.refuse("the data as "+s.Name+" changes it", problems, "")
	}
	return changed, err
}

// changedBy makes the changes of a scenario to a network, and lists the errors that are not
// known of the network as it was.
func changedBy(ctx context.Context, s graph.Scenario, net *graph.Network, known graph.Problems) (*graph.Network, graph.Problems, error) {
	changed, err := net.With(ctx, s.Changes)
	if err != nil || changed == net {
		return changed, nil, err
	}
	judged, err := graph.Validate(ctx, changed)
	problems := slices.DeleteFunc(judged, func(p graph.Problem) bool {
		return p.Severity != graph.Error || slices.ContainsFunc(known, func(q graph.Problem) bool {
			return p.Code == q.Code && p.Message == q.Message // the change may have moved its place
		})
	})
	for n := range problems {
		problems[n] = blamed(problems[n], s.Changes[0].Place)
	}
	slices.SortStableFunc(problems, func(p, q graph.Problem) int { return p.Place.Compare(q.Place) })
	return changed, problems, err
}

// blamed is a problem that changes have made. Where it lies in what they did not touch, such as a share that is
// too much beside theirs, it is placed at the first of them.
func blamed(p graph.Problem, first graph.Place) graph.Problem {
	if at := p.Place.String(); at != "" && p.Place.File != first.File {
		p.Place, p.Message = first, p.Message+" (at "+at+")"
	}
	return p
}
