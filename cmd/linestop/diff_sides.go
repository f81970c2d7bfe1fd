package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/diff"
	"linestop/graph/index"
	"linestop/loaders"
)

// noScenario stands for the data as they are.
const noScenario = "none"

// side is one of two that are compared, and where it comes from.
type side struct {
	diff.Side
	data, scenario string // scenario "" = none
}

// sides loads what the two arguments name. What --scenario and the other flags cut and
// change comes to both.
func (p *program) sides(ctx context.Context, c *cli.Context) (before, after side, err error) {
	if before, after, err = p.named(ctx, c); err != nil {
		return before, after, err
	}
	plain, err := p.load(ctx, c, before.data)
	if err != nil {
		return before, after, err
	}
	net, err := p.changeFor(ctx, c, plain, &before)
	if err != nil {
		return before, after, err
	}
	if after.data != before.data {
		if plain, err = p.load(ctx, c, after.data); err != nil {
			return before, after, err
		}
	}
	other, err := p.changeFor(ctx, c, plain, &after)
	if err != nil {
		return before, after, err
	}
	more, err := flagCuts(c, c.StringSlice("cut"), net, other)
	if err != nil {
		return before, after, err
	}
	if before.Index, err = index.Compile(ctx, net); err != nil {
		return before, after, err
	}
	if after.Index = before.Index; other != net {
		if after.Index, err = index.Compile(ctx, other); err != nil {
			return before, after, err
		}
	}
	for _, s := range []*side{&before, &after} {
		if s.Scenario, err = s.Scenario.And(more); err != nil {
			break
		}
	}
	return before, after, err
}

// changeFor reads the scenarios of a side and makes their changes.
func (p *program) changeFor(ctx context.Context, c *cli.Context, net *graph.Network, s *side) (*graph.Network, error) {
	for _, name := range []string{c.String("scenario"), s.scenario} {
		one, err := p.scenarioOf(ctx, c, s.data, name)
		if err != nil {
			return nil, err
		}
		if s.Scenario, err = s.Scenario.And(one); err != nil {
			return nil, err
		}
	}
	return p.change(ctx, net, s.Scenario)
}

// named tells from their form what the arguments are: two scenarios of one data set, or two data sets.
func (p *program) named(ctx context.Context, c *cli.Context) (before, after side, err error) {
	opts, err := p.options(c)
	if err != nil {
		return before, after, err
	}
	a, b := c.Args().Get(0), c.Args().Get(1)
	switch first, second := loaders.IsScenario(ctx, a, opts), loaders.IsScenario(ctx, b, opts); {
	case first && second:
		ref, err := dataOf(c, a, b, c.String("scenario"))
		return newSide(ref, a), newSide(ref, b), err
	case first:
		return before, after, notAlike(b, a)
	case second:
		return before, after, notAlike(a, b)
	case a == "-" && b == "-":
		return before, after, errors.New("standard input can be one of the two, not both")
	case c.IsSet("data") && c.String("data") != os.Getenv(dataVariable):
		return before, after, fmt.Errorf("--data is for two scenarios; %q and %q are data themselves", a, b)
	}
	return newSide(a, ""), newSide(b, ""), nil
}

func newSide(data, scenario string) side {
	if scenario == noScenario {
		scenario = ""
	}
	return side{data: data, scenario: scenario}
}

func notAlike(data, scenario string) error {
	return fail(fmt.Sprintf("--data %s with two scenarios, of which one may be none; or the path of other data", quote(data)),
		"%q is data and %q a scenario: compare two of a kind", data, scenario)
}
