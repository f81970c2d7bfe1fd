package main

import (
	"context"
	"slices"

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
		Description: "A parent stands for all that belongs to it.\n\n" +
			"   linestop trace honda-celaya\n" +
			"   linestop trace nexperia --to honda-celaya --limit 3",
		Flags: flags([]cli.Flag{
			&cli.StringFlag{Name: "to", Usage: "the paths to `NODE`, shortest first"},
			&cli.IntFlag{Name: "limit", Usage: "at most `N` paths", Value: 10, Action: atLeast(1, "limit")},
			changesFlag(), allFlag("list every node of every tier"),
		}, dataFlags(), answerFlags()),
		Action: func(c *cli.Context) error {
			if err := arguments(c, 1, 1); err != nil {
				return err
			}
			ctx, cancel := p.deadline(c)
			defer cancel()
			net, _, err := p.loadScenario(ctx, c, c.String("scenario"))
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
			family := slices.Collect(net.Family(node))
			answer := report.Trace{Net: net, Node: node, Members: family[1:], All: c.Bool("all")}
			if answer.Upstream, err = trace.Upstream(ctx, net, family...); err != nil {
				return err
			}
			if answer.Downstream, err = trace.Downstream(ctx, net, family...); err != nil {
				return err
			}
			return p.answer(c, answer)
		},
	}
}

// paths answers --to. If the way leads upstream, it is followed the way the goods go.
func (p *program) paths(ctx context.Context, c *cli.Context, net *graph.Network, from graph.NodeID) error {
	limit := c.Int("limit")
	to, err := lookup(net, c.String("to"))
	if err != nil {
		return err
	}
	answer := findPaths(ctx, net, from, to, limit)
	if len(answer.Paths) == 0 {
		if back := findPaths(ctx, net, to, from, limit); len(back.Paths) > 0 {
			answer = back
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return p.answer(c, answer)
}

func findPaths(ctx context.Context, net *graph.Network, from, to graph.NodeID, limit int) report.Paths {
	start, end := slices.Collect(net.Family(from)), slices.Collect(net.Family(to))
	answer := report.Paths{Net: net, From: from, To: to, FromMembers: start[1:], ToMembers: end[1:]}
	for path := range trace.Paths(ctx, net, start, end) {
		if len(answer.Paths) == limit {
			answer.More = true
			break
		}
		answer.Paths = append(answer.Paths, path)
	}
	return answer
}
