package draw

import (
	"slices"
	"testing"

	"linestop/graph"
)

func TestUnpainted(t *testing.T) {
	b := graph.NewBuilder(graph.Info{Title: "Teile"})
	for id, name := range map[string]string{
		"a": "Nhà máy Đồng Nai, Việt Nam", "b": "Fabryka w Łodzi: źródło ćwiartek", "c": "İstanbul Şişli, ığüö",
		"d": "Щёлковский завод, Ґ Є ї", "e": "Εργοστάσιο Θεσσαλονίκης", "f": "ソニー半導体", "g": "宁德时代", "h": "한국타이어",
		"i": "Škoda, Győr, Timișoara, Færøerne, Ísafjörður", "j": "½ × 300 mm → €",
	} {
		b.AddNode(graph.Node{ID: id, Name: name})
	}
	if got := choose(t, b.Build(), nil, Options{}).Unpainted(); got != nil {
		t.Errorf("no letters for %q", got)
	}

	b = graph.NewBuilder(graph.Info{Title: "مصنع"})
	b.AddNode(graph.Node{ID: "a", Name: "שבבים"})
	b.AddNode(graph.Node{ID: "b", Name: "Werk", Kind: "🚗"})
	b.AddNode(graph.Node{ID: "c", Name: "Halle"})
	b.AddSource(graph.Source{Supplier: "a", Customer: "c", Need: "ชิป"})
	b.AddSource(graph.Source{Supplier: "b", Customer: "c", Need: "Teile"})
	if got, want := choose(t, b.Build(), nil, Options{}).Unpainted(), []string{"مصنع", "שבבים", "Werk", "Halle"}; !slices.Equal(got, want) {
		t.Errorf("no letters for %q, want %q", got, want)
	}
}
