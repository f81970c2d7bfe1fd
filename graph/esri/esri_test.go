package esri_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/esri"
	"linestop/internal/countdown"
	"linestop/internal/netgen"
)

// payments is example:payments, which docs/esri.md works by hand:
//
//	power ──20──▶ a ──60──▶ car ──160──▶ dealer
//	      ──20──▶ b ──40──▶  ▲ │
//	      ──20──▶ cleaner ─20┘ │
//	                 ▲────20───┘
func payments() *graph.Network {
	return network(`power a 20
power b 20
power cleaner 20
a car 60
b car 40
cleaner car 20
car cleaner 20
car dealer 160`, map[string]string{
		"power": "energy", "a": "parts", "b": "parts", "cleaner": "services", "car": "cars", "dealer": "trade",
	}, "services * linear\n* services linear")
}

func TestWorked(t *testing.T) {
	for id, want := range map[string]esri.Loss{ // of 360
		"power":   {Total: 360, Downstream: 360, Upstream: 60},
		"a":       {Total: 60 + 108 + 6 + 20, Downstream: 60 + 108 + 6, Upstream: 60 + 20},
		"b":       {Total: 40 + 48 + 8./3 + 20, Downstream: 40 + 48 + 8./3, Upstream: 40 + 20},
		"cleaner": {Total: 20 + 30 + 60./9 + 40./9 + 20 + 40./9, Downstream: 20 + 30, Upstream: 20 + 20 + 60./9 + 40./9 + 20 + 40./9},
		"car":     {Total: 360, Downstream: 180 + 10, Upstream: 360},
		"dealer":  {Total: 360, Downstream: 0, Upstream: 360},
	} {
		if got := cut(t, payments(), id, 1).Settled; !near(got, esri.Loss{Total: want.Total / 360, Downstream: want.Downstream / 360, Upstream: want.Upstream / 360}) {
			t.Errorf("%s: %+v, want %+v of 360", id, got, want)
		}
	}
	dealer := cut(t, payments(), "dealer", 1)
	eighth := 1 - math.Pow(1./9, 4) // what car loses in steps 1, 3, 5 and 7: 8/9 and a ninth of the rest
	want := (300*eighth + 60*(1-math.Pow(1./9, 3))) / 360
	if dealer.Steps != 8 || math.Abs(dealer.Stopped.Total-want) > 1e-12 {
		t.Errorf("dealer stops at step %d with %v, want 8, %v", dealer.Steps, dealer.Stopped.Total, want)
	}
	if half := cut(t, payments(), "cleaner", 0.5).Settled; math.Abs(half.Downstream-25./360) > 1e-12 {
		t.Errorf("half of the cleaner: %+v", half)
	}
}

// TestClosed: who sells to nobody but each other all sink with the least of them, however long
// that takes.
func TestClosed(t *testing.T) {
	net := network("a b 1000\nb a 1000\nb c 0.001\nc a 0.001\nd d 5\nc d 0.0001", map[string]string{"a": "x", "b": "x", "c": "y", "d": "z"}, "* * none")
	if got := cut(t, net, "c", 0.25); math.Abs(got.Settled.Upstream*2005.0021-0.25*2000.0021) > 1e-4 || got.Open {
		t.Errorf("%+v", got)
	}
}

// TestOneAnswer: the order of shocks and the number of goroutines change nothing.
func TestOneAnswer(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	net := priced(rng, netgen.Economy(1, netgen.EconomyConfig{Nodes: 300}), 20)
	e := economy(t, net, esri.Options{})
	groups, err := net.Groups(t.Context(), "node")
	if err != nil {
		t.Fatal(err)
	}
	var first *esri.Ranking
	for _, workers := range []int{1, 2, 7} {
		told := int64(0)
		got, err := e.Rank(t.Context(), groups, nil, 1, esri.Options{Workers: workers, Progress: func(done, total int64) {
			told = max(told, done)
			if done > total || total != int64(net.NumNodes()) {
				t.Error(done, total)
			}
		}})
		if err != nil || told == 0 {
			t.Fatal(err, told)
		}
		if first == nil {
			first = got
		}
		if !reflect.DeepEqual(got, first) {
			t.Errorf("%d workers: another answer", workers)
		}
	}
	for n := 1; n < len(first.Rows); n++ {
		if first.Rows[n-1].Settled.Total < first.Rows[n].Settled.Total {
			t.Fatal("not sorted")
		}
	}
	only, err := e.Rank(t.Context(), groups, func(i graph.NodeID) bool { return i == 17 }, 0.5, esri.Options{})
	if err != nil || len(only.Rows) != 1 || groups.Head(only.Rows[0].Group) != 17 || only.Rows[0].Nodes != 1 {
		t.Errorf("%+v, %v", only, err)
	}
	for left := 0; ; left += 97 {
		_, err := e.Rank(countdown.After(t.Context(), left), groups, nil, 1, esri.Options{Workers: 1})
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
}

func TestInputs(t *testing.T) {
	loss := func(o esri.Inputs) float64 {
		net := payments()
		i, _ := net.Lookup("cleaner")
		r, err := economy(t, net, esri.Options{Inputs: o}).Shock(t.Context(), esri.Shock{{Node: i, Lost: 1}}, esri.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return r.Rows[0].Settled.Downstream * 360
	}
	for o, want := range map[esri.Inputs]float64{esri.ByData: 50, esri.AllLinear: 50, esri.AllEssential: 200} {
		if got := loss(o); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q: %v, want %v", o, got, want)
		}
	}
}

func TestLacking(t *testing.T) {
	at := func(line int) graph.Place { return graph.Place{File: "x.csv", Line: line, Column: 1} }
	for _, c := range []struct {
		name string
		fill func(b *graph.Builder)
		want string
	}{
		{"no flows", func(b *graph.Builder) { b.AddSource(graph.Source{Supplier: "a", Customer: "b"}) }, "error: no row has a flow of money"},
		{"no money", func(b *graph.Builder) {
			b.AddSource(graph.Source{Supplier: "a", Customer: "b", Flow: graph.Num(0)})
		}, "error: all flows are 0"},
		{"some", func(b *graph.Builder) {
			b.AddNode(graph.Node{ID: "a", Sector: "x", Place: at(2)})
			b.AddNode(graph.Node{ID: "b", Place: at(3)})
			b.AddNode(graph.Node{ID: "owner", Place: at(4)})
			b.AddSource(graph.Source{Supplier: "a", Customer: "b", Flow: graph.Num(3), Place: at(7)})
			b.AddSource(graph.Source{Supplier: "b", Customer: "a", Place: at(8)})
		}, `x.csv:3:1: error: node "b" has no sector
x.csv:8:1: error: "a" pays "b" nothing that is known: the row has no flow (0 if nothing is paid)`},
	} {
		b := graph.NewBuilder(graph.Info{})
		c.fill(b)
		_, err := esri.New(t.Context(), b.Build(), esri.Options{})
		var lacking *esri.DataError
		if !errors.As(err, &lacking) {
			t.Fatal(err)
		}
		var lines []string
		for _, p := range lacking.Problems {
			lines = append(lines, p.String())
		}
		if got := strings.Join(lines, "\n"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	b := graph.NewBuilder(graph.Info{})
	for i := range graph.MaxProblems + 5 {
		b.AddSource(graph.Source{Supplier: fmt.Sprint("s", i), Customer: "c", Flow: graph.Num(1)})
	}
	_, err := esri.New(t.Context(), b.Build(), esri.Options{})
	if want := `error: node "s0" has no sector, and 1005 more`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
