package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestReached holds the nodes downstream of those without needs against rounds over all
// rows: random networks, most of them sparse and with loops, and a chain against the
// order of memory.
func TestReached(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for round := range 2_000 {
		b := NewBuilder(Info{})
		for nodes := 1 + r.IntN(30); len(b.part.sources.supplier) == 0 || r.IntN(nodes) > 0; {
			b.AddSource(Source{Supplier: fmt.Sprint(r.IntN(nodes)), Customer: fmt.Sprint(r.IntN(nodes))})
		}
		if round == 0 {
			for i := range 500 {
				b.AddSource(Source{Supplier: fmt.Sprint("c", i+1), Customer: fmt.Sprint("c", i)})
			}
		}
		n := b.Build()
		want := make([]bool, n.NumNodes())
		for i := range want {
			want[i] = !n.hasNeeds(NodeID(i))
		}
		for range want {
			for s := range SourceID(n.NumSources()) {
				supplier, customer := n.Ends(s)
				want[customer] = want[customer] || want[supplier]
			}
		}
		if got := (&judge{Network: n, ctx: t.Context()}).reached(); !slices.Equal(got, want) {
			t.Fatalf("round %d: %v, want %v", round, got, want)
		}
	}
}

// TestTwice tries suppliers of few rows and of many.
func TestTwice(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		b := NewBuilder(Info{})
		last, want := map[string]int{}, []string(nil)
		for line := 1; line == 1 || r.IntN(60) > 0; line++ {
			supplier, need := fmt.Sprint(r.IntN(3)), fmt.Sprint(r.IntN(12))
			b.AddSource(Source{Supplier: supplier, Customer: "p", Need: need, Place: Place{File: "f", Line: line}})
			key := supplier + " for " + need
			if before := last[key]; before > 0 {
				want = append(want, fmt.Sprintf("f:%d: error: %q already supplies need %q of \"p\" (at f:%d)", line, supplier, need, before))
			}
			last[key] = line
		}
		j := judge{Network: b.Build(), ctx: t.Context()}
		j.suppliers()
		var got []string
		for _, p := range j.found.list() {
			got = append(got, p.String())
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got\n%q, want\n%q", got, want)
		}
	}
}
