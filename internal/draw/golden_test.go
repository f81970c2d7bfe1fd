package draw

import (
	"testing"

	"linestop/graph/cut"
	"linestop/internal/golden"
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
		name   string
		cut    []string
		points []string // of which products
		opts   Options
	}{
		{name: "whole"},
		{name: "node-cut", cut: []string{"smelter"}},
		{name: "row-cut", cut: []string{"plantA->car"}},
		{name: "parent-cut", cut: []string{"acme"}, opts: Options{Title: "Acme stops", Cluster: None}},
		{name: "collapsed", cut: []string{"power"}, opts: Options{Collapse: ByCountry}},
		{name: "by-tier", opts: Options{Cluster: ByTier}},
		{name: "points", points: []string{"car"}},
		{name: "points-of-two", points: []string{"car", "plantB"}, opts: Options{Title: "Two"}},
		{name: "points-collapsed", points: []string{"car"}, opts: Options{Collapse: ByCountry}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			net := build(t, works...)
			var r *cut.Result
			if tt.cut != nil {
				r = cutting(t, net, tt.cut...)
			}
			if tt.points != nil {
				tt.opts.Points = points(t, net, ids(t, net, tt.points...))
			}
			golden.Check(t, tt.name+".dot", choose(t, net, r, tt.opts).DOT())
		})
	}
}
