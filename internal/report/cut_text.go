package report

import (
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
)

func (c Cut) text(p *page) {
	w := cutWriter{ledger{p, newOutcome(c.Net, c.Result), c.All}, c, c.Summary()}
	w.head()
	w.products()
	if !c.OnlyProducts {
		w.others()
	}
	w.exposedNodes()
	w.stranded()
	if c.All && !c.OnlyProducts {
		w.running()
	}
	w.foot()
}

// cutWriter writes the text of a cut: one screen, the worst first.
type cutWriter struct {
	ledger
	cut     Cut
	summary CutSummary
}

func (w cutWriter) head() {
	set := w.result.Set
	w.line("%s %s", w.in(bold, "cut:"), title(w.cut.Scenario))
	w.named("node", "", w.ids(set.Nodes))
	w.named("source row", "", w.rows(set.Rows))
	w.named("node", " in part or for later", w.ids(set.Reduced))
	w.named("source row", " in part or for later", w.rows(set.ReducedRows))
	w.named("change", " to the data", changed(w.cut.Scenario))
	w.line("%s %s", w.in(bold, "data:"), describe(w.Network).line())
}

// named counts and names things, if there are any.
func (w cutWriter) named(noun, how string, names []string) {
	if len(names) > 0 {
		w.line("  %s%s: %s", Count(len(names), noun), how, w.some(names))
	}
}

func (w cutWriter) products() {
	s := w.summary
	heading := fmt.Sprintf("%s of %s broken", thousands(s.ProductsBroken), Count(s.Products, "product")) + possibly(s.ProductsPossibly)
	if s.ProductsCut > 0 {
		heading += ", " + thousands(s.ProductsCut) + " cut"
	}
	if s.ProductsReduced > 0 {
		heading += ", " + thousands(s.ProductsReduced) + " reduced"
	}
	w.section(red, heading)
	w.list(append(w.failed(w.IsProduct), w.reduced(w.IsProduct)...))
}

func (w cutWriter) others() {
	s := w.summary
	others := s.Broken - s.ProductsBroken
	if others == 0 {
		return
	}
	w.section(red, Count(others, "other node")+" broken"+possibly(s.BrokenPossibly-s.ProductsPossibly))
	w.list(w.failed(func(i graph.NodeID) bool { return w.status[i] == cut.Broken && !w.IsProduct(i) }))
}

func (w cutWriter) section(s style, text string) {
	w.line("")
	w.line("%s", w.in(s, text))
}

func possibly(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %s of them only possibly", thousands(n))
}

func (w cutWriter) exposedNodes() {
	s := w.summary
	if s.Exposed == 0 {
		return
	}
	text := Count(s.Exposed, "node") + " exposed (still running, but reached by the cut)"
	if s.SingleSource > 0 {
		text += fmt.Sprintf(", %s of them on a last source", thousands(s.SingleSource))
	}
	w.section(yellow, text)
	w.listExposed(func(i graph.NodeID) bool { return !w.cut.OnlyProducts || w.IsProduct(i) })
}

func (w cutWriter) stranded() {
	if list := w.result.Stranded; len(list) > 0 {
		w.section(yellow, "could not start again after a full stop: "+Count(len(list), "node")+" on or behind a cycle")
		w.line("  %s", w.some(w.ids(list)))
	}
}

func (w cutWriter) running() {
	var list []graph.NodeID
	for i, s := range w.status {
		if s == cut.Running {
			list = append(list, graph.NodeID(i))
		}
	}
	w.section(green, "running: "+Count(len(list), "node"))
	w.line("  %s", w.some(w.ids(list)))
}

func (w cutWriter) foot() {
	s := w.summary
	parts := []string{thousands(s.Cut) + " cut", thousands(s.Broken) + " broken"}
	if s.Reduced > 0 {
		parts = append(parts, thousands(s.Reduced)+" reduced")
	}
	running := w.NumNodes() - s.Cut - s.Broken - s.Reduced - s.Exposed
	parts = append(parts, thousands(s.Exposed)+" exposed", thousands(running)+" running")
	w.line("")
	w.line("%s", strings.Join(parts, ", "))
	reading := "what breaks if the cut lasts and the sources that are left can carry the load"
	if set := w.result.Set; len(set.Reduced)+len(set.ReducedRows) > 0 {
		reading += "; a cut in part or for later stops nobody in it"
	}
	w.line("%s structure: %s", w.in(dim, "reading:"), reading)
	if s.BrokenPossibly > 0 {
		w.line("%s possibly = only if rows that nobody reported turn out so; the others break in any case", w.in(dim, "certainty:"))
	}
}
