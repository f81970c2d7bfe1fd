package cutset_test

import (
	"context"
	"errors"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/index"
	"linestop/internal/countdown"
	"linestop/internal/diagram"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestSets adds unsure rows, levels, owners, colours, nodes that never fail, and
// limits of order.
func TestSets(t *testing.T) {
	t.Parallel()
	for seed := range netgen.Sample(100_000, 20) {
		randomSets(t, uint64(seed), 2)
	}
}

func randomSets(t *testing.T, a, b uint64) {
	rng := rand.New(rand.NewPCG(a, b))
	c := netgen.Config{MaxNodes: 12, MaxUnsure: 2, Parents: -1, Raw: 0.2, SelfSupply: a%4 == 0}
	if a%3 == 0 {
		c.Parents = 0.4
	}
	net := coloured(rng, netgen.Random(rng, c))
	w := asked(t, rng, net)
	w.o.Order = rng.IntN(7)
	ix, product := indextest.Compile(t, net), graph.NodeID(rng.IntN(net.NumNodes()))
	compareSets(t, w, ix, product)
	compareProof(t, w, ix, product, uint(rng.IntN(1<<w.groups.Len())))
}

// compareProof: what breaks a product, surely or possibly, has a proof that ends with it; nothing
// else has one.
func compareProof(t *testing.T, w twin, ix *index.Index, product graph.NodeID, set uint) {
	t.Helper()
	prover, err := cutset.NewProver(t.Context(), ix, w.o)
	if err != nil {
		t.Fatal(err)
	}
	var lost []graph.GroupID
	for g := range graph.GroupID(w.groups.Len()) {
		if set>>g&1 == 1 {
			lost = append(lost, g)
		}
	}
	proof, err := prover.Prove(t.Context(), product, lost...)
	w.o.Sure = false
	if err != nil || (proof != nil) != w.breaks(product, set) || proof != nil && proof[len(proof)-1].Node != product {
		t.Fatalf("product %q, lost %s: proof %+v, %v\n%s", w.net.ID(product), names(w.groups, lost), proof, err, show(w.net))
	}
}

// FuzzSets lets the fuzzer choose the network and the question.
func FuzzSets(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(randomSets)
}

// minimal finds the cut sets of up to an order among all sets of groups, as bits,
// and whether there are larger ones: those that break the product, and no longer without any
// one of their groups.
func (w twin) minimal(product graph.NodeID) (sets []uint, larger bool) {
	for set := range uint(1) << w.groups.Len() {
		minimal := w.breaks(product, set)
		for rest := set; minimal && rest != 0; rest &= rest - 1 {
			minimal = !w.breaks(product, set&^(rest&-rest))
		}
		switch {
		case !minimal:
		case w.o.Order == 0 || bits.OnesCount(set) <= w.o.Order:
			sets = append(sets, set)
		default:
			larger = true
		}
	}
	return sets, larger
}

func compareSets(t *testing.T, w twin, ix *index.Index, product graph.NodeID) {
	t.Helper()
	s, err := cutset.Find(t.Context(), ix, product, w.o)
	if err != nil || s.Err != nil {
		t.Fatal(err, s.Err)
	}
	want, larger := w.minimal(product)
	var got []uint
	counts := map[int]int64{} // by order
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
		sure := w
		sure.o.Sure = true
		if isSure, err := s.Sure(t.Context(), set); err != nil || isSure != sure.breaks(product, b) {
			t.Fatalf("set %s: sure %v, %v\n%s", names(w.groups, set), isSure, err, show(w.net))
		}
		got = append(got, b)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Fatalf("product %q by %s, sure %v, order %d: got %b, want %b\n%s", w.net.ID(product), w.groups.By, w.o.Sure, w.o.Order, got, want, show(w.net))
	}
	for n, count := range s.Counts() {
		if count.Int64() != counts[n+1] {
			t.Fatalf("counts %v, want %v", s.Counts(), counts)
		}
	}
	if !s.Complete || s.Whole && larger || w.o.Order == 0 && !s.Whole || s.Order < order {
		t.Fatalf("order %d: answered %+v, larger sets %v", w.o.Order, s, larger)
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
	s, err := cutset.Find(t.Context(), indextest.Compile(t, net), node(t, net, "p"), cutset.Options{})
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
	if !slices.Equal(got, want) || !s.Whole || s.Counts()[1].Int64() != 5 {
		t.Errorf("got %q, want %q; whole %v", got, want, s.Whole)
	}
}

// TestLimits: what is whole before time or memory ends is returned, and labelled.
func TestLimits(t *testing.T) {
	// p needs one of 20 hubs, each of which needs both of two of its own: 2^20 sets of
	// order 20.
	var hubs, lines []string
	for hub := range 20 {
		hubs = append(hubs, fmt.Sprintf("h%d", hub))
		lines = append(lines, fmt.Sprintf("h%d: a%d b%d", hub, hub, hub))
	}
	net := network("p: " + strings.Join(hubs, "|") + "\n" + strings.Join(lines, "\n"))
	ix := indextest.Compile(t, net)
	o := cutset.Options{MayFail: func(i graph.NodeID) bool { return net.ID(i)[0] != 'h' }}
	s, err := cutset.Find(t.Context(), ix, node(t, net, "p"), o)
	if err != nil || !s.Complete || !s.Whole || s.Order != 20 || s.Counts()[19].Int64() != 1<<20 {
		t.Errorf("%+v, %v", s, err)
	}
	o.Memory = 10_000
	s, err = cutset.Find(t.Context(), ix, node(t, net, "p"), o)
	if err != nil || s.Complete || s.Whole || !errors.Is(s.Err, diagram.ErrFull) || s.Order >= 20 {
		t.Errorf("%+v, %v", s, err)
	}
	o = cutset.Options{Order: 1}
	if s, err = cutset.Find(t.Context(), ix, node(t, net, "p"), o); err != nil || !s.Complete || s.Whole || s.Order != 1 {
		t.Errorf("%+v, %v", s, err)
	}
	// Where nothing can break the product.
	o = cutset.Options{MayFail: func(graph.NodeID) bool { return false }}
	if s, err = cutset.Find(t.Context(), ix, node(t, net, "p"), o); err != nil || !s.Complete || !s.Whole || len(slices.Collect(s.All())) > 0 {
		t.Errorf("%+v, %v", s, err)
	}
}

// TestMost: a search that has as many sets as were asked for ends, and says so.
func TestMost(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 1_000})
	ix, product := indextest.Compile(t, net), net.Products()[0]
	all, err := cutset.Find(t.Context(), ix, product, cutset.Options{Order: 2})
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for set := range all.All() {
		known[names(all.Groups, set)] = true
	}
	singles := int(all.Counts()[0].Int64())
	for most, order := range map[int]int{1: 1, singles: 1, singles + 10: 1, len(known): 2, len(known) + 1: 2} {
		s, err := cutset.Find(t.Context(), ix, product, cutset.Options{Order: 2, Most: most})
		if complete := order == 2; err != nil || s.Order != order || s.Complete != complete || errors.Is(s.Err, cutset.ErrMany) == complete {
			t.Fatalf("%d sets: %+v, %v", most, s, err)
		}
		found := 0
		for set := range s.All() {
			found++
			if !known[names(all.Groups, set)] {
				t.Errorf("%d sets: %s is none", most, names(all.Groups, set))
			}
		}
		if found < min(most, len(known)) || order == 1 && found == len(known) {
			t.Errorf("%d sets: found %d of %d", most, found, len(known))
		}
	}
}

// TestEndlessOrder: an order above the number of groups is no limit.
func TestEndlessOrder(t *testing.T) {
	net := network("p: a b|c")
	for _, order := range []int{3, 4, 1 << 40} {
		s, err := cutset.Find(t.Context(), indextest.Compile(t, net), node(t, net, "p"), cutset.Options{Order: order})
		if err != nil || !s.Complete || !s.Whole || len(s.Counts()) != 2 {
			t.Errorf("order %d: %+v, %v", order, s, err)
		}
	}
}

// TestSetsHeedContext: whenever time is out, there is a shorter answer and no other.
func TestSetsHeedContext(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 1_000})
	ix := indextest.Compile(t, net)
	all, err := cutset.Find(t.Context(), ix, net.Products()[0], cutset.Options{Order: 2})
	if err != nil {
		t.Fatal(err)
	}
	chance := all.Chance(t.Context(), func(graph.GroupID) float64 { return 0.001 }, 1<<20)
	countdown.Heeds(t, 1_000, func(ctx context.Context) error {
		s, err := cutset.Find(ctx, ix, net.Products()[0], cutset.Options{Order: 2})
		if err != nil {
			return err
		}
		if s.Err != nil && (s.Order > 1 || s.Complete) {
			t.Errorf("%+v", s)
		}
		if s.Err != nil {
			c := s.Chance(ctx, func(graph.GroupID) float64 { return 0.001 }, 0)
			if c.Exact || c.Low > chance.High || c.High < chance.Low {
				t.Errorf("chance %+v, in all it is %+v", c, chance)
			}
		}
		return s.Err
	})
}
