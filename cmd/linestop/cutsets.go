package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/index"
	"linestop/internal/memory"
	"linestop/internal/report"
)

func (p *program) cutsetsCommand() *cli.Command {
	return &cli.Command{
		Name:      "cutsets",
		Usage:     "minimal cut sets: which smallest sets of losses break a product, and how likely that is",
		ArgsUsage: "PRODUCT",
		Category:  "ask",
		Description: "Any node will do for a product. It breaks by what it needs: that it stops when it is lost itself does not count.\n" +
			"With a p_fail in the data, or --p-fail, the chance that it breaks is added, and what each node means for it: Birnbaum, Fussell-Vesely,\n" +
			"risk achievement worth (RAW) and risk reduction worth (RRW). With --time, --limit or too little --memory the answer is what has been found by\n" +
			"then, and says so.\n\n" +
			"   linestop cutsets honda-celaya --order 2\n" +
			"   linestop cutsets gb200-rack --by country -d example:blackwell\n" +
			"   linestop cutsets bike --p-fail 0.1 -d example:hello\n" +
			"   linestop cutsets honda-celaya --order all --time 10s -f json",
		Flags: flags(lossFlags(), []cli.Flag{
			&cli.StringFlag{Name: "order", Usage: "sets of up to `N` losses, or all", Value: "3"},
			&cli.StringFlag{Name: "p-fail", Usage: "the `PROBABILITY` that what has no p_fail is lost, such as 0.01 or 1%", DefaultText: "0, where anything has one"},
			&cli.DurationFlag{Name: "time", Usage: "search no longer than this `TIME`, and list what was found", DefaultText: "no limit", Action: notNegative("time")},
			&cli.IntFlag{Name: "limit", Usage: "list at most `N` sets", DefaultText: "no limit", Action: atLeast(1, "limit")},
			&cli.BoolFlag{DisableDefaultText: true, Name: "count", Usage: "list no set, only say how many there are"},
			allFlag("list every set"),
		}, dataFlags(), answerFlags()),
		Action: p.cutsets,
	}
}

func (p *program) cutsets(c *cli.Context) error {
	if err := arguments(c, 1, 1); err != nil {
		return err
	}
	if c.Bool("count") && c.IsSet("limit") {
		return errors.New("--count lists no set, and --limit some: choose one")
	}
	order, err := orderOf(c.String("order"))
	if err != nil {
		return err
	}
	otherwise, err := probability(c)
	if err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	net, _, err := p.loadScenario(ctx, c, c.String("scenario"))
	if err != nil {
		return err
	}
	products, err := productsOf(net, c.Args().Slice())
	if err != nil {
		return err
	}
	if len(products) > 1 {
		return fail("linestop spof "+c.Args().First()+" lists them", "%q stands for %d products: name one", c.Args().First(), len(products))
	}
	options, err := losses(ctx, c, net)
	if err != nil {
		return err
	}
	options.Order, options.Most, options.Memory = order, c.Int("limit"), diagramMemory(c)
	options.Progress, options.Beyond = p.progress(c, "losing "+options.Groups.By), p.beyond(c)
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return err
	}
	sets, err := cutset.New(ctx, ix, products[0], options)
	if err != nil {
		return err
	}
	limited, stop := within(ctx, c)
	defer stop()
	answer := report.Cutsets{
		Net: net, Product: products[0], Sets: sets, Search: sets.Search(limited),
		Order: order, Most: options.Most, All: c.Bool("all"), Counted: c.Bool("count"),
	}
	if !options.Sure && ix.Best != ix.Worst {
		answer.Sure = func(set []graph.GroupID) (bool, error) { return sets.Sure(ctx, set) }
	}
	if otherwise.Given || cutset.HavePFail(net, options.Groups) {
		answer.Chance = func() *cutset.Chance {
			chance := sets.Chance(limited, cutset.PFail(net, options.Groups, otherwise.Or(0)), options.Memory)
			return &chance
		}
	}
	if err := cmp.Or(p.answer(c, answer), ctx.Err()); err != nil { // the context ends with the program's own limit, or a signal
		return err
	}
	if !answer.Complete() {
		p.warn(c, "the answer is not complete: %s", answer.Missing())
	}
	p.hintSet(c, answer)
	return nil
}

// within is a context that ends with --time.
func within(ctx context.Context, c *cli.Context) (context.Context, context.CancelFunc) {
	if limit := c.Duration("time"); limit > 0 {
		return context.WithTimeout(ctx, limit)
	}
	return ctx, func() {}
}

// diagramMemory is what the diagrams of a search may take: a quarter of what is left, so that it ends before the
// program does; 0 = nobody knows.
func diagramMemory(c *cli.Context) int {
	left, known := memory.Left(sizeOf(c))
	if !known {
		return 0
	}
	return int(max(1, min(cutset.DefaultMemory, left/4)))
}

// hintSet points to the proof that the first set of several losses breaks the product, if that can be typed.
func (p *program) hintSet(c *cli.Context, answer report.Cutsets) {
	if format, _ := formatOf(c); format != report.Text {
		return
	}
	groups := answer.Sets.Groups
	for set := range answer.Sets.All() {
		if groups.Head(set[0]) == graph.None || len(set) > 3 {
			return
		}
		if len(set) == 1 {
			continue
		}
		var b strings.Builder
		for _, g := range set {
			b.WriteString(" --cut " + quote(groups.Name(g)))
		}
		repeat(&b, c, whatIsData)
		p.hintProof(c, answer.Net.ID(answer.Product), b.String(), c.String("data"))
		return
	}
}

// orderOf reads --order; 0 = all.
func orderOf(text string) (int, error) {
	if text == "all" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, fmt.Errorf("--order %q is neither a whole number nor all", text)
	}
	if n < 1 {
		return 0, fmt.Errorf("--order %d is below 1", n)
	}
	return n, nil
}

// probability reads --p-fail.
func probability(c *cli.Context) (graph.Number, error) {
	if !c.IsSet("p-fail") {
		return graph.Number{}, nil
	}
	v, ok := fraction(c.String("p-fail"))
	if !ok {
		return graph.Number{}, fmt.Errorf("--p-fail %q is not a probability from 0 to 1 or 0%% to 100%%", c.String("p-fail"))
	}
	return graph.Num(v), nil
}
