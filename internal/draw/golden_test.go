package draw

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestDOT compares whole texts; UPDATE=1 renews them.
func TestDOT(t *testing.T) {
	//	ore ---> smelter --+
	//	scrap ------------ +-> metal -> plant A, B -> car
	//	power -> plant A, B
	works := []string{
		"acme: country=DE", "plantA: parent=acme country=DE kind=plant", "plantB: parent=acme country=PL kind=plant", "car: product",
		"ore > smelter", "smelter > metal: maker", "scrap > metal: maker alternate",
		"metal > plantA: sheet", "power > plantA: electricity link=https://example.com/?a=1&b=2", "metal > plantB", "robots > plantB: tools capital",
		"plantA > car: body quorum=2", "plantB > car: body", "other > car: body assumed",
	}
	for _, tt := range []struct {
		name string
		cut  []string
		opts Options
	}{
		{name: "whole"},
		{name: "node-cut", cut: []string{"smelter"}},
		{name: "row-cut", cut: []string{"plantA->car"}},
		{name: "parent-cut", cut: []string{"acme"}, opts: Options{Title: "Acme stops", Cluster: None}},
		{name: "collapsed", cut: []string{"power"}, opts: Options{Collapse: ByCountry}},
		{name: "by-tier", opts: Options{Cluster: ByTier}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			net := build(t, works...)
			var v View
			if tt.cut == nil {
				v = choose(t, net, nil, tt.opts)
			} else {
				v = choose(t, net, cutting(t, net, tt.cut...), tt.opts)
			}
			golden(t, tt.name+".dot", v.DOT())
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from what is drawn now; UPDATE=1 renews it. Now:\n%s", path, got)
	}
}
