package draw

import (
	"fmt"
	"slices"
	"strings"
)

// legend explains the arrows and boxes that occur in the picture, and no others:
// a strip, the arrows in one block, the boxes in columns of two beside it.
func (w *dotWriter) legend(v View) {
	arrows, boxes := v.sampleArrows(), v.sampleBoxes()
	if len(arrows)+len(boxes) == 0 {
		return
	}
	w.open("subgraph", "cluster_legend")
	w.stmt("graph", set("label", " "), set("fontsize", "2"), set("style", "rounded"), set("color", faint), set("tooltip", " "))
	w.arrows(arrows)
	for n, box := range boxes {
		w.node(fmt.Sprintf("l%d", n), box, set("tooltip", " "))
		switch {
		case n > 1:
			w.line(fmt.Sprintf("l%d -> l%d [style=invis];", n-2, n))
		case len(arrows) > 0:
			w.line(fmt.Sprintf("b -> l%d [style=invis];", n))
		}
	}
	w.close()
}

// arrows draws the samples between two records without outline, so that they
// stand closer than nodes would.
func (w *dotWriter) arrows(samples []sample) {
	if len(samples) == 0 {
		return
	}
	var from, to []string
	for n, s := range samples {
		from = append(from, fmt.Sprintf("<p%d> ", n))
		to = append(to, fmt.Sprintf("<p%d> %s", n, label([]string{s.means})))
	}
	w.stmt("a", set("label", strings.Join(from, "|")), set("color", paper), set("width", "0.2"), set("tooltip", " "))
	w.stmt("b", set("label", strings.Join(to, "|")), set("color", paper), set("tooltip", " "))
	for n, s := range samples {
		w.stmt(fmt.Sprintf("a:p%d:e -> b:p%d:w", n, n), append(strokeOf(s.Edge).attrs(), set("tooltip", " "))...)
	}
}

// sample is an arrow with what it means, and which arrows mean that.
type sample struct {
	Edge
	means string
	of    func(Edge) bool
}

var samples = []sample{
	{Edge{}, "delivers today", func(e Edge) bool { return e.Fate == Delivers && !e.Alternate && !e.Minor }},
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
	if v.Judged {
		for s := len(statuses) - 1; s >= 0; s-- {
			if slices.ContainsFunc(v.Nodes, func(n Node) bool { return n.Status == Status(s) }) {
				list = append(list, Node{Name: statuses[s], Status: Status(s)})
			}
		}
	}
	if slices.ContainsFunc(v.Nodes, func(n Node) bool { return n.Product }) {
		list = append(list, Node{Name: "product", Product: true})
	}
	if slices.ContainsFunc(v.Nodes, func(n Node) bool { return len(n.Needs) > 0 }) {
		list = append(list, Node{Name: "customer", Needs: []Need{{Name: "a need"}, {Name: "another", Rule: "any of 2"}}})
	}
	return list
}
