package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/cutset"
	"linestop/graph/index"
	"linestop/internal/report"
)

func (p *program) spofCommand() *cli.Command {
	return &cli.Command{
		Name:      "spof",
		Usage:     "single points of failure: whose loss alone breaks a product",
		ArgsUsage: "[PRODUCT...]",
		Category:  "ask",
		Description: "Of one product (any node will do), each with its proof; of several, or all, how many and the worst of them.\n" +
			"A product breaks by what it needs: that it stops when it is lost itself does not count.\n\n" +
			"   linestop spof honda-celaya\n" +
			"   linestop spof\n" +
			"   linestop spof gb200-rack --by country -d example:blackwell\n" +
			"   linestop spof honda-celaya --may-fail 'kind == \"fab\"' -f json\n" +
			"   linestop spof -d my-folder --fail-on any",
		Flags: flags(lossFlags(), []cli.Flag{
			allFlag("list every product and every single point of failure"),
			&cli.StringFlag{Name: "fail-on", Usage: "exit with 1 if there is `any`", Category: "output"},
		}, dataFlags(), answerFlags()),
		Action: p.spof,
	}
}

func (p *program) spof(c *cli.Context) error {
	if gate := c.String("fail-on"); gate != "" && gate != "any" {
		return fmt.Errorf("--fail-on %q: any is all it can be", gate)
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	net, _, err := p.loadScenario(ctx, c, c.String("scenario"))
	if err != nil {
		return err
	}
	options, err := losses(ctx, c, net)
	if err != nil {
		return err
	}
	products, err := productsOf(net, c.Args().Slice())
	if err != nil {
		return err
	}
	points, ix, err := p.findPoints(ctx, c, net, options, products)
	if err != nil {
		return err
	}
	var answer report.Answer = report.SpofAll{Points: points, Products: products}
	if len(products) == 1 {
		prover, err := cutset.NewProver(ctx, ix, options)
		if err != nil {
			return err
		}
		answer = report.Spof{Points: points, Product: products[0], Prove: func(g graph.GroupID) (cut.Proof, error) {
			return prover.Prove(ctx, products[0], g)
		}}
	}
	if err := p.answer(c, answer); err != nil {
		return err
	}
	found := slices.ContainsFunc(products, func(i graph.NodeID) bool { return points.Singles.Count(i) > 0 })
	p.hintSpof(c, points, products)
	switch {
	case c.IsSet("fail-on") && len(products) == 0:
		return errNoProduct
	case c.IsSet("fail-on") && found:
		return errGate
	}
	return nil
}

// productsOf are the nodes of some ids, of none the products of the data. A parent that only
// stands for others stands for the products among them.
func productsOf(net *graph.Network, ids []string) ([]graph.NodeID, error) {
	if len(ids) == 0 {
		return net.Products(), nil
	}
	var list []graph.NodeID
	for _, id := range ids {
		i, err := lookup(net, id)
		if err != nil {
			return nil, err
		}
		asked := []graph.NodeID{i}
		if net.Stands(i) {
			asked = slices.DeleteFunc(slices.Collect(net.Family(i)), func(j graph.NodeID) bool { return !net.IsProduct(j) })
		}
		if len(asked) == 0 {
			return nil, fmt.Errorf("%q needs nothing itself, and no product belongs to it", id)
		}
		for _, i := range asked {
			if !slices.Contains(list, i) {
				list = append(list, i)
			}
		}
	}
	return list, nil
}

// among says whether a node is one of some.
func among(net *graph.Network, nodes []graph.NodeID) func(graph.NodeID) bool {
	marks := index.NewMarks(net.NumNodes())
	for _, i := range nodes {
		marks.Add(i)
	}
	return marks.Has
}

// findPoints finds the single points of failure of products, and which of them are sure.
func (p *program) findPoints(ctx context.Context, c *cli.Context, net *graph.Network, o cutset.Options, products []graph.NodeID) (report.Points, *index.Index, error) {
	points := report.Points{Net: net, Groups: o.Groups, All: c.Bool("all")}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return points, nil, err
	}
	o.Products, o.Progress = among(net, products), p.progress(c, "losing "+o.Groups.By)
	if points.Singles, err = cutset.FindSingles(ctx, ix, o); err != nil {
		return points, nil, err
	}
	points.Sure = points.Singles
	if !o.Sure && ix.Best != ix.Worst {
		o.Sure = true
		points.Sure, err = cutset.FindSingles(ctx, ix, o)
	}
	return points, ix, err
}

// hintSpof says what to ask next.
func (p *program) hintSpof(c *cli.Context, points report.Points, products []graph.NodeID) {
	format, _ := formatOf(c)
	if format != report.Text || len(products) == 0 {
		return
	}
	worst := slices.MaxFunc(products, func(a, b graph.NodeID) int { return points.Singles.Count(a) - points.Singles.Count(b) })
	verb, what := "spof", "shows the proofs"
	switch {
	case len(products) == 1:
		verb, what = "cutsets", "shows which losses break it together"
	case points.Singles.Count(worst) == 0:
		return
	}
	p.hint(c, "linestop %s%s %s%s", verb, sameLoss(c, points.Net.ID(worst)), what, again(c.String("data")))
}
