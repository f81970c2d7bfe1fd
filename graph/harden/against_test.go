package harden_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/harden"
	"linestop/graph/impact"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestAgainst makes the changes, and follows the scenario again.
func TestAgainst(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 3))
	kinds, helped := map[harden.Kind]int{}, 0
	for n := range 120 {
		c := netgen.Config{MaxNodes: 12, Unsure: 0.2, Parents: -1}
		if n%3 > 0 {
			c.Numbers = 0.6
		}
		net := netgen.Random(rng, c)
		s := graph.Scenario{Horizon: 100, Cuts: []graph.Cut{{Target: net.ID(graph.NodeID(rng.IntN(net.NumNodes())))}}}
		if n%2 == 0 {
			s.Cuts[0].Until = graph.Num(20)
		}
		d, err := harden.Against(t.Context(), indextest.Compile(t, net), s, harden.Options{Budget: float64(1 + n%3)})
		if err != nil {
			t.Fatal(err)
		}
		changed, err := net.With(t.Context(), d.Changes)
		if err != nil {
			t.Fatal(err)
		}
		saves := lost(t, net, net, s) - lost(t, changed, net, s)
		said := 0.0
		if len(d.Plan.Set) > 0 {
			said = d.Plan.Saves[len(d.Plan.Saves)-1]
			helped++
		}
		if math.Abs(saves-said) > 1e-9 {
			t.Fatalf("%d: said to save %v, saves %v: %v\n%s", n, said, saves, d.Changes, show(net))
		}
		if best := slices.Max(append(d.Alone, 0)); n%3 == 0 && math.Abs(said-best) > 1e-9 {
			t.Fatalf("%d: saves %v, one change saves %v\n%s", n, said, best, show(net))
		}
		for _, c := range d.Plan.Set {
			kinds[d.Candidates[c].Kind]++
		}
	}
	for _, k := range []harden.Kind{harden.Buffer, harden.Source, harden.NewSource} {
		if kinds[k] == 0 {
			t.Errorf("no %s among %d plans", k, helped)
		}
	}
}

// lost is what the products of a network lose in another.
func lost(t *testing.T, in, of *graph.Network, s graph.Scenario) float64 {
	t.Helper()
	answer, err := impact.Ask(t.Context(), indextest.Compile(t, in), s, impact.Fitting(of, s))
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, p := range of.Products() {
		i, _ := in.Lookup(of.ID(p))
		if _, failed := answer.Structure.Failure(i); answer.Timeline == nil && failed {
			sum++
		} else if answer.Timeline != nil {
			sum += answer.Timeline.Course(i).LostDays
		}
	}
	return sum
}

// TestLicensed asks what would have kept plants running whose only licence, or only supplier, is gone.
func TestLicensed(t *testing.T) {
	for kind, want := range map[string][]harden.Kind{
		"licence": nil,
		"mine":    {harden.Buffer, harden.NewSource},
	} {
		b := graph.NewBuilder(graph.Info{})
		b.AddNode(graph.Node{ID: "first", Kind: kind})
		b.AddSource(graph.Source{Supplier: "first", Customer: "plant", BufferDays: graph.Num(2)})
		net := b.Build()
		s := graph.Scenario{Horizon: 100, Cuts: []graph.Cut{{Target: "first"}}}
		d, err := harden.Against(t.Context(), indextest.Compile(t, net), s, harden.Options{Budget: 3})
		if err != nil {
			t.Fatal(err)
		}
		var got []harden.Kind
		for _, c := range d.Candidates {
			got = append(got, c.Kind)
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s: proposes %v, not %v", kind, got, want)
		}
	}
}
