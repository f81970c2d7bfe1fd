// Package survive answers how long products last without a node, and whether the
// node is back by then: time to survive against time to recover (Simchi-Levi, Schmidt
// and Wei, Harvard Business Review 92, 2014; they solve one linear program for each
// node, here it is one exact timeline).
package survive

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
	"linestop/internal/parallel"
)

// Loss is a node with the products that do not last without it.
type Loss struct {
	Node    graph.NodeID
	Recover graph.Number // days until the node is back, as the data have it
	Lasts   []Last       // the one that lasts shortest first
}

// Last is how long a product lasts.
type Last struct {
	Product graph.NodeID
	Days    float64 // time to survive: to its first loss of output, from the day on which the node is gone for good
}

// Exposed counts the products that lose output before the node is back.
func (l Loss) Exposed() int {
	n := 0
	for _, last := range l.Lasts {
		if l.Short(last) > 0 {
			n++
		}
	}
	return n
}

// Short is how many days pass between a product's first loss and the node's
// return; 0 if there are none or nobody knows how long the node takes.
func (l Loss) Short(last Last) float64 { return max(0, l.Recover.Or(0)-last.Days) }

// Options say what to ask. The zero value means the defaults.
type Options struct {
	Products func(graph.NodeID) bool // those to follow; default: all products
	Nodes    func(graph.NodeID) bool // those to lose; default: all nodes
	Horizon  float64                 // days; who lasts longer is not listed; default graph.DefaultHorizon
	Workers  int                     // goroutines; default one for each processor
	Progress func(done, total int64) // called now and then, by any goroutine but one at a time
}

// Run takes each node away in turn, with all that belongs to it, and follows what
// happens. Nodes without which every product lasts are left out. Those that expose most
// products come first, then those without which a product is lost earliest.
//
// Each costs what it moves, once the engines are built in O(nodes + rows).
func Run(ctx context.Context, ix *index.Index, o Options) ([]Loss, error) {
	o.Horizon = cmp.Or(o.Horizon, graph.DefaultHorizon)
	if o.Products == nil {
		o.Products = ix.Net.IsProduct
	}
	var nodes []graph.NodeID
	for i := range graph.NodeID(ix.Net.NumNodes()) {
		if o.Nodes == nil || o.Nodes(i) {
			nodes = append(nodes, i)
		}
	}
	losses, err := parallel.Map(ctx, len(nodes), parallel.Options{Workers: o.Workers, Progress: o.Progress},
		func() *timeline.Engine { return timeline.NewEngine(ix, timeline.Options{}) },
		func(ctx context.Context, e *timeline.Engine, n int) (Loss, error) {
			return lose(ctx, ix, e, nodes[n], o)
		})
	if err != nil {
		return nil, err
	}
	losses = slices.DeleteFunc(losses, func(l Loss) bool { return len(l.Lasts) == 0 })
	slices.SortStableFunc(losses, func(a, b Loss) int {
		return cmp.Or(cmp.Compare(b.Exposed(), a.Exposed()), cmp.Compare(a.Lasts[0].Days, b.Lasts[0].Days), cmp.Compare(len(b.Lasts), len(a.Lasts)))
	})
	return losses, nil
}

// lose takes node i away for good.
func lose(ctx context.Context, ix *index.Index, engine *timeline.Engine, i graph.NodeID, o Options) (Loss, error) {
	family := slices.Sorted(ix.Net.Family(i))
	plan := timeline.Plan{Horizon: o.Horizon}
	for _, j := range family {
		plan.Nodes = append(plan.Nodes, timeline.NodePlan{Node: j, Left: []timeline.Change{{Day: 0, Value: 0}}})
	}
	result, err := engine.Run(ctx, plan)
	if err != nil {
		return Loss{}, err
	}
	l := Loss{Node: i, Recover: ix.Net.RecoverDays(i)}
	for _, c := range result.Nodes {
		if _, gone := slices.BinarySearch(family, c.Node); !gone && c.FirstLoss.Given && o.Products(c.Node) {
			l.Lasts = append(l.Lasts, Last{c.Node, c.FirstLoss.Value})
		}
	}
	slices.SortStableFunc(l.Lasts, func(a, b Last) int { return cmp.Compare(a.Days, b.Days) })
	return l, nil
}
