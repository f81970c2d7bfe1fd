package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/cutset"
	"linestop/graph/index"
	"linestop/internal/draw"
	"linestop/internal/words"
)

// cutting is a scenario that cuts nodes and what belongs to them.
func cutting(ids ...string) graph.Scenario {
	var s graph.Scenario
	for _, id := range ids {
		s.Cuts = append(s.Cuts, graph.Cut{Target: id})
	}
	return s
}

// nameCutSet finds the cut set that --nth-cut-set asks for, and takes its names for those of --cut-set.
func (p *program) nameCutSet(ctx context.Context, c *cli.Context, net *graph.Network) error {
	nth := c.Int("nth-cut-set")
	if nth == 0 {
		return nil
	}
	products, err := oneProduct(net, c.StringSlice("of"), "nth-cut-set")
	if err != nil {
		return err
	}
	o := cutset.Options{Most: nth, Memory: diagramMemory(c), Progress: p.progress(c, "losing node"), Beyond: p.beyond(c)}
	if o.MayFail, err = mayFail(ctx, c, net, "may-fail"); err != nil {
		return err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return err
	}
	sets, err := cutset.Find(ctx, ix, products[0], o)
	if err != nil {
		return err
	}
	found := 0
	for set := range sets.All() {
		if found++; found < nth {
			continue
		}
		for _, g := range set {
			if err := c.Set("cut-set", sets.Groups.Name(g)); err != nil {
				return err
			}
		}
		return nil
	}
	if sets.Err != nil && ctx.Err() == nil {
		return fmt.Errorf("%w: only %s found of %q", sets.Err, words.Count(found, "cut set"), net.ID(products[0]))
	}
	return cmp.Or(ctx.Err(), fmt.Errorf("%q has %s", net.ID(products[0]), words.Count(found, "minimal cut set")))
}

// oneProduct is the product that --of names.
func oneProduct(net *graph.Network, ids []string, flag string) ([]graph.NodeID, error) {
	products, err := productsOf(net, ids)
	if err == nil && len(products) != 1 {
		err = fail("--of PRODUCT says which", "--%s breaks one product, and these are %d", flag, len(products))
	}
	return products, err
}

// markCutSet has the picture tell how a set of losses breaks one product, and whether
// it takes all of them.
func markCutSet(ctx context.Context, c *cli.Context, q question, opts *draw.Options) error {
	products, err := oneProduct(q.net, c.StringSlice("of"), "cut-set")
	if err != nil {
		return err
	}
	product := products[0]
	opts.Of = products
	f, err := breakOf(q.net, q.impact.Structure, product)
	if err != nil {
		return err
	}
	members := slices.Compact(slices.Sorted(slices.Values(c.StringSlice("cut-set"))))
	spare, err := spareOf(ctx, q.net, product, members, f.Sure)
	if err != nil {
		return err
	}
	title := "A single point of failure"
	if len(members) > 1 {
		title = fmt.Sprintf("A cut set of order %d", len(members))
	}
	if !f.Sure {
		title = "Possibly a" + title[1:]
	}
	title += " of " + q.net.Label(product)
	switch without := strings.Join(spare, ", "); len(spare) {
	case 0:
	case 1:
		title = fmt.Sprintf("No minimal cut set of %s: it breaks without %s", q.net.Label(product), without)
	default:
		title = fmt.Sprintf("No minimal cut set of %s: it breaks without any one of %s", q.net.Label(product), without)
	}
	opts.Title = cmp.Or(c.String("title"), title)
	return nil
}

// spareOf names the members of a set without each of which the others break the product
// as surely.
func spareOf(ctx context.Context, net *graph.Network, product graph.NodeID, members []string, sure bool) ([]string, error) {
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return nil, err
	}
	var spare []string
	runner := cut.NewRunner(ix)
	for n, id := range members {
		set, err := cut.NewSet(ctx, net, cutting(slices.Delete(slices.Clone(members), n, n+1)...).Cuts)
		if err != nil {
			return nil, err
		}
		r, err := runner.Run(ctx, set)
		if err != nil {
			return nil, err
		}
		if f, broken := r.Failure(product); broken && f.Sure == sure {
			i, _ := net.Lookup(id)
			spare = append(spare, net.Label(i))
		}
	}
	return spare, nil
}
