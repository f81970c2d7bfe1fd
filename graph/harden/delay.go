package harden

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/survive"
	"linestop/graph/timeline"
	"linestop/internal/parallel"
)

// Delay is how much later products lose output, over all losses of a single node for good.
type Delay struct {
	Horizon float64
	Losses  int     // of output, of a product without a node, up to the horizon
	Never   int     // of them that do not come by then with the changes
	Later   int     // that come later
	Sooner  int     // that come sooner with the changes, or with them only
	Days    float64 // gained in all, none beyond the horizon
	Known   bool    // no timeline had too many events to follow
}

// Delays says how much later products lose output with each of some sets of candidates. They are followed day by day as by survive.Run, at
// that cost for each set and once without any; the losses are those of single nodes, with what belongs to them. Its errors are those of
// survive.Run.
func (t *Task) Delays(ctx context.Context, sets ...[]int) ([]Delay, error) {
	before, known, err := t.lasting(ctx, nil)
	if err != nil {
		return nil, err
	}
	return parallel.Map(ctx, len(sets), parallel.Options{Workers: 1, Progress: t.options.Progress}, func() struct{} { return struct{}{} }, func(ctx context.Context, _ struct{}, n int) (Delay, error) {
		after, still, err := t.lasting(ctx, sets[n])
		d := Delay{Horizon: graph.DefaultHorizon, Losses: len(before), Known: known && still}
		for _, e := range endings(before) {
			day := before[e]
			later, lost := after[e]
			switch {
			case !lost:
				d.Never++
				later = d.Horizon
			case later > day+timeline.Negligible:
				d.Later++
			case later < day-timeline.Negligible:
				d.Sooner++
			}
			d.Days += later - day
		}
		for _, e := range endings(after) {
			if _, lost := before[e]; !lost {
				d.Sooner++
				d.Days -= d.Horizon - after[e]
			}
		}
		return d, err
	})
}

// ending is a product that loses output without a node.
type ending struct{ node, product graph.NodeID }

func endings(days map[ending]float64) []ending {
	return slices.SortedFunc(maps.Keys(days), func(a, b ending) int {
		return cmp.Or(cmp.Compare(a.node, b.node), cmp.Compare(a.product, b.product))
	})
}

// lasting says on which day each product loses output without each node, with some candidates.
func (t *Task) lasting(ctx context.Context, set []int) (days map[ending]float64, known bool, err error) {
	net, err := t.ix.Net.With(ctx, t.Changes(&Plan{Set: set}))
	if err != nil {
		return nil, false, err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return nil, false, err
	}
	in := func(which func(graph.NodeID) bool) func(graph.NodeID) bool {
		return func(j graph.NodeID) bool {
			i, old := t.ix.Net.Lookup(net.ID(j))
			return old && which(i)
		}
	}
	losses, err := survive.Run(ctx, ix, survive.Options{Products: in(t.options.Products), Nodes: in(t.options.MayFail), Workers: t.options.Workers})
	days, known = map[ending]float64{}, true
	for _, l := range losses {
		known = known && l.Until == graph.DefaultHorizon
		node, _ := t.ix.Net.Lookup(net.ID(l.Node))
		for _, last := range l.Lasts {
			product, _ := t.ix.Net.Lookup(net.ID(last.Product))
			days[ending{node, product}] = last.Days
		}
	}
	return days, known, err
}
