package report

import (
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/internal/indextest"
)

// TestCutsetsAreWrittenAsTheyAreFound: an order is out before the next is looked for.
func TestCutsetsAreWrittenAsTheyAreFound(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "one", Customer: "p"})
	for _, id := range []string{"two", "deux"} {
		b.AddSource(graph.Source{Supplier: id, Customer: "p", Need: "pair"})
	}
	for _, id := range []string{"three", "trois", "drei"} {
		b.AddSource(graph.Source{Supplier: id, Customer: "p", Need: "triple"})
	}
	net := b.Build()
	ix := indextest.Compile(t, net)
	p, _ := net.Lookup("p")
	for _, format := range []Format{Text, JSON, CSV, Markdown} {
		sets, err := cutset.New(t.Context(), ix, p, cutset.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		answer := Cutsets{Net: net, Product: p, Sets: sets, Search: func(yield func(int) bool) {
			for order := range sets.Search(t.Context()) {
				before := out.Len()
				if !yield(order) {
					return
				}
				written := out.String()[before:]
				for n, id := range []string{"one", "deux", "drei"} {
					if strings.Contains(written, id) != (n+1 == order) {
						t.Errorf("%s: after order %d comes %q", format, order, written)
					}
				}
			}
		}}
		if err := Write(&out, answer, format, false); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// TestCutsetsCounted: as a table too.
func TestCutsetsCounted(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	for _, id := range []string{"a", "b", "c"} {
		b.AddSource(graph.Source{Supplier: id, Customer: "p", Need: "k", Quorum: graph.Num(2)})
	}
	net := b.Build()
	ix := indextest.Compile(t, net)
	p, _ := net.Lookup("p")
	sets, err := cutset.New(t.Context(), ix, p, cutset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := Write(&out, Cutsets{Net: net, Product: p, Sets: sets, Search: sets.Search(t.Context()), Counted: true}, CSV, false); err != nil || out.String() != "order,sets\n1,0\n2,3\n" {
		t.Errorf("%v in\n%s", err, out.String())
	}
}
