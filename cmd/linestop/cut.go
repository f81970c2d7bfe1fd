package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/report"
)

func (p *program) cutCommand() *cli.Command {
	return &cli.Command{
		Name:      "cut",
		Usage:     "what breaks if these are cut",
		ArgsUsage: "TARGET...",
		Category:  "ask",
		Description: "A target is a node, or a parent with all that belongs to it.\n\n" +
			"   linestop cut nexperia\n" +
			"   linestop cut nx-hamburg nx-manchester --only products\n" +
			"   linestop cut --where 'country == \"TW\"' -d example:blackwell -f json\n" +
			"   linestop cut --supply 'nx-hamburg->nx-dongguan'\n" +
			"   linestop cut --scenario nexperia/export-ban\n" +
			"   linestop cut nexperia --scan buffer=0,15,30,90\n" +
			"   linestop cut acme -d suppliers.csv --fail-on broken\n" +
			"   cat edges.csv | linestop cut acme -d -",
		Flags: flags(cutFlags(false), []cli.Flag{
			readingFlag(), scanFlag(), onlyFlag(),
			allFlag("list everything, also the running nodes"),
			&cli.StringFlag{Name: "fail-on", Usage: "exit with 1 if a product is `broken`, or broken or reduced (reduced)", Category: "output"},
		}, dataFlags(), answerFlags()),
		Action: p.cut,
	}
}

func (p *program) cut(c *cli.Context) error {
	if err := checkOnly(c); err != nil {
		return err
	}
	gate, err := gateOf(c.String("fail-on"))
	if err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	if c.IsSet("scan") {
		return p.scan(ctx, c, c.Args().Slice())
	}
	q, err := p.ask(ctx, c, c.Args().Slice())
	if err != nil {
		return err
	}
	answer := report.Cut{Net: q.net, Impact: q.impact, OnlyProducts: c.IsSet("only"), All: c.Bool("all")}
	if err := p.answer(c, answer); err != nil {
		return err
	}
	if format, _ := formatOf(c); format == report.Text {
		p.hintWhy(c, q)
	}
	summary := answer.Summary()
	if c.IsSet("fail-on") && summary.Products == 0 {
		return errNoProduct
	}
	if gate(summary, q.impact.Dated()) {
		return errGate
	}
	return nil
}

// gateOf reads --fail-on. A cut that does not last breaks what stops while it does, and
// reduces what loses output.
func gateOf(name string) (func(report.CutSummary, bool) bool, error) {
	broken := func(s report.CutSummary, dated bool) bool {
		if dated && s.ProductsStopped != nil {
			return *s.ProductsStopped > 0
		}
		return s.ProductsBroken+s.ProductsCut > 0
	}
	switch name {
	case "":
		return func(report.CutSummary, bool) bool { return false }, nil
	case "broken":
		return broken, nil
	case "reduced":
		return func(s report.CutSummary, dated bool) bool {
			if dated && s.ProductsSlowed != nil {
				return *s.ProductsStopped+*s.ProductsSlowed > 0
			}
			return broken(s, dated) || s.ProductsReduced > 0
		}, nil
	}
	return nil, fmt.Errorf("--fail-on %q is neither broken nor reduced", name)
}

// hintWhy points to the proof of a product that surely breaks, else of what comes next to it.
func (p *program) hintWhy(c *cli.Context, q question) {
	best, found := 0, graph.None
	for _, f := range q.impact.Structure.Failures {
		worth := 1
		if q.net.IsProduct(f.Node) {
			worth += 2
		}
		if f.Sure {
			worth++
		}
		if f.Need != cut.NoNeed && worth > best {
			best, found = worth, f.Node
		}
	}
	if found == graph.None {
		return
	}
	p.hintProof(c, q.net.ID(found), sameCut(c), c.String("data"))
}

// hintProof points to the proof that a node breaks by the cuts of given flags.
func (p *program) hintProof(c *cli.Context, id, same, data string) {
	p.hint(c, "linestop why%s shows the proof%s", about(id, same), again(data))
}
