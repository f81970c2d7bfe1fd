package harden

import (
	"context"

	"linestop/graph"
	"linestop/graph/impact"
	"linestop/graph/index"
)

// with is what is lost with some candidates.
func (a *against) with(ctx context.Context, set []int) (float64, error) {
	net, answer, err := a.ask(ctx, a.Changes(&Plan{Set: set}))
	if err != nil {
		return 0, err
	}
	return a.lost(answer, net), nil
}

func (a *against) ask(ctx context.Context, changes []graph.Change) (*graph.Network, *impact.Answer, error) {
	net, err := a.ix.Net.With(ctx, changes)
	if err != nil {
		return nil, nil, err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return nil, nil, err
	}
	answer, err := impact.Ask(ctx, ix, a.scenario, a.readings)
	return net, answer, err
}

// lost is what the products lose, in days of output, or how many break.
func (a *against) lost(answer *impact.Answer, net *graph.Network) float64 {
	sum := 0.0
	for i := range graph.NodeID(a.ix.Net.NumNodes()) {
		if a.options.Products(i) {
			j, _ := net.Lookup(a.ix.Net.ID(i))
			sum += a.options.Weight(i) * a.loss(answer, j)
		}
	}
	return sum
}

// loss is what a node loses: days of output or, without a timeline, 1 if it breaks.
func (a *against) loss(answer *impact.Answer, i graph.NodeID) float64 {
	if answer.Timeline != nil {
		return answer.Timeline.Course(i).LostDays
	}
	if f, failed := answer.Structure.Failure(i); failed && (f.Sure || !a.options.Sure) {
		return 1
	}
	return 0
}
