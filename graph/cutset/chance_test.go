package cutset_test

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/simulate"
	"linestop/internal/diagram"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestChance adds up all sets of groups, whole and for each group.
func TestChance(t *testing.T) {
	t.Parallel()
	for seed := range netgen.Sample(50_000, 20) {
		randomChance(t, uint64(seed), 5)
	}
}

func randomChance(t *testing.T, a, b uint64) {
	rng := rand.New(rand.NewPCG(a, b))
	net := coloured(rng, netgen.Random(rng, netgen.Config{MaxNodes: 8, MaxUnsure: 2, Raw: 0.2, SelfSupply: a%4 == 0}))
	w := asked(t, rng, net)
	p := make([]float64, w.groups.Len())
	for g := range p {
		p[g] = []float64{rng.Float64(), rng.Float64(), 1e-9 * rng.Float64(), 0, 1}[rng.IntN(5)]
	}
	compareChance(t, w, graph.NodeID(rng.IntN(net.NumNodes())), p)
}

func FuzzChance(f *testing.F) {
	f.Add(uint64(1), uint64(5))
	f.Fuzz(randomChance)
}

// covering adds up the sets of groups that hold one of the cut sets, if one group is
// lost (1) or not (0) for sure.
func covering(sets []uint, p []float64, group int, lost float64) float64 {
	sum := 0.
	for all := range uint(1) << len(p) {
		if !slices.ContainsFunc(sets, func(s uint) bool { return s&all == s }) {
			continue
		}
		chance := 1.
		for g, p := range p {
			if g == group {
				p = lost
			}
			if all>>g&1 == 1 {
				chance *= p
			} else {
				chance *= 1 - p
			}
		}
		sum += chance
	}
	return sum
}

func compareChance(t *testing.T, w twin, product graph.NodeID, p []float64) {
	t.Helper()
	s, err := cutset.Find(t.Context(), indextest.Compile(t, w.net), product, w.o)
	if err != nil {
		t.Fatal(err)
	}
	of := func(g graph.GroupID) float64 { return p[g] }
	c := s.Chance(t.Context(), of, 0)
	sets, _ := w.minimal(product)
	want := covering(sets, p, -1, 0)
	rare := 0.
	for _, set := range sets {
		chance := 1.
		for g := range p {
			if set>>g&1 == 1 {
				chance *= p[g]
			}
		}
		rare += chance
	}
	if !c.Exact || c.Err != nil || c.Low != c.High || !near(c.Low, want) || !near(c.RareEvents, rare) {
		t.Fatalf("chance %+v, want %v; sets add up to %v\n%s", c, want, rare, show(w.net))
	}
	listed := uint(0)
	for _, i := range c.Importance {
		listed |= 1 << i.Group
		holding := slices.DeleteFunc(slices.Clone(sets), func(s uint) bool { return s>>i.Group&1 == 0 })
		lost, sound := covering(sets, p, int(i.Group), 1), covering(sets, p, int(i.Group), 0)
		wanted := cutset.Importance{
			Group: i.Group, P: p[i.Group], Birnbaum: lost - sound,
			FussellVesely: covering(holding, p, -1, 0) / want, RAW: lost / want, RRW: want / sound,
		}
		for _, x := range [][2]float64{
			{i.P, wanted.P},
			{i.Birnbaum, wanted.Birnbaum},
			{i.FussellVesely, wanted.FussellVesely},
			{i.RAW, wanted.RAW},
			{i.RRW, wanted.RRW},
		} {
			if !near(x[0], x[1]) {
				t.Fatalf("importance %+v, want %+v\n%s", i, wanted, show(w.net))
			}
		}
	}
	for _, set := range sets {
		if set&^listed != 0 {
			t.Fatalf("set %b, listed %b", set, listed)
		}
	}
	// No room for a diagram.
	small := s.Chance(t.Context(), of, 1)
	larger := slices.ContainsFunc(sets, func(s uint) bool { return bits.OnesCount(s) > 1 })
	if larger && (small.Exact || !errors.Is(small.Err, diagram.ErrFull)) {
		t.Fatalf("without room: %+v", small)
	}
	w.o.Order = 2
	few, err := cutset.Find(t.Context(), indextest.Compile(t, w.net), product, w.o)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*cutset.Sets{s, few} {
		c := s.Chance(t.Context(), of, 1)
		if c.Low > want*(1+1e-9)+1e-15 || c.High < want*(1-1e-9)-1e-15 || c.High > 1 {
			t.Fatalf("bounds %v to %v around %v\n%s", c.Low, c.High, want, show(w.net))
		}
	}
}

// near compares as closely as differences of numbers near 1 allow.
func near(a, b float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-9*max(1e-6, math.Abs(a), math.Abs(b))
}

func TestPFail(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddNode(graph.Node{ID: "firm", PFail: graph.Num(0.25)})
	b.AddNode(graph.Node{ID: "site", Parent: "firm", PFail: graph.Between(0, 1), Country: "NL"})
	b.AddNode(graph.Node{ID: "alone", Country: "NL"})
	net := b.Build()
	for by, want := range map[string][]float64{"node": {0.25, 0.5, 0.01}, "parent": {0.25, 0.01}, "country": {0.01}} {
		groups := grouped(t, net, by)
		p := cutset.PFail(net, groups, 0.01)
		var got []float64
		for g := range graph.GroupID(groups.Len()) {
			got = append(got, p(g))
		}
		if !slices.Equal(got, want) {
			t.Errorf("by %s: got %v, want %v", by, got, want)
		}
	}
}

// TestChanceAsSimulated: the chance is how often simulate stops the product, where no stock outlasts the
// time looked at. What belongs to a node that fails is lost with it.
func TestChanceAsSimulated(t *testing.T) {
	t.Parallel()
	const runs = 4_000
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 8))
		net := fallible(rng)
		ix := indextest.Compile(t, net)
		r, err := simulate.Run(t.Context(), ix, graph.Scenario{}, simulate.Options{Runs: runs, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		stops := map[graph.NodeID]int{}
		for _, o := range r.Outcomes {
			stops[o.Node] = o.Stops
		}
		for _, product := range net.Products() {
			s, err := cutset.Find(t.Context(), ix, product, cutset.Options{})
			if err != nil {
				t.Fatal(err)
			}
			p := s.Chance(t.Context(), cutset.PFail(net, s.Groups, 0), 0).Low
			if got, wrong := float64(stops[product])/runs, 6*math.Sqrt(p*(1-p)/runs); math.Abs(got-p) > wrong {
				t.Errorf("seed %d, %q: chance %.4f, stops in %.4f of the runs\n%s", seed, net.ID(product), p, got, show(net))
			}
		}
	}
}

// fallible is a network without cycles, whose nodes belong to owners and may fail, owners too.
//
//	owners 0 and 1 ◁ layers of 4 nodes, each with needs from the layer before ─▶ 2 products
func fallible(rng *rand.Rand) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	pFail := func() graph.Number { return []graph.Number{{}, graph.Num(0.3 * rng.Float64())}[rng.IntN(2)] }
	b.AddNode(graph.Node{ID: "owner-0", PFail: graph.Num(0.1)})
	b.AddNode(graph.Node{ID: "owner-1", Parent: "owner-0", PFail: pFail()})
	name := func(layer, n int) string { return fmt.Sprint(layer, ".", n) }
	for layer := range 3 {
		for n := range 4 {
			b.AddNode(graph.Node{ID: name(layer, n), Parent: []string{"", "owner-0", "owner-1"}[rng.IntN(3)], PFail: pFail()})
		}
	}
	for layer := range 3 {
		for n := range 4 {
			if layer == 2 && n > 1 {
				break // two products
			}
			customer := name(layer+1, n)
			if layer == 2 {
				customer = fmt.Sprint("product-", n)
				b.AddNode(graph.Node{ID: customer, Product: graph.Yes})
			}
			for _, need := range []string{"a", "b"} {
				sources := rng.Perm(4)[:1+rng.IntN(3)]
				for _, s := range sources {
					b.AddSource(graph.Source{
						Supplier: name(layer, s), Customer: customer, Need: need,
						MaxShare: graph.Num(1), Quorum: graph.Num(float64(1 + len(sources)/3)),
					})
				}
			}
		}
	}
	return b.Build()
}
