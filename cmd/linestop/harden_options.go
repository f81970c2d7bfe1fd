package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/harden"
)

func hardenOptions(c *cli.Context) (o harden.Options, err error) {
	switch {
	case c.IsSet("count") && c.IsSet("budget"):
		return o, errors.New("--count and --budget do not go together: one says how much may be changed")
	case c.IsSet("cost") && !c.IsSet("budget"):
		return o, errors.New("--cost says what changes cost: --budget says how much that may be")
	case c.IsSet("count"):
		o.Budget = float64(c.Int("count"))
	case c.IsSet("budget"):
		if o.Budget = c.Float64("budget"); !priced(o.Budget) {
			return o, fmt.Errorf("--budget %v is not from %s", o.Budget, prices)
		}
	default:
		o.Budget = harden.DefaultBudget
	}
	if o.Buffer = c.Float64("buffer"); !(o.Buffer > 0 && o.Buffer <= graph.MaxHorizon) {
		return o, fmt.Errorf("--buffer %v is not above 0 and up to 1,000,000 days", o.Buffer)
	}
	o.Reach, o.Order, o.Time, o.Memory = c.Int("reach"), c.Int("order"), c.Duration("time"), diagramMemory(c)
	if o.Order == 1 && c.IsSet("time") {
		return o, errors.New("--time is for --order above 1; --timeout ends any search")
	}
	for _, name := range c.StringSlice("change") {
		kind, err := harden.ParseKind(name)
		if err != nil {
			return o, fmt.Errorf("--%w", err)
		}
		o.Kinds = append(o.Kinds, kind)
	}
	return o, nil
}

// costs says what changes cost; nil is 1 each, as --count asks for.
func costs(c *cli.Context, net *graph.Network) (func(harden.Candidate) float64, error) {
	if !c.IsSet("budget") {
		return nil, nil
	}
	byKind := map[harden.Kind]float64{}
	for _, pair := range c.StringSlice("cost") {
		name, text, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, fail("such as --cost new_source=4", "--cost %q is not of the form KIND=NUMBER", pair)
		}
		kind, err := harden.ParseKind(strings.TrimSpace(name))
		if err != nil {
			return nil, fmt.Errorf("--cost %q: %w", pair, err)
		}
		if _, twice := byKind[kind]; twice {
			return nil, fmt.Errorf("--cost %q: %s has a cost already", pair, kind)
		}
		if byKind[kind], err = cost(text); err != nil {
			return nil, fmt.Errorf("--cost %q: %w", pair, err)
		}
	}
	byNeed, err := needCosts(c.Context, net)
	return func(candidate harden.Candidate) float64 {
		if v, given := byNeed[candidate.Need]; given {
			return v
		}
		if v, given := byKind[candidate.Kind]; given {
			return v
		}
		return 1
	}, err
}

// needCosts reads the column of costs: of the rows of a need the first that gives one.
func needCosts(ctx context.Context, net *graph.Network) (map[graph.NeedID]float64, error) {
	_, columns := net.Attributes()
	if !slices.Contains(columns, costColumn) {
		return nil, nil
	}
	list := map[graph.NeedID]float64{}
	for row := range graph.Each(ctx, graph.SourceID(net.NumSources())) {
		s := net.Source(row)
		at := slices.IndexFunc(s.Attrs, func(a graph.Attr) bool { return a.Name == costColumn })
		if _, known := list[net.NeedOf(row)]; at < 0 || known {
			continue
		}
		v, err := cost(s.Attrs[at].Value)
		if err != nil {
			return nil, s.Place.Of(fmt.Errorf("%s: %w", costColumn, err))
		}
		list[net.NeedOf(row)] = v
	}
	return list, ctx.Err()
}

func cost(text string) (float64, error) {
	v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || !priced(v) {
		return 0, fmt.Errorf("%q is not a number from %s", text, prices)
	}
	return v, nil
}

// prices are what changes may cost: so far apart, sums of them are still exact enough to compare.
const prices = "0.000001 to 1,000,000,000"

func priced(v float64) bool { return v >= 1e-6 && v <= 1e9 }
