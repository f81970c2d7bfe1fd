package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"
	"linestop/graph/index"
	"linestop/graph/simulate"
	"linestop/internal/report"
)

func (p *program) simulateCommand() *cli.Command {
	return &cli.Command{
		Name:      "simulate",
		Usage:     "how often and when products stop, if numbers are ranges or nodes fail by chance",
		ArgsUsage: "[TARGET...]",
		Category:  "ask",
		Description: "With a cut, numbers that the data give as ranges (buffer_days of 10..40) are drawn for each run. Without one,\n" +
			"nodes with a p_fail fail on day 0, each by itself, until their recover_days are over. The same seed gives the same answer.\n\n" +
			"   linestop simulate mill -d suppliers.csv --runs 10000\n" +
			"   linestop simulate --scenario flood -d my-folder -f json\n" +
			"   linestop simulate -d my-folder",
		Flags: flags(cutFlags(false), []cli.Flag{
			&cli.IntFlag{Name: "runs", Usage: "make `N` runs", Value: simulate.DefaultRuns, Action: atLeast(1, "runs")},
			&cli.Uint64Flag{Name: "seed", Usage: "draw other numbers with another `N`", Value: 1},
			allFlag("list every product that loses something"),
		}, dataFlags(), answerFlags()),
		Action: p.simulate,
	}
}

func (p *program) simulate(c *cli.Context) error {
	const most = 10_000_000 // their results are kept to the end
	if runs := c.Int("runs"); runs > most {
		return fmt.Errorf("--runs %d is above %d", runs, most)
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	net, scenario, err := p.chosen(ctx, c, c.Args().Slice())
	if err != nil {
		return err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return err
	}
	result, err := simulate.Run(ctx, ix, scenario, simulate.Options{
		Runs: c.Int("runs"), Seed: c.Uint64("seed"), Progress: p.progress(c, "simulating"),
	})
	if errors.Is(err, simulate.ErrNothingOpen) {
		return fail("write a number as 10..40 where nobody knows it, or give nodes a p_fail; linestop cut answers for fixed numbers", "%w", err)
	}
	if err != nil {
		return err
	}
	return p.answer(c, report.Simulate{Net: net, Scenario: scenario, Result: result, Seed: c.Uint64("seed"), All: c.Bool("all")})
}
