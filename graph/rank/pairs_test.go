package rank_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestPairsOfEverySmallNetwork tries every pair of nodes.
func TestPairsOfEverySmallNetwork(t *testing.T) {
	t.Parallel()
	for net := range netgen.Small() {
		comparePairs(t, net, "node", rank.ByProducts, rank.Options{Workers: 1, Top: 3})
	}
}

// TestPairs adds what TestRandomNetworks has.
func TestPairs(t *testing.T) {
	t.Parallel()
	for seed := range netgen.Sample(30_000, 20) {
		rng := rand.New(rand.NewPCG(uint64(seed), 6))
		net := dressed(rng, netgen.Random(rng, netgen.Config{
			MaxNodes: 16, MaxSources: 2 + rng.IntN(3), Parents: 0.4, Products: 1 + rng.IntN(8), SelfSupply: seed%4 == 0,
		}))
		o := rank.Options{Workers: 1 + rng.IntN(3), Top: 1 + rng.IntN(30)}
		if rng.IntN(3) == 0 {
			o.MayFail = func(i graph.NodeID) bool { return i%4 != 0 }
		}
		comparePairs(t, net, []string{"node", "parent", "colour"}[rng.IntN(3)], rank.Orders()[rng.IntN(2)], o)
	}
}

func comparePairs(t *testing.T, net *graph.Network, each string, by rank.By, o rank.Options) {
	t.Helper()
	ix := indextest.Compile(t, net)
	var err error
	if o.Groups, err = net.Groups(t.Context(), each); err != nil {
		t.Fatal(err)
	}
	r, err := rank.Run(t.Context(), ix, o)
	if err != nil {
		t.Fatal(err)
	}
	r.Sort(by)
	got, err := rank.Pairs(t.Context(), ix, r, o)
	if err != nil {
		t.Fatal(err)
	}
	var want []rank.Pair
	for n, a := range r.Rows {
		for _, b := range r.Rows[n+1:] {
			if pair := plainPair(t, ix, o, a, b); pair.Only.Nodes > 0 {
				want = append(want, pair)
			}
		}
	}
	found := int64(len(want))
	slices.SortStableFunc(want, func(a, b rank.Pair) int {
		nodes, products := int(b.Only.Nodes-a.Only.Nodes), int(b.Only.Products-a.Only.Products)
		if by == rank.ByBroken && nodes != 0 || products == 0 {
			return nodes
		}
		return products
	})
	want = want[:min(len(want), o.Top)]
	if got.Found != found || got.Through != len(r.Rows) || !slices.EqualFunc(got.Pairs, want, func(a, b rank.Pair) bool { return reflect.DeepEqual(a, b) }) {
		t.Fatalf("each %s: got %+v, want %d: %+v", each, got, found, want)
	}
}

// plainPair is a pair by three cuts.
func plainPair(t *testing.T, ix *index.Index, o rank.Options, a, b rank.Row) rank.Pair {
	run := func(groups ...graph.GroupID) *cut.Result {
		var set cut.Set
		for _, g := range groups {
			for _, i := range o.Groups.Nodes(g) {
				if o.MayFail == nil || o.MayFail(i) {
					set.Nodes = append(set.Nodes, i)
				}
			}
		}
		result, err := cut.Run(t.Context(), ix, set)
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
	pair, alone := rank.Pair{A: a, B: b}, []*cut.Result{run(a.Group), run(b.Group)}
	count := func(c *rank.Count, i graph.NodeID) {
		c.Nodes++
		if ix.Net.IsProduct(i) {
			c.Products++
		}
	}
	for _, f := range run(a.Group, b.Group).Failures {
		_, byA := alone[0].Failure(f.Node)
		_, byB := alone[1].Failure(f.Node)
		if !byA && !byB {
			count(&pair.Only, f.Node)
		}
		if f.Step == 0 {
			count(&pair.Lost, f.Node)
			continue
		}
		count(&pair.Breaks, f.Node)
		if f.Sure {
			count(&pair.Surely, f.Node)
		}
	}
	return pair
}

// TestPairsInTime: a search that ends early says how far it came, and what it found is true.
func TestPairsInTime(t *testing.T) {
	ix := indextest.Compile(t, netgen.Economy(1, netgen.EconomyConfig{Nodes: 2_000}))
	r, err := rank.Run(t.Context(), ix, rank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r.Sort(rank.ByProducts)
	for _, limit := range []time.Duration{1, 50 * time.Millisecond} {
		p, err := rank.Pairs(t.Context(), ix, r, rank.Options{Time: limit})
		if err != nil || p.Through == len(r.Rows) {
			t.Errorf("%v: through %d of %d rows, %v", limit, p.Through, len(r.Rows), err)
		}
		for _, pair := range p.Pairs {
			if want := plainPair(t, ix, rank.Options{Groups: r.Groups}, pair.A, pair.B); !reflect.DeepEqual(pair, want) {
				t.Errorf("got %+v, want %+v", pair, want)
			}
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := rank.Pairs(ctx, ix, r, rank.Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}
