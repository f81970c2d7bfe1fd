package survive_test

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/survive"
	"linestop/graph/timeline"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestRandom follows each node's loss by a whole timeline of its own.
func TestRandom(t *testing.T) {
	t.Parallel()
	seeds := uint64(3000)
	if testing.Short() {
		seeds /= 10
	}
	for seed := range seeds {
		rng := rand.New(rand.NewPCG(seed, 7))
		net := netgen.Random(rng, netgen.Config{Numbers: float64(seed%5) / 4, NonCritical: 0.2, SelfSupply: seed%7 == 0})
		ix := indextest.Compile(t, net)
		o := survive.Options{Horizon: 5 + rng.Float64()*60, Workers: 1 + int(seed%2)}
		switch seed % 3 {
		case 1:
			o.Products = func(graph.NodeID) bool { return true }
		case 2:
			o.Products = func(i graph.NodeID) bool { return i%3 == 1 }
		}
		got, err := survive.Run(t.Context(), ix, o)
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(got, func(a, b survive.Loss) int { return cmp.Compare(a.Node, b.Node) })
		if want := plain(t, ix, o); !same(got, want) {
			t.Fatalf("seed %d: got  %v\nwant %v", seed, got, want)
		}
	}
}

// plain is Run without its short cuts, in the order of nodes.
func plain(t *testing.T, ix *index.Index, o survive.Options) (losses []survive.Loss) {
	t.Helper()
	if o.Products == nil {
		o.Products = ix.Net.IsProduct
	}
	for i := range graph.NodeID(ix.Net.NumNodes()) {
		plan := timeline.Plan{Horizon: o.Horizon}
		for _, j := range slices.Sorted(ix.Net.Family(i)) {
			plan.Nodes = append(plan.Nodes, timeline.NodePlan{Node: j, Left: []timeline.Change{{Day: 0, Value: 0}}})
		}
		r, err := timeline.Run(t.Context(), ix, plan, timeline.Options{})
		if err != nil {
			t.Fatal(err)
		}
		l := survive.Loss{Node: i, Recover: ix.Net.RecoverDays(i)}
		for _, c := range r.Nodes {
			gone := slices.ContainsFunc(plan.Nodes, func(p timeline.NodePlan) bool { return p.Node == c.Node })
			if !gone && c.FirstLoss.Given && o.Products(c.Node) {
				l.Lasts = append(l.Lasts, survive.Last{Product: c.Node, Days: c.FirstLoss.Value})
			}
		}
		slices.SortStableFunc(l.Lasts, func(a, b survive.Last) int { return cmp.Compare(a.Days, b.Days) })
		for _, last := range l.Lasts {
			if last.Days < l.Recover.Or(0) {
				l.Exposed++
			}
		}
		if l.Products = len(l.Lasts); l.Products > 0 {
			losses = append(losses, l)
		}
	}
	return losses
}

// same says whether losses are equal; days, but for rounding.
func same(a, b []survive.Loss) bool {
	return slices.EqualFunc(a, b, func(a, b survive.Loss) bool {
		return a.Node == b.Node && a.Recover == b.Recover && a.Products == b.Products && a.Exposed == b.Exposed &&
			slices.EqualFunc(a.Lasts, b.Lasts, func(a, b survive.Last) bool { return a.Product == b.Product && math.Abs(a.Days-b.Days) < 1e-9 })
	})
}
