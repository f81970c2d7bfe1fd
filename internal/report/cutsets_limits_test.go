package report

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/internal/indextest"
)

// TestCutsetsOutOfMemory: what has been found is written, and labelled.
func TestCutsetsOutOfMemory(t *testing.T) {
	// p needs one of 20 hubs, each of which needs both of two of its own, and power.
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "power", Customer: "p"})
	for hub := range 20 {
		id := fmt.Sprint("hub-", hub)
		b.AddSource(graph.Source{Supplier: id, Customer: "p", Need: "hub"})
		b.AddSource(graph.Source{Supplier: "a" + id, Customer: id})
		b.AddSource(graph.Source{Supplier: "b" + id, Customer: id})
	}
	net := b.Build()
	ix := indextest.Compile(t, net)
	p, _ := net.Lookup("p")
	for format, want := range map[Format]string{
		Text: "1 set breaks it\nnot complete: the memory is used up, only those of up to",
		JSON: "\"complete\": false,\n  \"limit\": \"memory\",\n  \"complete_through\": ",
	} {
		sets, err := cutset.New(t.Context(), ix, p, cutset.Options{Memory: 1000})
		if err != nil {
			t.Fatal(err)
		}
		answer := Cutsets{Net: net, Product: p, Sets: sets, Search: sets.Search(t.Context())}
		var out strings.Builder
		if err := Write(&out, answer, format, false); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("%v; want %q in\n%s", err, want, out.String())
		}
	}
}

// TestRatio: JSON has no number for what a product without a chance to break leads to.
func TestRatio(t *testing.T) {
	for r, want := range map[ratio]string{ratio(math.Inf(1)): `"infinite"`, ratio(math.NaN()): "null", 1.5: "1.5"} {
		if got, err := r.MarshalJSON(); err != nil || string(got) != want {
			t.Errorf("%v: got %s, %v; want %s", float64(r), got, err, want)
		}
	}
}
