// Package impact asks the readings about one scenario together, so that what a
// node suffers is one answer: whether it breaks, how far it is reduced, and when.
package impact

import (
	"context"
	"fmt"
	"slices"

	"linestop/graph"
	"linestop/graph/capacity"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/timeline"
)

// Reading is one of the mathematics that an answer may use.
type Reading string

const (
	Structure Reading = "structure" // what breaks if the cut lasts and surviving sources can carry the load
	Steady    Reading = "steady"    // the level at which each node settles if the cut lasts
	Timeline  Reading = "timeline"  // what happens from day to day
)

// Readings lists the readings in the order in which answers name them.
func Readings() []Reading { return []Reading{Structure, Steady, Timeline} }

// ParseReading reads a reading by its name.
func ParseReading(name string) (Reading, error) {
	if !slices.Contains(Readings(), Reading(name)) {
		return "", fmt.Errorf("reading %q is none of structure, steady, timeline", name)
	}
	return Reading(name), nil
}

// Fitting are the readings that a scenario in a network gives reason to use: all of
// them if either holds numbers, else the structure alone.
func Fitting(net *graph.Network, s graph.Scenario) []Reading {
	if net.Quantified() || slices.ContainsFunc(s.Cuts, quantified) {
		return Readings()
	}
	return []Reading{Structure}
}

// quantified says whether a cut is for a time or in part.
func quantified(c graph.Cut) bool {
	return c.From > 0 || c.Until.Given || !c.Full() || len(c.Curve) > 0
}

// Answer is what the readings say of a scenario. The structure is always there, since the
// others lean on its words.
type Answer struct {
	Scenario graph.Scenario
	Readings []Reading

	Structure *cut.Result
	Steady    *capacity.Result // nil unless asked for
	Timeline  *timeline.Result // nil unless asked for

	net   *graph.Network
	dated bool
}

// Ask asks the given readings, all of a scenario's cuts resolved in the network that
// ix was made of: the one with the scenario's changes. Its errors are cuts that name
// nothing or hold impossible numbers, and that of ctx.
func Ask(ctx context.Context, ix *index.Index, s graph.Scenario, readings []Reading) (*Answer, error) {
	a := &Answer{Scenario: s, net: ix.Net, dated: slices.ContainsFunc(s.Cuts, quantified)}
	set, err := cut.NewSet(ctx, ix.Net, s.Cuts)
	if err != nil {
		return nil, err
	}
	if a.Structure, err = cut.Run(ctx, ix, set); err != nil {
		return nil, err
	}
	for _, r := range Readings() {
		if r != Structure && !slices.Contains(readings, r) {
			continue
		}
		a.Readings = append(a.Readings, r)
		switch r {
		case Steady:
			err = a.askSteady(ctx, ix)
		case Timeline:
			err = a.askTimeline(ctx, ix)
		}
		if err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *Answer) askSteady(ctx context.Context, ix *index.Index) error {
	left, err := capacity.NewLeft(ctx, ix.Net, a.Scenario.Cuts)
	if err == nil {
		a.Steady, err = capacity.Run(ctx, ix, left)
	}
	return err
}

func (a *Answer) askTimeline(ctx context.Context, ix *index.Index) error {
	plan, err := timeline.NewPlan(ctx, ix.Net, a.Scenario)
	if err == nil {
		a.Timeline, err = timeline.Run(ctx, ix, plan, timeline.Options{})
	}
	return err
}
