package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"
	"linestop/graph"
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
		Flags: flags(cutFlags(false), runFlags(), []cli.Flag{
			allFlag("list every product that loses something"),
		}, dataFlags(), answerFlags()),
		Action: p.simulate,
	}
}

func runFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "runs", Usage: "make `N` runs", Value: simulate.DefaultRuns, Action: atLeast(1, "runs")},
		&cli.Uint64Flag{Name: "seed", Usage: "draw other numbers with another `N`", Value: 1},
	}
}

func (p *program) simulate(c *cli.Context) error {
	ctx, cancel := p.deadline(c)
	defer cancel()
	q, err := p.simulation(ctx, c)
	if err != nil {
		return err
	}
	pieces, err := p.pieces(ctx, c, q.net, q.scenario, q.job, "simulating")
	if err != nil {
		return err
	}
	result, err := q.job.Result(pieces)
	if err != nil {
		return err
	}
	return p.answer(c, report.Simulate{Net: q.net, Scenario: q.scenario, Result: result, Seed: c.Uint64("seed"), All: c.Bool("all")})
}

// simulation is what is asked.
type simulation struct {
	net      *graph.Network
	scenario graph.Scenario
	job      *simulate.Job
}

func (p *program) simulation(ctx context.Context, c *cli.Context) (q simulation, err error) {
	const most = 10_000_000 // their results are kept to the end
	if runs := c.Int("runs"); runs > most {
		return q, fmt.Errorf("--runs %d is above %d", runs, most)
	}
	if q.net, q.scenario, err = p.chosen(ctx, c, c.Args().Slice()); err != nil {
		return q, err
	}
	ix, err := index.Compile(ctx, q.net)
	if err != nil {
		return q, err
	}
	q.job, err = simulate.NewJob(ix, q.scenario, simulate.Options{Runs: c.Int("runs"), Seed: c.Uint64("seed")})
	if errors.Is(err, simulate.ErrNothingOpen) {
		return q, fail("write a number as 10..40 where nobody knows it, or give nodes a p_fail; linestop cut answers for fixed numbers", "%w", err)
	}
	return q, err
}
