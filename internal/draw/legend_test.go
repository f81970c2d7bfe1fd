package draw

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"linestop/internal/draw/render"
)

// TestLegendOrder: samples stand in the order of their list, column by column,
// by themselves as well as beside the network.
func TestLegendOrder(t *testing.T) {
	v := hostileView(t, "x")
	boxes := v.sampleBoxes()
	for name, dot := range map[string][]byte{"sheet": v.sheets()[1], "DOT": v.DOT()} {
		out, err := render.Render(t.Context(), dot, render.Plain, render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		type place struct{ x, y float64 }
		at := make([]place, len(boxes))
		for line := range strings.Lines(string(out)) {
			var n int
			var p place
			if _, err := fmt.Sscanf(line, "node l%d %g %g", &n, &p.x, &p.y); err == nil { // y upwards
				at[n] = p
			}
		}
		if !slices.IsSortedFunc(at, func(a, b place) int {
			if a.x < b.x || a.x == b.x && a.y > b.y {
				return -1
			}
			return 1
		}) {
			t.Errorf("%s: samples stand at %v", name, at)
		}
	}
}

// TestPlainArrows: arrows like any other need no legend, all others do.
func TestPlainArrows(t *testing.T) {
	net := build(t, "a > p", "p:product")
	if list := choose(t, net, nil, Options{}).sampleArrows(); list != nil {
		t.Errorf("%q explained", list[0].means)
	}
	v := choose(t, net, nil, Options{Points: points(t, net, net.Products())})
	if list := v.sampleArrows(); len(list) != 1 || list[0].means != "shortest way of a loss to a product" {
		t.Errorf("%d arrows explained, want the way of the loss", len(list))
	}
}
