package draw

import (
	"fmt"
	"slices"

	"linestop/graph"
)

// legend explains the arrows and boxes that occur in the picture, and no others:
// a strip, the arrows in one block, the boxes in columns beside it.
func (w *dotWriter) legend(v View) {
	if !v.hasLegend() {
		return
	}
	arrows, boxes := v.sampleArrows(), v.sampleBoxes()
	w.open("subgraph", "cluster_legend")
	w.stmt("graph", set("id", "legend"), set("label", " "), set("fontsize", "2"), set("style", "rounded"), set("color", faint), set("tooltip", " "))
	w.arrows(arrows)
	rows := max(2, (len(arrows)+1)/2) // so that both are about as high
	for first := 0; first < len(boxes); first += rows {
		for n := min(first+rows, len(boxes)) - 1; n >= first; n-- { // Graphviz stacks what is in a frame from below
			w.box(n, n-rows, boxes[n], len(arrows) > 0)
		}
	}
	w.close()
}

func (v View) hasLegend() bool { return len(v.sampleArrows())+len(v.sampleBoxes()) > 0 }

// box draws sample n behind another, or, in the first column, behind the arrows.
func (w *dotWriter) box(n, behind int, box Node, arrows bool) {
	id := fmt.Sprintf("l%d", n)
	w.node(id, box, set("id", id), set("tooltip", " "))
	switch {
	case behind >= 0:
		w.line(fmt.Sprintf("l%d -> %s [style=invis];", behind, id))
	case arrows:
		w.line(fmt.Sprintf("b -> %s [style=invis];", id))
	}
}

// arrows draws the samples between two tables, so that they stand closer than
// nodes would.
func (w *dotWriter) arrows(samples []sample) {
	if len(samples) == 0 {
		return
	}
	const table = `<table border="0" cellborder="0" cellspacing="0" cellpadding="2">`
	var from, to string
	for n, s := range samples {
		text := flushLeft([]span{{s.means, detailSize, false}})
		from += fmt.Sprintf(`<tr><td port="p%d">&#160;</td></tr>`, n)
		to += fmt.Sprintf(`<tr><td port="p%d" align="left" balign="left">%s</td></tr>`, n, text)
	}
	plain := []attr{set("shape", "plain"), set("tooltip", " ")}
	w.stmt("a", append(plain, set("id", "a"), markup("label", table+from+"</table>"))...)
	w.stmt("b", append(plain, set("id", "b"), markup("label", table+to+"</table>"))...)
	for n, s := range samples {
		w.stmt(fmt.Sprintf("a:p%d:e -> b:p%d:w", n, n), append(strokeOf(s.Edge).attrs(false), set("id", fmt.Sprintf("k%d", n)), set("tooltip", " "))...)
	}
}

// sample is an arrow with what it means, and which arrows mean that.
type sample struct {
	Edge
	means string
	of    func(Edge) bool
}

var samples = []sample{
	{Edge{}, "delivers today", func(e Edge) bool { return e.Fate == Delivers && !e.Alternate && !e.Minor && !e.Fatal }},
	{Edge{Fatal: true}, "shortest way of a loss to a product", func(e Edge) bool { return e.Fatal }},
	{Edge{Alternate: true}, "alternate: could deliver more", func(e Edge) bool { return e.Fate <= Lessened && e.Alternate }},
	{Edge{Minor: true}, "its loss does not stop the customer", func(e Edge) bool { return e.Fate < Dead && e.Minor }},
	{Edge{Unsure: true}, "unsure: may not exist", func(e Edge) bool { return e.Unsure }},
	{Edge{Fate: Lessened}, "delivers less, or later", func(e Edge) bool { return e.Fate == Lessened }},
	{Edge{Fate: MayFail}, "possibly delivers no more", func(e Edge) bool { return e.Fate == MayFail }},
	{Edge{Fate: Dead}, "delivers no more", func(e Edge) bool { return e.Fate == Dead && !e.Cut }},
	{Edge{Fate: Dead, Cut: true}, "cut", func(e Edge) bool { return e.Cut }},
}

func (v View) sampleArrows() []sample {
	var list []sample
	for _, s := range samples {
		if slices.ContainsFunc(v.Edges, s.of) {
			list = append(list, s)
		}
	}
	if len(list) == 1 && list[0].means == samples[0].means {
		return nil // an arrow like any other
	}
	return list
}

func (v View) sampleBoxes() []Node {
	var list []Node
	for s, name := range slices.Backward(statuses[:]) {
		is := func(n Node) bool { return n.Status == Status(s) || n.mix[s] > 0 }
		says := func(c Cluster) bool { return c.Status == Status(s) && c.Says != "" }
		if (s > int(Running) || v.Judged) && (slices.ContainsFunc(v.Nodes, is) || slices.ContainsFunc(v.Clusters, says)) {
			list = append(list, Node{Name: name, Status: Status(s)})
		}
	}
	if sample, some := v.sampleBar(); some {
		list = append(list, sample)
	}
	if slices.ContainsFunc(v.Nodes, func(n Node) bool { return n.Product }) {
		list = append(list, Node{Name: "product", Product: true})
	}
	if slices.ContainsFunc(v.Nodes, func(n Node) bool { return len(n.Needs) > 0 }) {
		list = append(list, Node{Name: "customer", Needs: []Need{{Name: "a need"}, {Name: "another", Rule: "any of 2"}}})
	}
	return list
}

// sampleBar explains the bars of points, if there are any.
func (v View) sampleBar() (Node, bool) {
	sample, some := Node{Name: "breaks 2 of 4 products", Status: Point, mix: tally{Point: 2, Running: 2}}, false
	for _, n := range v.Nodes {
		some = some || n.ID != graph.None && n.mix.total() > 0
		if n.mix[MayPoint] > 0 {
			sample.Details, sample.mix = []string{"1 surely"}, tally{Point: 1, MayPoint: 1, Running: 2}
		}
	}
	return sample, some
}
