package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/draw"
)

// checkMarks finds flags that ask for two pictures at once.
func checkMarks(c *cli.Context) error {
	sets := []string{"cut-set", "nth-cut-set"}
	for n, flag := range append(sets, "cut", "where", "supply", "left") {
		if c.Bool("spof") && c.IsSet(flag) {
			return fmt.Errorf("--spof cuts nothing, and --%s does: choose one", flag)
		}
		for _, set := range sets[:min(n, len(sets))] {
			if c.IsSet(set) && c.IsSet(flag) {
				return fmt.Errorf("--%s says all that is cut, and --%s cuts more: choose one", set, flag)
			}
		}
	}
	if c.IsSet("may-fail") && !c.Bool("spof") {
		return errors.New("--may-fail is for --spof")
	}
	if c.IsSet("of") && !c.Bool("spof") && !c.IsSet("cut-set") && !c.IsSet("nth-cut-set") && !c.IsSet("cut") && !cutsByFlag(c) {
		return errors.New("--of is for what breaks a product: --spof, --cut-set or a cut")
	}
	return nil
}

// mark has the picture tell what breaks the products that --of names.
func mark(ctx context.Context, c *cli.Context, q question, opts *draw.Options) error {
	products, err := productsOf(q.net, c.StringSlice("of"))
	if err != nil {
		return err
	}
	switch {
	case c.Bool("spof"):
		if len(products) == 0 {
			return fail("--of PRODUCT names one", "the data has no product")
		}
		ix, err := index.Compile(ctx, q.net)
		if err != nil {
			return err
		}
		about := draw.PointOptions{Products: products, Where: cmp.Or(c.String("may-fail"), q.net.MayFail), Scenario: c.String("scenario")}
		if about.MayFail, err = mayFail(ctx, c, q.net, "may-fail"); err == nil {
			opts.Points, err = draw.FindPoints(ctx, ix, about)
		}
		return err
	case c.IsSet("cut-set"):
		return markCutSet(ctx, c, q, opts)
	case c.IsSet("of"):
		for _, i := range products {
			if _, failed := breakOf(q.net, q.impact.Structure, i); failed == nil {
				opts.Of = append(opts.Of, i)
			} else {
				err = failed
			}
		}
		if opts.Of != nil {
			return nil
		}
	}
	return err
}

// breakOf is how a product breaks that is not cut itself.
func breakOf(net *graph.Network, r *cut.Result, product graph.NodeID) (cut.Failure, error) {
	f, failed := r.Failure(product)
	switch {
	case !failed:
		return f, fail(fmt.Sprintf("linestop why %s with the same cut says what it has left", quote(net.ID(product))), "%q does not break", net.ID(product))
	case f.Need == cut.NoNeed:
		return f, fmt.Errorf("%q is cut itself: nothing else breaks it", net.ID(product))
	}
	return f, nil
}
