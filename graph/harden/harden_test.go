package harden_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/harden"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// asked is a question by ids, so that it can be put to a changed network as well.
type asked struct {
	by       string
	products []string
	lasting  string // the last digit of nodes that cannot be lost
	sure     bool
	order    int
}

func (a asked) options(t testing.TB, net *graph.Network) harden.Options {
	t.Helper()
	groups, err := net.Groups(t.Context(), a.by)
	if err != nil {
		t.Fatal(err)
	}
	return harden.Options{
		Groups:   groups,
		Sure:     a.sure,
		Order:    a.order,
		Products: func(i graph.NodeID) bool { return slices.Contains(a.products, net.ID(i)) },
		MayFail:  func(i graph.NodeID) bool { return a.lasting == "" || !strings.HasSuffix(net.ID(i), a.lasting) },
	}
}

// pairs counts single points of failure, those of each product by themselves.
func (a asked) pairs(t testing.TB, net *graph.Network) int {
	t.Helper()
	o := a.options(t, net)
	singles, err := cutset.FindSingles(t.Context(), indextest.Compile(t, net), cutset.Options{Sure: o.Sure, Products: o.Products, Groups: o.Groups, MayFail: o.MayFail})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, id := range a.products {
		i, _ := net.Lookup(id)
		n += singles.Count(i)
	}
	return n
}

// random draws a network and what to ask of it.
func random(rng *rand.Rand) (*graph.Network, asked) {
	net := netgen.Random(rng, netgen.Config{MaxNodes: 14, Quorum: 0.4, Unsure: 0.3, MaxUnsure: 100, Parents: 0.3, SelfSupply: true})
	a := asked{by: []string{"node", "node", "parent"}[rng.IntN(3)], lasting: []string{"", "", "3"}[rng.IntN(3)], sure: rng.IntN(4) == 0}
	for _, p := range net.Products() {
		a.products = append(a.products, net.ID(p))
	}
	return net, a
}

// TestSaves makes the changes of sets drawn by chance, and counts what is left.
func TestSaves(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 1))
	seen := map[harden.Kind]int{}
	for n := range 4000 {
		net, a := random(rng)
		task, err := harden.New(t.Context(), indextest.Compile(t, net), a.options(t, net))
		if err != nil {
			t.Fatal(err)
		}
		if before := a.pairs(t, net); task.Pairs != before {
			t.Fatalf("%d: %d pairs, want %d", n, task.Pairs, before)
		}
		var set []int
		for c := range task.Candidates {
			if rng.IntN(3) == 0 {
				set = append(set, c)
				seen[task.Candidates[c].Kind]++
			}
		}
		changes := task.Changes(&harden.Plan{Set: set})
		changed, err := net.With(t.Context(), changes)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := task.Saves(set), float64(task.Pairs-a.pairs(t, changed)); got != want {
			t.Fatalf("%d: by %s, said to save %v, saves %v\n%v\n%s", n, a.by, got, want, changes, show(net))
		}
	}
	for _, k := range harden.Kinds() {
		if seen[k] < 100 {
			t.Errorf("%s: %d tried", k, seen[k])
		}
	}
}

// TestAlone holds what each change is said to end by itself against making it.
func TestAlone(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 4))
	gains := 0
	for n := range 20_000 {
		net, a := random(rng)
		a.order = 1 + n%3
		task, err := harden.New(t.Context(), indextest.Compile(t, net), a.options(t, net))
		if err != nil {
			t.Fatal(err)
		}
		for c, got := range task.Alone {
			if want := task.Saves([]int{c}); got != want {
				t.Fatalf("%d: %v by %s is said to end %v, ends %v\n%s", n, task.Candidates[c], a.by, got, want, show(net))
			} else if want > 0 {
				gains++
				for order, ended := range task.Ended([]int{c}) {
					if got := task.ByOrder[order][c]; got != float64(ended) {
						t.Fatalf("%d: %v is said to end %v of order %d, ends %d", n, task.Candidates[c], got, order+1, ended)
					}
				}
			}
		}
	}
	if gains < 10_000 {
		t.Errorf("%d changes end something", gains)
	}
}

// TestChoose tries all sets of candidates.
func TestChoose(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 2))
	exact, short := 0, 0
	for n := range 6000 {
		net, a := random(rng)
		a.order = 1 + n%3/2
		o := a.options(t, net)
		o.Budget = float64(1 + rng.IntN(4))
		if rng.IntN(2) == 0 {
			costs := [4]float64{1, 0.5, 2, 1.5}
			o.Cost = func(c harden.Candidate) float64 { return costs[(int(c.Need)+len(c.Kind))%4] }
		}
		task, err := harden.New(t.Context(), indextest.Compile(t, net), o)
		if err != nil {
			t.Fatal(err)
		}
		if len(task.Candidates) > 14 {
			continue
		}
		plan, err := task.Choose(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		best := 0.0
		for bits := range 1 << len(task.Candidates) {
			var set []int
			cost := 0.0
			for c := range task.Candidates {
				if bits>>c&1 == 1 {
					set = append(set, c)
					cost += task.Candidates[c].Cost
				}
			}
			if cost <= o.Budget {
				best = max(best, task.Saves(set))
			}
		}
		saves := 0.0
		if len(plan.Set) > 0 {
			saves = plan.Saves[len(plan.Saves)-1]
		}
		switch {
		case plan.Cost > o.Budget:
			t.Fatalf("%d: costs %v of %v", n, plan.Cost, o.Budget)
		case saves != task.Saves(plan.Set):
			t.Fatalf("%d: said to save %v, saves %v", n, saves, task.Saves(plan.Set))
		case plan.Exact && saves != best:
			t.Fatalf("%d: saves %v and calls that the best, which is %v\n%s", n, saves, best, show(net))
		case best > plan.Most:
			t.Fatalf("%d: the best saves %v, said to be at most %v\n%s", n, best, plan.Most, show(net))
		}
		if plan.Exact {
			exact++
		}
		if saves < best {
			short++
		}
	}
	if exact < 1000 {
		t.Errorf("%d exact, %d short of the best", exact, short)
	}
}

func show(net *graph.Network) string {
	var text strings.Builder
	for i := range graph.NodeID(net.NumNodes()) {
		fmt.Fprintf(&text, "%s (parent %q)\n", net.ID(i), net.Node(i).Parent)
		for k := range net.Needs(i) {
			fmt.Fprintf(&text, "  %q: %d of", net.Need(k).Name, net.NeedQuorum(k))
			for _, row := range net.SourcesOf(k) {
				s := net.Source(row)
				fmt.Fprintf(&text, " %s(%s)", s.Supplier, s.Confidence)
			}
			fmt.Fprintf(&text, " [%s]\n", net.NeedLevel(k))
		}
	}
	return text.String()
}
