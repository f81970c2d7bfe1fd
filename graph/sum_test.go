package graph_test

import (
	"testing"

	"linestop/graph"
)

// TestSum: whatever an answer can depend on changes the sum; where it was read does not.
func TestSum(t *testing.T) {
	plain := func() ([]graph.Node, []graph.Source) {
		return []graph.Node{{ID: "a", Kind: "mine"}, {ID: "b", Parent: "a"}},
			[]graph.Source{{Supplier: "a", Customer: "b", Need: "ore", Share: graph.Num(0.5)}}
	}
	sum := func(change func([]graph.Node, []graph.Source)) string {
		nodes, sources := plain()
		change(nodes, sources)
		b := graph.NewBuilder(graph.Info{})
		for _, n := range nodes {
			b.AddNode(n)
		}
		for _, s := range sources {
			b.AddSource(s)
		}
		s, err := b.Build().Sum(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	seen := map[string]string{}
	for what, change := range map[string]func([]graph.Node, []graph.Source){
		"nothing": func([]graph.Node, []graph.Source) {},
		"id":      func(n []graph.Node, _ []graph.Source) { n[1].ID = "c" },
		"kind":    func(n []graph.Node, _ []graph.Source) { n[0].Kind = "fab" },
		"parent":  func(n []graph.Node, _ []graph.Source) { n[1].Parent = "" },
		"product": func(n []graph.Node, _ []graph.Source) { n[0].Product = graph.Yes },
		"order":   func(n []graph.Node, _ []graph.Source) { n[0], n[1] = n[1], n[0] },
		"volume":  func(n []graph.Node, _ []graph.Source) { n[1].Volume = graph.Num(0.5) },
		"stock":   func(n []graph.Node, _ []graph.Source) { n[1].StockDays = graph.Num(0.5) },
		"column":  func(n []graph.Node, _ []graph.Source) { n[0].Attrs = []graph.Attr{{Name: "x", Value: "y"}} },
		"need":    func(_ []graph.Node, s []graph.Source) { s[0].Need = "" },
		"share":   func(_ []graph.Node, s []graph.Source) { s[0].Share = graph.Num(0.25) },
		"range":   func(_ []graph.Node, s []graph.Source) { s[0].Share.Low, s[0].Share.High = 0.4, 0.6 },
		"ends":    func(_ []graph.Node, s []graph.Source) { s[0].Supplier = "b" },
		"unsure":  func(_ []graph.Node, s []graph.Source) { s[0].Confidence = "assumed" },
		"level":   func(_ []graph.Node, s []graph.Source) { s[0].Level = "optional" },
	} {
		got := sum(change)
		if other, ok := seen[got]; ok {
			t.Errorf("%s and %s have the same sum", what, other)
		}
		seen[got] = what
	}
	elsewhere := sum(func(n []graph.Node, s []graph.Source) {
		n[0].Place, s[0].Place = graph.Place{File: "x.csv", Line: 7}, graph.Place{File: "y.csv", Line: 9}
	})
	if seen[elsewhere] != "nothing" {
		t.Errorf("the sum is that of %q elsewhere", seen[elsewhere])
	}
}
