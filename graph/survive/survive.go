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
	Node     graph.NodeID
	Recover  graph.Number // days until the node is back, as the data have it
	Until    float64      // day to which all is known: the horizon, or that on which there were too many events
	Products int          // that lose output
	Exposed  int          // of them, before the node is back
	Lasts    []Last       // the one that lasts shortest first; all of them or Options.Most
}

// Last is how long a product lasts.
type Last struct {
	Product graph.NodeID
	Days    float64 // time to survive: to its first loss of output, from the day on which the node is gone for good
}

// Short is how many days pass between a product's first loss and the node's
// return; 0 if there are none or nobody knows how long the node takes.
func (l Loss) Short(last Last) float64 { return max(0, l.Recover.Or(0)-last.Days) }

// first is how long the product lasts that lasts shortest.
func (l Loss) first() float64 {
	if len(l.Lasts) == 0 {
		return l.Until
	}
	return l.Lasts[0].Days
}

// Options say what to ask. The zero value means the defaults.
type Options struct {
	Products func(graph.NodeID) bool // those to follow; default: all products
	Nodes    func(graph.NodeID) bool // those to lose; default: all nodes
	Horizon  float64                 // days; who lasts longer is not listed; default graph.DefaultHorizon
	Most     int                     // products to list for each node; default all, in large networks many millions
	Events   int                     // to follow for each node; default timeline.DefaultMaxEvents
	Workers  int                     // goroutines; default one for each processor
	Progress func(done, total int64) // called now and then, by any goroutine but one at a time
}

// Run takes each node away in turn, with all that belongs to it, and follows what
// happens. Nodes without which every product lasts are left out, if that is known. Those that expose most
// products come first, then those without which a product is lost earliest.
//
// Each costs what it moves, once scratch is made in O(nodes + rows). Most are
// forecast, see there; only what hangs on stocks that run out slowly is simulated.
func Run(ctx context.Context, ix *index.Index, o Options) ([]Loss, error) {
	o.Horizon = cmp.Or(o.Horizon, graph.DefaultHorizon)
	if o.Products == nil {
		o.Products = ix.Net.IsProduct
	}
	if err := ix.Prepare(ctx); err != nil {
		return nil, err
	}
	facts := newFacts(ix, o.Products)
	var nodes []graph.NodeID
	for i := range graph.NodeID(ix.Net.NumNodes()) {
		if o.Nodes == nil || o.Nodes(i) {
			nodes = append(nodes, i)
		}
	}
	losses, err := parallel.Map(ctx, len(nodes), parallel.Options{Workers: o.Workers, Progress: o.Progress},
		func() *worker { return &worker{forecast: newForecast(facts, o.Horizon), options: o} },
		func(ctx context.Context, w *worker, n int) (Loss, error) { return w.lose(ctx, nodes[n]) })
	if err != nil {
		return nil, err
	}
	losses = slices.DeleteFunc(losses, func(l Loss) bool { return l.Products == 0 && l.Until == o.Horizon })
	slices.SortStableFunc(losses, func(a, b Loss) int {
		return cmp.Or(cmp.Compare(b.Exposed, a.Exposed), cmp.Compare(a.first(), b.first()), cmp.Compare(b.Products, a.Products))
	})
	return losses, nil
}

// worker takes nodes away, one after the other.
type worker struct {
	forecast *forecast
	engine   *timeline.Engine // nil until it is called for
	options  Options
}

// lose takes node i away for good.
func (w *worker) lose(ctx context.Context, i graph.NodeID) (Loss, error) {
	gone := slices.Sorted(w.forecast.ix.Net.Family(i))
	lasts, known := w.forecast.run(gone)
	until := w.options.Horizon
	if !known {
		var err error
		if lasts, until, err = w.simulate(ctx, gone); err != nil {
			return Loss{}, err
		}
	}
	l := Loss{Node: i, Recover: w.forecast.ix.Net.RecoverDays(i), Until: until, Products: len(lasts)}
	for _, last := range lasts {
		if l.Short(last) > 0 {
			l.Exposed++
		}
	}
	if most := w.options.Most; most > 0 {
		lasts = lasts[:min(most, len(lasts))]
	}
	l.Lasts = slices.Clone(lasts)
	return l, nil
}

// simulate follows what happens when nodes are gone for good.
func (w *worker) simulate(ctx context.Context, gone []graph.NodeID) (lasts []Last, until float64, err error) {
	f := w.forecast
	if w.engine == nil {
		w.engine = timeline.NewEngine(f.ix, timeline.Options{MaxEvents: w.options.Events})
	}
	plan := timeline.Plan{Horizon: f.horizon}
	for _, j := range gone {
		plan.Nodes = append(plan.Nodes, timeline.NodePlan{Node: j, Left: []timeline.Change{{Day: 0, Value: 0}}})
	}
	losses, until, err := w.engine.FirstLosses(ctx, plan, func(p graph.NodeID) bool { return f.products[p] && !has(gone, p) })
	for _, l := range losses {
		lasts = append(lasts, Last{l.Node, l.Day})
	}
	return lasts, until, err
}

func has(sorted []graph.NodeID, i graph.NodeID) bool {
	_, found := slices.BinarySearch(sorted, i)
	return found
}
