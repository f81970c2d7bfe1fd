package main

import (
	"cmp"
	"context"
	"math"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/examples"
	"linestop/graph"
	"linestop/graph/backtest"
	"linestop/graph/cut"
	"linestop/graph/impact"
	"linestop/graph/index"
	"linestop/graph/timeline"
	"linestop/internal/report"
	"linestop/loaders"
)

func (p *program) backtestCommand() *cli.Command {
	return &cli.Command{
		Name:      "backtest",
		Usage:     "predictions against what really happened",
		ArgsUsage: "SCENARIO|all",
		Category:  "ask",
		Description: "Holds the days that a scenario predicts against its `expect`: real stops and reductions that are predicted\n" +
			"while they lasted are hits, others misses; a stop where nothing happened is a false alarm. Beside it stand two\n" +
			"predictions that need no mathematics. all takes every scenario with an `expect`, of the data or of all examples.\n\n" +
			"   linestop backtest nexperia/export-ban\n" +
			"   linestop backtest all\n" +
			"   linestop backtest all -d my-folder -f csv -o scores.csv",
		Flags: flags(dataFlags(), answerFlags()),
		Action: func(c *cli.Context) error {
			if err := arguments(c, 1, 1); err != nil {
				return err
			}
			ctx, cancel := p.deadline(c)
			defer cancel()
			name := c.Args().First()
			if name == "all" {
				return p.backtestAll(ctx, c)
			}
			net, scenario, err := p.loadScenario(ctx, c, name)
			if err != nil {
				return err
			}
			if len(scenario.Expect) == 0 {
				return fail("docs/data-format.md says how to write down what really happened", "scenario %q expects nothing", name)
			}
			one, err := runBacktest(ctx, net, scenario)
			if err != nil {
				return err
			}
			return p.answer(c, report.Backtest{Scenarios: []report.BacktestOf{one}})
		},
	}
}

// backtestAll runs every scenario that has expectations, of the data if some are
// named, else of all examples.
func (p *program) backtestAll(ctx context.Context, c *cli.Context) error {
	refs := []string{c.String("data")}
	if !c.IsSet("data") {
		refs = nil
		for name := range examples.All() {
			refs = append(refs, "example:"+name)
		}
	}
	opts, err := p.options(c)
	if err != nil {
		return err
	}
	answer := report.Backtest{Several: true}
	for _, ref := range refs {
		net, err := p.load(ctx, c, ref)
		if err != nil {
			return err
		}
		scenarios, problems, err := loaders.Scenarios(ctx, ref, opts)
		if err != nil {
			return err
		}
		if problems.Errors() > 0 {
			return p.refuse(ref, problems, checkOf(c, ref))
		}
		for _, s := range scenarios {
			if len(s.Expect) == 0 {
				continue
			}
			changed, err := p.change(ctx, net, s)
			if err != nil {
				return err
			}
			one, err := runBacktest(ctx, changed, s)
			if err != nil {
				return err
			}
			answer.Scenarios = append(answer.Scenarios, one)
		}
	}
	if len(answer.Scenarios) == 0 {
		return fail("docs/data-format.md says how to write down what really happened", "no scenario of %s expects anything", strings.Join(refs, ", "))
	}
	return p.answer(c, answer)
}

func runBacktest(ctx context.Context, net *graph.Network, s graph.Scenario) (report.BacktestOf, error) {
	out := report.BacktestOf{Net: net, Scenario: s}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return out, err
	}
	answer, err := impact.Ask(ctx, ix, s, []impact.Reading{impact.Timeline})
	if err != nil {
		return out, err
	}
	if out.Rows, err = backtest.Score(net, s, answer.Timeline.Course); err != nil {
		return out, err
	}
	status := answer.Structure.Statuses()
	reached := func(i graph.NodeID) bool { return status[i] != cut.Running }
	first := math.Inf(1)
	for _, c := range s.Cuts {
		first = min(first, c.From)
	}
	everyone := backtest.Everyone(reached, first, cmp.Or(s.Horizon, graph.DefaultHorizon))
	for _, baseline := range []struct {
		predict func(graph.NodeID) timeline.Course
		score   *backtest.Summary
	}{{backtest.Nobody, &out.Nobody}, {everyone, &out.Everyone}} {
		rows, err := backtest.Score(net, s, baseline.predict)
		if err != nil {
			return out, err
		}
		*baseline.score = backtest.Summarize(rows)
	}
	return out, nil
}
