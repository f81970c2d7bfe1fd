package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph/diff"
	"linestop/internal/report"
)

func (p *program) diffCommand() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "two scenarios or two data sets, side by side: what is worse and what is better",
		ArgsUsage: "A B",
		Category:  "ask",
		Description: "A and B are two scenarios (NAME, EXAMPLE/NAME, a file, or none for no scenario) of the data that --data names, or two data sets\n" +
			"(a folder, a file, example:NAME). What the flags cut is cut in both. If nothing is cut, the single points of failure of\n" +
			"each product are compared: the nodes whose loss alone breaks it.\n\n" +
			"   linestop diff nexperia/hamburg nexperia/wafer-stop\n" +
			"   linestop diff none second-source --cut acme -d my-folder    # does the what-if help against this cut?\n" +
			"   linestop diff none second-source --scenario flood -d my-folder\n" +
			"   linestop diff my-main/bom bom --fail-on worse\n" +
			"   linestop diff my-main/bom bom --cut acme -f markdown\n\n" +
			"--fail-on worse exits with 1 if a product that both sides have would break or be cut if the cut lasted, surely or possibly, and would not\n" +
			"before, or surely and only possibly before; stops earlier, or now and not before; loses more days of output, or keeps less if\n" +
			"the cut lasts; or, if nothing is cut, has a new single point of failure. What it gains elsewhere does not count, nor do differences of 1e-9.",
		Flags: flags(cutFlags(true), []cli.Flag{
			readingFlag(), onlyFlag(),
			allFlag("list everything, also what fares as before"),
			&cli.StringFlag{Name: "fail-on", Usage: "exit with 1 if a product is `worse` off", Category: "output"},
		}, dataFlags(), answerFlags()),
		Action: p.diff,
	}
}

func (p *program) diff(c *cli.Context) error {
	if err := arguments(c, 2, 2); err != nil {
		return err
	}
	if err := checkOnly(c); err != nil {
		return err
	}
	if gate := c.String("fail-on"); gate != "" && gate != "worse" {
		return fmt.Errorf("--fail-on %q: worse is all it can be", gate)
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	before, after, err := p.sides(ctx, c)
	if err != nil {
		return err
	}
	var products, worse int
	if len(before.Scenario.Cuts)+len(after.Scenario.Cuts) == 0 {
		products, worse, err = p.diffPoints(ctx, c, before, after)
	} else {
		products, worse, err = p.diffCuts(ctx, c, before, after)
	}
	switch {
	case err != nil:
		return err
	case c.IsSet("fail-on") && products == 0:
		return errNoProduct
	case c.IsSet("fail-on") && worse > 0:
		return errGate
	}
	return nil
}

// diffCuts compares what cuts make of the nodes, and counts the products, and those that are worse off.
func (p *program) diffCuts(ctx context.Context, c *cli.Context, before, after side) (products, worse int, err error) {
	wanted, err := readingsOf(c)
	if err != nil {
		return 0, 0, err
	}
	result, err := diff.Ask(ctx, before.Side, after.Side, wanted)
	if err != nil {
		return 0, 0, err
	}
	if err := p.answer(c, report.Diff{Result: result, OnlyProducts: c.IsSet("only"), All: c.Bool("all")}); err != nil {
		return 0, 0, err
	}
	for r := range result.Rows() {
		if r.Product && r.NewlyBroken() {
			p.hintAfter(c, after, result.After.Net.ID(r.After), "")
			break
		}
	}
	count, _ := result.Count()
	return count.Both + count.OnlyBefore + count.OnlyAfter, count.Worse, nil
}

// diffPoints compares single points of failure, and counts the products, and those that are worse off.
func (p *program) diffPoints(ctx context.Context, c *cli.Context, before, after side) (products, worse int, err error) {
	if c.IsSet("reading") {
		return 0, 0, errors.New("--reading is for a cut, and nothing is cut: single points of failure are of the structure")
	}
	list, err := diff.Points(ctx, before.Index, after.Index)
	if err != nil {
		return 0, 0, err
	}
	answer := report.DiffPoints{Before: before.Side, After: after.Side, Products: list, OnlyProducts: c.IsSet("only"), All: c.Bool("all")}
	if err := p.answer(c, answer); err != nil {
		return 0, 0, err
	}
	for _, product := range list {
		if product.Worse() {
			p.hintAfter(c, after, after.Index.Net.ID(product.After), after.Index.Net.ID(product.New[0]))
			break
		}
	}
	return len(list), answer.Summary().Worse, nil
}

// hintAfter points to the proof that a node breaks after, if why can be asked so: by
// one scenario.
func (p *program) hintAfter(c *cli.Context, s side, id, cut string) {
	if format, _ := formatOf(c); format != report.Text || s.scenario != "" && c.IsSet("scenario") {
		return
	}
	var b strings.Builder
	for _, flag := range []struct{ name, value string }{{"cut", cut}, {"scenario", s.scenario}} {
		if flag.value != "" {
			fmt.Fprintf(&b, " --%s %s", flag.name, quote(flag.value))
		}
	}
	if s.data != c.String("data") {
		b.WriteString(" --data " + quote(s.data))
	}
	repeat(&b, c, whatIsCut, whatIsData)
	p.hintProof(c, id, b.String(), s.data)
}
