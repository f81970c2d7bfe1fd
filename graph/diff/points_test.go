package diff_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/diff"
	"linestop/graph/index"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// bill is a bill of materials, a row for each source: customer, need, supplier.
func bill(t *testing.T, rows ...string) *index.Index {
	t.Helper()
	b := graph.NewBuilder(graph.Info{})
	for _, row := range rows {
		cells := strings.Fields(row)
		b.AddSource(graph.Source{Customer: cells[0], Need: cells[1], Supplier: cells[2]})
	}
	return indextest.Compile(t, b.Build())
}

func TestPoints(t *testing.T) {
	before := bill(t, "bike frame frame-1", "bike brakes brake-1", "bike brakes brake-2", "cart wheel wheel-1", "sled runner ski")
	for _, test := range []struct {
		name  string
		after *index.Index
		want  string
	}{
		{"nothing", before, `
bike 1 → 1 [] []
cart 1 → 1 [] []
sled 1 → 1 [] []`},
		{"a source less, another more", bill(t, "bike frame frame-1", "bike brakes brake-2", "cart wheel wheel-1", "cart wheel wheel-2", "sled runner ski"), `
bike 1 → 2 [brake-2] [] worse
cart 1 → 0 [] [wheel-1] better
sled 1 → 1 [] []`},
		{"one for another", bill(t, "bike frame frame-1", "bike brakes brake-2", "bike brakes brake-1", "cart wheel wheel-9", "sled runner ski"), `
bike 1 → 1 [] []
cart 1 → 1 [wheel-9] [wheel-1] worse
sled 1 → 1 [] []`},
		{"products come and go", bill(t, "bike frame frame-1", "bike brakes brake-1", "bike brakes brake-2", "toy cart cart", "cart wheel wheel-1"), `
bike 1 → 1 [] []
cart only before, 1 [] [wheel-1]
sled only before, 1 [] [ski]
toy only after, 2 [cart wheel-1] []`},
	} {
		list, err := diff.Points(t.Context(), before, test.after)
		if err != nil {
			t.Fatal(err)
		}
		if got := products(before.Net, test.after.Net, list); got != test.want {
			t.Errorf("%s: got%s\nwant%s", test.name, got, test.want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := diff.Points(ctx, before, before); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v after the context was done", err)
	}
}

func products(before, after *graph.Network, list []diff.Product) string {
	var b strings.Builder
	for _, p := range list {
		switch {
		case p.After == graph.None:
			fmt.Fprintf(&b, "\n%s only before, %d", before.ID(p.Before), p.Was)
		case p.Before == graph.None:
			fmt.Fprintf(&b, "\n%s only after, %d", after.ID(p.After), p.Is)
		default:
			fmt.Fprintf(&b, "\n%s %d → %d", before.ID(p.Before), p.Was, p.Is)
		}
		fmt.Fprint(&b, " ", ids(after, p.New), " ", ids(before, p.Gone))
		if p.Worse() {
			b.WriteString(" worse")
		}
		if p.Better() {
			b.WriteString(" better")
		}
	}
	return b.String()
}

func ids(net *graph.Network, nodes []graph.NodeID) []string {
	list := []string{}
	for _, i := range nodes {
		list = append(list, net.ID(i))
	}
	return list
}

// TestPointsByName holds the differences of random networks against sets of names.
func TestPointsByName(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 3))
		before, after := indextest.Compile(t, netgen.Random(r, netgen.Config{MaxNodes: 10})), indextest.Compile(t, netgen.Random(r, netgen.Config{MaxNodes: 10}))
		list, err := diff.Points(t.Context(), before, after)
		if err != nil {
			t.Fatal(err)
		}
		old, now := names(t, before), names(t, after)
		for _, p := range list {
			net, i := before.Net, p.Before
			if i == graph.None {
				net, i = after.Net, p.After
			}
			id := net.ID(i)
			for _, side := range []struct {
				got        []string
				here, away []string
			}{{ids(after.Net, p.New), now[id], old[id]}, {ids(before.Net, p.Gone), old[id], now[id]}} {
				want := slices.DeleteFunc(slices.Clone(side.here), func(id string) bool { return slices.Contains(side.away, id) })
				if !slices.Equal(side.got, want) {
					t.Fatalf("seed %d, %s: got %v, want %v", seed, id, side.got, want)
				}
			}
			if p.Is-p.Was != len(p.New)-len(p.Gone) {
				t.Fatalf("seed %d, %s: %d and then %d points, %d new, %d gone", seed, id, p.Was, p.Is, len(p.New), len(p.Gone))
			}
			delete(old, id)
			delete(now, id)
		}
		if len(old)+len(now) > 0 {
			t.Fatalf("seed %d: no word of %v, %v", seed, old, now)
		}
	}
}

// names are the single points of failure of each product that has some.
func names(t *testing.T, ix *index.Index) map[string][]string {
	singles, err := cutset.FindSingles(t.Context(), ix, cutset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]string{}
	for _, p := range ix.Net.Products() {
		for _, g := range singles.Of(p) {
			of[ix.Net.ID(p)] = append(of[ix.Net.ID(p)], ix.Net.ID(graph.NodeID(g)))
		}
	}
	return of
}
