package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/survive"
	"linestop/internal/report"
)

func (p *program) surviveCommand() *cli.Command {
	return &cli.Command{
		Name:      "survive",
		Usage:     "how long products last without each node, and whether it is back by then",
		ArgsUsage: "[PRODUCT...]",
		Category:  "ask",
		Description: "Time to survive is the time to a product's first loss of output if the node is gone for good; time to recover is\n" +
			"the node's recover_days. A product is exposed to a node that takes longer to recover than the product survives.\n\n" +
			"   linestop survive\n" +
			"   linestop survive honda-hr-v --where 'kind == \"fab\"'\n" +
			"   linestop survive -d my-folder -f csv -o survival.csv",
		Flags: flags([]cli.Flag{
			&cli.StringFlag{Name: "where", Usage: "lose only the nodes for which `EXPR` holds"},
			&cli.Float64Flag{Name: "horizon", Usage: "look this many `DAYS` ahead", Value: graph.DefaultHorizon},
			changesFlag(), allFlag("list every node that costs output"),
		}, dataFlags(), answerFlags()),
		Action: p.survive,
	}
}

func (p *program) survive(c *cli.Context) error {
	horizon := c.Float64("horizon")
	if !(horizon > 0 && horizon <= graph.MaxHorizon) {
		return fmt.Errorf("--horizon %v is not above 0 and up to 1,000,000 days", horizon)
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	net, _, err := p.loadScenario(ctx, c, c.String("scenario"))
	if err != nil {
		return err
	}
	answer := report.Survive{Net: net, Horizon: horizon, All: c.Bool("all")}
	options := survive.Options{Horizon: horizon, Progress: p.progress(c, "losing nodes")}
	if format, err := formatOf(c); err != nil {
		return err
	} else if format == report.Text {
		options.Most = 1 // all that it shows
	}
	if answer.Products, err = lookupAll(net, c.Args().Slice()); err != nil {
		return err
	}
	if len(answer.Products) > 0 {
		options.Products = among(net, answer.Products)
	}
	if options.Nodes, err = nodesWhere(ctx, c, net, "where"); err != nil {
		return err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return err
	}
	if answer.Losses, err = survive.Run(ctx, ix, options); err != nil {
		return err
	}
	return p.answer(c, answer)
}
