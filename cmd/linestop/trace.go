package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/trace"
	"linestop/internal/report"
)

func (p *program) traceCommand() *cli.Command {
	return &cli.Command{
		Name:      "trace",
		Usage:     "what a node depends on and what depends on it, or the paths between two",
		ArgsUsage: "NODE",
		Category:  "ask",
		Description: "   linestop trace honda-celaya\n" +
			"   linestop trace nx-hamburg --to honda-celaya --limit 3",
		Flags: flags([]cli.Flag{
			&cli.StringFlag{Name: "to", Usage: "the paths to `NODE`, shortest first"},
			&cli.IntFlag{Name: "limit", Usage: "at most `N` paths", Value: 10},
			allFlag("list every node of every tier"),
		}, dataFlags(), answerFlags()),
		Action: func(c *cli.Context) error {
			if err := arguments(c, 1, 1); err != nil {
				return err
			}
			ctx, cancel := p.deadline(c)
			defer cancel()
			net, err := p.load(ctx, c, c.String("data"))
			if err != nil {
				return err
			}
			node, err := lookup(net, c.Args().First())
			if err != nil {
				return err
			}
			if c.IsSet("to") {
				return p.paths(ctx, c, net, node)
			}
			answer := report.Trace{Net: net, Node: node, All: c.Bool("all")}
			if answer.Upstream, err = trace.Upstream(ctx, net, node); err != nil {
				return err
			}
			if answer.Downstream, err = trace.Downstream(ctx, net, node); err != nil {
				return err
			}
			return p.answer(c, answer)
		},
	}
}

// paths answers --to. If the way leads upstream, it is followed the way the goods go.
func (p *program) paths(ctx context.Context, c *cli.Context, net *graph.Network, from graph.NodeID) error {
	limit := c.Int("limit")
	if limit < 1 {
		return fmt.Errorf("--limit %d is below 1", limit)
	}
	to, err := lookup(net, c.String("to"))
	if err != nil {
		return err
	}
	answer := findPaths(ctx, net, from, to, limit)
	if len(answer.Paths) == 0 {
		answer = findPaths(ctx, net, to, from, limit)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(answer.Paths) == 0 {
		return fail("linestop trace "+quote(net.ID(from))+" lists what is connected to it",
			"no path between %q and %q", net.ID(from), net.ID(to))
	}
	return p.answer(c, answer)
}

func findPaths(ctx context.Context, net *graph.Network, from, to graph.NodeID, limit int) report.Paths {
	answer := report.Paths{Net: net, From: from, To: to}
	for path := range trace.Paths(ctx, net, from, to) {
		if len(answer.Paths) == limit {
			answer.More = true
			break
		}
		answer.Paths = append(answer.Paths, path)
	}
	return answer
}
