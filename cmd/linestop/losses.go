package main

import (
	"context"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/index"
)

// lossFlags say what is lost in turn, and when a product counts as broken.
func lossFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "by", Usage: "lose at once each `node`, or all that belongs to each parent, country or other column", Value: "node", Category: whatIsLost},
		&cli.StringFlag{Name: "may-fail", Usage: "lose only nodes for which `EXPR` holds", Category: whatIsLost},
		&cli.BoolFlag{DisableDefaultText: true, Name: "sure", Usage: "count only what breaks however the unsure rows turn out", Category: whatIsLost},
		changesFlag(),
	}
}

// losses are the options that these flags stand for.
func losses(ctx context.Context, c *cli.Context, net *graph.Network) (o cutset.Options, err error) {
	o.Sure = c.Bool("sure")
	if o.Groups, err = net.Groups(ctx, c.String("by")); err != nil {
		return o, err
	}
	o.MayFail, err = nodesWhere(ctx, c, net, "may-fail")
	return o, err
}

// nodesWhere says of nodes whether the expression of a flag holds; nil if it is not given.
func nodesWhere(ctx context.Context, c *cli.Context, net *graph.Network, flag string) (func(graph.NodeID) bool, error) {
	if !c.IsSet(flag) {
		return nil, nil
	}
	if c.String(flag) == "" {
		return nil, noExpression(flag)
	}
	nodes, _, err := net.Resolve(ctx, graph.Cut{Where: c.String(flag)})
	if err != nil {
		return nil, err
	}
	marks := index.NewMarks(net.NumNodes())
	for _, i := range nodes {
		marks.Add(i)
	}
	return marks.Has, nil
}
