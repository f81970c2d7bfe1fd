package report

import (
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/timeline"
	"linestop/internal/words"
)

func (c Cut) text(p *page) {
	w := cutWriter{ledger{p, newOutcome(c.Net, c.Impact), c.All}, c, c.Summary()}
	w.head()
	w.products()
	if !c.OnlyProducts {
		w.others()
	}
	w.exposedNodes()
	w.stranded()
	w.revived()
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
	w.line("%s %s", w.in(bold, "cut:"), title(w.impact.Scenario))
	w.named("node", "", w.ids(set.Nodes))
	w.named("source row", "", w.rows(set.Rows))
	w.named("node", " in part or for later", w.ids(set.Reduced))
	w.named("source row", " in part or for later", w.rows(set.ReducedRows))
	w.named("change", " to the data", changed(w.impact.Scenario))
	w.line("%s %s", w.in(bold, "data:"), describe(w.Network).line())
}

func (w cutWriter) products() {
	s := w.summary
	heading := fmt.Sprintf("%s of %s broken", words.Thousands(s.ProductsBroken), words.Count(s.Products, "product")) + possibly(s.ProductsPossibly)
	if s.ProductsCut > 0 {
		heading += ", " + words.Thousands(s.ProductsCut) + " cut"
	}
	if reduced := w.kept(s.ProductsReduced, w.IsProduct); reduced > 0 {
		heading += ", " + words.Thousands(reduced) + " reduced"
	}
	switch {
	case s.ProductsStopped == nil:
		w.section(red, heading)
	case w.dated():
		w.section(red, w.stopped())
		w.line("  %s%s", w.lasting(), heading)
	default:
		w.section(red, heading)
		w.line("  %s", w.stopped())
	}
	w.list(w.timed(append(w.failed(w.IsProduct), w.reduced(w.IsProduct)...)))
}

// kept is how many of so many nodes that are reduced stay so if a cut that does not last did: not those
// that only wait for a while.
func (w cutWriter) kept(reduced int, which func(graph.NodeID) bool) int {
	if reduced == 0 || !w.dated() || w.impact.Steady == nil {
		return reduced
	}
	n := 0
	for _, l := range w.impact.Steady.Levels {
		if l.Worst < 1-timeline.Negligible && w.status[l.Node] == cut.Reduced && which(l.Node) {
			n++
		}
	}
	return n
}

// lasting stands before counts of the structure, where the days say something else.
func (w cutWriter) lasting() string {
	ends := func(c graph.Cut) bool { return c.Until.Given || len(c.Curve) > 0 }
	return either(slices.ContainsFunc(w.impact.Scenario.Cuts, ends), "if the cut lasted: ", "in the long run: ")
}

// stopped counts the products that stop, from day to day.
func (w cutWriter) stopped() string {
	s := w.summary
	who := words.Thousands(*s.ProductsStopped) + " of " + words.Count(s.Products, "product")
	return w.stops(who, s.Products == 1, pace{*s.ProductsStopped, *s.ProductsUnsure, *s.ProductsSlowed, s.FirstStopDay})
}

// stops says of nodes, or of a single one, how many stop.
func (w cutWriter) stops(who string, single bool, p pace) string {
	text := who + either(single || p.stopped == 1, " stops by ", " stop by ") + w.date(w.impact.Timeline.Until) + possibly(p.unsure)
	if p.first != nil {
		text += "; the first on " + w.date(*p.first)
	}
	if p.slowed > 0 {
		text += "; lose output without a stop: " + words.Thousands(p.slowed)
	}
	return text
}

func (w cutWriter) others() {
	s := w.summary
	broken, reduced := s.Broken-s.ProductsBroken, s.Reduced-s.ProductsReduced
	if broken+reduced == 0 {
		return
	}
	hit := func(i graph.NodeID) bool { return w.status[i] != cut.Cut && !w.IsProduct(i) }
	reduced = w.kept(reduced, hit)
	heading := words.Count(broken, "other node") + " broken" + possibly(s.BrokenPossibly-s.ProductsPossibly)
	switch {
	case broken == 0:
		heading = words.Count(reduced, "other node") + " reduced"
	case reduced > 0:
		heading += ", " + words.Thousands(reduced) + " reduced"
	}
	if w.dated() {
		p := newPace(w.impact, hit)
		w.section(red, w.stops(words.Count(p.stopped, "other node"), false, p))
		w.line("  %s%s", w.lasting(), either(broken+reduced == 0, "none broken or reduced", heading))
	} else {
		w.section(red, heading)
	}
	w.list(w.timed(append(w.failed(hit), w.reduced(hit)...)))
}

func (w cutWriter) section(s style, text string) {
	w.line("")
	w.line("%s", w.in(s, text))
}

func possibly(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %s of them only possibly", words.Thousands(n))
}

func (w cutWriter) exposedNodes() {
	s := w.summary
	if s.Exposed == 0 {
		return
	}
	text := words.Count(s.Exposed, "node") + " exposed (still running, but reached by the cut)"
	if s.SingleSource > 0 {
		text += fmt.Sprintf(", %s of them on a last source", words.Thousands(s.SingleSource))
	}
	w.section(yellow, text)
	w.listExposed(func(i graph.NodeID) bool { return !w.cut.OnlyProducts || w.IsProduct(i) })
}

func (w cutWriter) stranded() {
	if list := w.result.Stranded; len(list) > 0 {
		w.section(yellow, "could not start again after a full stop: "+words.Count(len(list), "node")+" on or behind a cycle")
		w.line("  %s", w.some(w.ids(list)))
	}
}

// revived lists what by the numbers starts itself again.
func (w cutWriter) revived() {
	if w.impact.Timeline == nil {
		return
	}
	for _, r := range w.impact.Timeline.Revivals {
		w.section(yellow, fmt.Sprintf("back on %s only if somebody outside starts it: %s on a cycle", w.date(r.Day), words.Count(len(r.Nodes), "node")))
		w.line("  %s", w.some(w.ids(r.Nodes)))
	}
}

func (w cutWriter) running() {
	var list []graph.NodeID
	for i, s := range w.status {
		if s == cut.Running {
			list = append(list, graph.NodeID(i))
		}
	}
	if len(list) == 0 {
		return
	}
	w.section(green, "running: "+words.Count(len(list), "node"))
	w.line("  %s", w.some(w.ids(list)))
}

func (w cutWriter) foot() {
	s := w.summary
	parts := []string{words.Thousands(s.Cut) + " cut", words.Thousands(s.Broken) + " broken"}
	reduced := w.kept(s.Reduced, func(graph.NodeID) bool { return true })
	if reduced > 0 {
		parts = append(parts, words.Thousands(reduced)+" reduced")
	}
	running := w.NumNodes() - s.Cut - s.Broken - reduced - s.Exposed
	parts = append(parts, words.Thousands(s.Exposed)+" exposed", words.Thousands(running)+" running")
	w.line("")
	w.line("%s%s", either(w.dated(), w.lasting(), ""), strings.Join(parts, ", "))
	w.readings()
	if t := w.impact.Timeline; t != nil && t.Limit == timeline.Events {
		w.line("%s there were too many events to follow beyond %s", w.in(dim, "limit:"), w.date(t.Until))
	}
	if s.BrokenPossibly > 0 {
		w.certainties()
	}
}
