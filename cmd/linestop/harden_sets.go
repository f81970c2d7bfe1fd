package main

import (
	"context"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/harden"
	"linestop/graph/index"
	"linestop/internal/report"
)

// delays say how much later products lose output with each change of a plan, and then with all of them.
func (p *program) delays(ctx context.Context, c *cli.Context, t *harden.Task, plan *harden.Plan) ([]harden.Delay, error) {
	sets := [][]int{}
	for _, n := range plan.Set {
		sets = append(sets, []int{n})
	}
	return t.Delays(ctx, append(sets, plan.Set)...)
}

// hardenSide is the network without or with the changes, and how it is asked.
type hardenSide struct {
	ix     *index.Index
	losses cutset.Options
	points report.Points
}

func (p *program) hardenSide(ctx context.Context, c *cli.Context, net *graph.Network, products []graph.NodeID) (s hardenSide, err error) {
	if s.losses, err = losses(ctx, c, net); err != nil {
		return s, err
	}
	s.points, s.ix, err = p.findPoints(ctx, c, net, s.losses, products)
	return s, err
}

// countSets counts the cut sets of up to --order of the products to which the changes do most.
func (p *program) countSets(ctx context.Context, c *cli.Context, h *report.Harden, before, after hardenSide) error {
	order := c.Int("order")
	format, _ := formatOf(c)
	if order == 1 || len(h.Plan.Set) == 0 || format != report.Text && format != report.JSON {
		return nil
	}
	limited, stop := within(ctx, c)
	defer stop()
	for _, s := range []*hardenSide{&before, &after} {
		s.losses.Order, s.losses.Memory = order, diagramMemory(c)
	}
	progress := p.progress(c, "counting cut sets")
	products := h.MostEnded()
	for n, i := range products {
		without, err := before.count(limited, i)
		if err != nil {
			return err
		}
		j, _ := after.ix.Net.Lookup(before.ix.Net.ID(i))
		with, err := after.count(limited, j)
		if err != nil {
			return err
		}
		h.Sets = append(h.Sets, report.HardenSets{Product: i, Before: without, After: with})
		if progress != nil {
			progress(int64(n+1), int64(len(products)))
		}
	}
	return ctx.Err() // the program's own limit, or a signal
}

func (s hardenSide) count(ctx context.Context, product graph.NodeID) (report.SetCounts, error) {
	sets, err := cutset.Find(ctx, s.ix, product, s.losses)
	if err != nil {
		return report.SetCounts{}, err
	}
	return report.CountSets(sets, s.points.Singles.Count(product)), nil
}
