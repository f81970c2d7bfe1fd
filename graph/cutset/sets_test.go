package cutset_test

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/internal/netgen"
)

// TestSetsOfEverySmallNetwork takes every node for a product.
func TestSetsOfEverySmallNetwork(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 4; n++ {
		for net := range netgen.Distinct(n) {
			w := twin{net: net, groups: grouped(t, net, "node")}
			for p := range graph.NodeID(n) {
				compareSets(t, w, p)
			}
		}
	}
}

// TestSets adds unsure rows, levels, owners, colours, nodes that never fail, and
// limits of order.
func TestSets(t *testing.T) {
	t.Parallel()
	seeds := uint64(20_000)
	if testing.Short() {
		seeds = 2_000
	}
	for seed := range seeds {
		random(t, seed, 2)
	}
}

func random(t *testing.T, a, b uint64) {
	rng := rand.New(rand.NewPCG(a, b))
	c := netgen.Config{MaxNodes: 9, MaxUnsure: 2, Parents: -1, Raw: 0.2, SelfSupply: a%4 == 0}
	if a%3 == 0 {
		c.Parents = 0.4
	}
	net := coloured(rng, netgen.Random(rng, c))
	w := asked(t, rng, net)
	w.o.Order = rng.IntN(5)
	compareSets(t, w, graph.NodeID(rng.IntN(net.NumNodes())))
}

// FuzzSets lets the fuzzer choose the network and the question.
func FuzzSets(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(random)
}

// minimal finds the cut sets of up to an order among all sets of groups, as bits,
// and whether there are larger ones.
func (w twin) minimal(product graph.NodeID) (sets []uint, larger bool) {
	var all []uint
	for set := range uint(1) << w.groups.Len() {
		all = append(all, set)
	}
	slices.SortStableFunc(all, func(a, b uint) int { return bits.OnesCount(a) - bits.OnesCount(b) })
	for _, set := range all {
		if slices.ContainsFunc(sets, func(s uint) bool { return s&set == s }) {
			continue
		}
		var groups []graph.GroupID
		for g := range w.groups.Len() {
			if set>>g&1 == 1 {
				groups = append(groups, graph.GroupID(g))
			}
		}
		if w.breaks(product, groups...) {
			sets = append(sets, set)
		}
	}
	within := func(s uint) bool { return w.o.Order == 0 || bits.OnesCount(s) <= w.o.Order }
	larger = slices.ContainsFunc(sets, func(s uint) bool { return !within(s) })
	return slices.DeleteFunc(sets, func(s uint) bool { return !within(s) }), larger
}

func compareSets(t *testing.T, w twin, product graph.NodeID) {
	t.Helper()
	s, err := cutset.Find(t.Context(), compile(t, w.net), product, w.o)
	if err != nil || s.Err != nil {
		t.Fatal(err, s.Err)
	}
	want, larger := w.minimal(product)
	var got []uint
	counts := map[int]int64{}
	order := 0
	for set := range s.All() {
		var b uint
		for _, g := range set {
			b |= 1 << g
		}
		if len(set) < order || bits.OnesCount(b) != len(set) {
			t.Fatalf("set %v after one of order %d", set, order)
		}
		order = len(set)
		counts[order]++
		got = append(got, b)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Fatalf("product %q by %s, sure %v, order %d: got %b, want %b\n%s", w.net.ID(product), w.groups.By, w.o.Sure, w.o.Order, got, want, show(w.net))
	}
	for n, count := range s.Counts() {
		if count.Int64() != counts[n+1] {
			t.Fatalf("counts %v, want %v", s.Counts(), counts)
		}
	}
	if s.Complete && larger || w.o.Order == 0 && !s.Complete {
		t.Fatalf("order %d: complete %v, larger sets %v", w.o.Order, s.Complete, larger)
	}
}

// TestOrderOfSets: by order, then as a search upstream meets the nodes.
func TestOrderOfSets(t *testing.T) {
	//                 ┌── b1 ◀── m
	//   p ◀── a    ◀──┤            z
	//                 └── b2 ◀── m, y ◀── x
	net := network(`
		p: a
		a: b1|b2 c1|c2
		b1: m
		b2: m y
		y: x
		c1: z`)
	s, err := cutset.Find(t.Context(), compile(t, net), node(t, net, "p"), cutset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for set := range s.All() {
		var names []string
		for _, g := range set {
			names = append(names, s.Groups.Name(g))
		}
		got = append(got, strings.Join(names, " "))
	}
	want := []string{"a", "m", "b1 b2", "b1 y", "b1 x", "c1 c2", "z c2"}
	if !slices.Equal(got, want) || !s.Complete || s.Counts()[1].Int64() != 5 {
		t.Errorf("got %q, want %q; complete %v", got, want, s.Complete)
	}
}
