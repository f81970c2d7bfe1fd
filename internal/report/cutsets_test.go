package report

import (
	"bytes"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/internal/indextest"
)

// TestCutSetsAreJSON as they would be if they were encoded one by one.
func TestCutSetsAreJSON(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	for _, id := range []string{`a"<\`, "b\u2028&\u00fc", "c"} {
		b.AddSource(graph.Source{Supplier: id, Customer: "product", Need: "k", Quorum: graph.Num(2)})
	}
	b.AddSource(graph.Source{Supplier: "alone", Customer: "product"})
	net := b.Build()
	ix := indextest.Compile(t, net)
	sets, err := cutset.New(t.Context(), ix, net.Products()[0], cutset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := Cutsets{Net: net, Sets: sets, Search: sets.Search(t.Context())}
	_, entries := c.list()
	var got, want []string
	for e := range entries {
		if e != nil {
			got = append(got, string(e.(ready)))
		}
	}
	for set := range sets.All() {
		var ids []string
		for _, g := range set {
			ids = append(ids, sets.Groups.Name(g))
		}
		var text bytes.Buffer
		if err := newEncoder(&text, "    ").Encode(ids); err != nil {
			t.Fatal(err)
		}
		want = append(want, string(bytes.TrimSuffix(text.Bytes(), []byte("\n"))))
	}
	if len(got) != 4 {
		t.Errorf("%d sets", len(got))
	}
	for n := range got {
		if got[n] != want[n] {
			t.Errorf("set %d: got\n%s\nwant\n%s", n, got[n], want[n])
		}
	}
}
