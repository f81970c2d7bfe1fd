package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/index"
)

// lossFlags say what is lost in turn, in which network, and when a product counts as broken.
func lossFlags() []cli.Flag { return append(inTurnFlags(), changesFlag()) }

func inTurnFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "by", Usage: "lose each `node` with what belongs to it, or at once all of each parent, country or other column", Value: "node", Category: whatIsLost},
		&cli.StringFlag{Name: "may-fail", Usage: "lose only nodes for which `EXPR` holds", DefaultText: "may_fail of the data", Category: whatIsLost},
		&cli.BoolFlag{DisableDefaultText: true, Name: "sure", Usage: "count only what breaks however the unsure rows turn out", Category: whatIsLost},
	}
}

// losses are the options that these flags stand for.
func losses(ctx context.Context, c *cli.Context, net *graph.Network) (o cutset.Options, err error) {
	o.Sure = c.Bool("sure")
	if o.Groups, err = net.Groups(ctx, c.String("by")); err != nil {
		return o, fmt.Errorf("--by: %w", err)
	}
	if o.Groups.Len() == 0 {
		return o, fmt.Errorf("--by %s: no node has one", c.String("by"))
	}
	o.MayFail, err = mayFail(ctx, c, net, "may-fail")
	return o, err
}

// mayFail says what may be lost: nodes for which the expression of a flag holds, else that of the data.
func mayFail(ctx context.Context, c *cli.Context, net *graph.Network, flag string) (func(graph.NodeID) bool, error) {
	if !c.IsSet(flag) && net.MayFail != "" {
		return where(ctx, net, net.MayFail)
	}
	return nodesWhere(ctx, c, net, flag)
}

// nodesWhere says of nodes whether the expression of a flag holds; nil if it is not given.
func nodesWhere(ctx context.Context, c *cli.Context, net *graph.Network, flag string) (func(graph.NodeID) bool, error) {
	if !c.IsSet(flag) {
		return nil, nil
	}
	if c.String(flag) == "" {
		return nil, noExpression(flag)
	}
	return where(ctx, net, c.String(flag))
}

// where says of nodes whether an expression holds. It is an error if it does for none.
func where(ctx context.Context, net *graph.Network, expression string) (func(graph.NodeID) bool, error) {
	nodes, _, err := net.Resolve(ctx, graph.Cut{Where: expression})
	if err != nil {
		return nil, err
	}
	marks := index.NewMarks(net.NumNodes())
	for _, i := range nodes {
		marks.Add(i)
	}
	return marks.Has, nil
}
