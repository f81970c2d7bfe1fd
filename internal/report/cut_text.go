package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
)

// screen is how many rows of a list are shown unless all are asked for: three
// lists and what stands around them fill a terminal.
const screen = 10

func (c Cut) text(p *page) {
	w := cutWriter{Cut: c, page: p, names: names{c.Net}, status: c.Result.Statuses()}
	w.head()
	w.products()
	if !c.OnlyProducts {
		w.others()
	}
	w.exposed()
	w.stranded()
	if w.All && !w.OnlyProducts {
		w.untouched()
	}
	w.foot()
}

// cutWriter writes the text of a cut: one screen, the worst first.
type cutWriter struct {
	Cut
	*page
	names  names
	status []cut.Status
}

func (w cutWriter) head() {
	s := w.Summary()
	w.line("%s %s", w.in(bold, "cut:"), title(w.Scenario))
	var ids []string
	for _, f := range w.Result.Failures {
		if f.Need == cut.NoNeed {
			ids = append(ids, w.names.id(f.Node))
		}
	}
	if len(ids) > 0 {
		w.line("  %s: %s", Count(s.Cut, "node"), w.some(ids))
	}
	if rows := len(w.Result.Set.Rows); rows > 0 {
		w.line("  %s", Count(rows, "source row"))
	}
	if s.Reduced > 0 || len(w.Result.Set.ReducedRows) > 0 {
		w.line("  in part or for later: %s, %s; these stop nobody in this reading", Count(s.Reduced, "node"), Count(len(w.Result.Set.ReducedRows), "source row"))
	}
	w.line("%s %s", w.in(bold, "data:"), describe(w.Net).line())
}

func (w cutWriter) products() {
	s := w.Summary()
	w.section(red, fmt.Sprintf("%s of %s broken", thousands(s.ProductsBroken), Count(s.Products, "product")), s.ProductsPossibly)
	w.failures(func(i graph.NodeID) bool { return w.Net.IsProduct(i) })
}

func (w cutWriter) others() {
	s := w.Summary()
	others := s.Broken - s.ProductsBroken
	if others == 0 {
		return
	}
	w.section(red, Count(others, "other node")+" broken", s.BrokenPossibly-s.ProductsPossibly)
	w.failures(func(i graph.NodeID) bool { return !w.Net.IsProduct(i) })
}

func (w cutWriter) section(s style, text string, possibly int) {
	if possibly > 0 {
		text += fmt.Sprintf(", %d of them only possibly", possibly)
	}
	w.line("")
	w.line("%s", w.in(s, text))
}

// failures lists broken nodes, sure ones first, those near the cut before others.
func (w cutWriter) failures(keep func(graph.NodeID) bool) {
	var list []cut.Failure
	for _, f := range w.Result.Failures {
		if f.Need != cut.NoNeed && keep(f.Node) {
			list = append(list, f)
		}
	}
	slices.SortStableFunc(list, func(a, b cut.Failure) int {
		return cmp.Or(one(b.Sure)-one(a.Sure), cmp.Compare(a.Step, b.Step))
	})
	var lines []line
	for _, f := range list {
		mark := cell{"broken", red}
		if !f.Sure {
			mark = cell{"possibly", yellow}
		}
		lines = append(lines, line{f.Node, mark, w.reason(f)})
	}
	w.list(lines)
}

// line is a node with what the cut made of it, and why.
type line struct {
	node   graph.NodeID
	mark   cell
	reason string
}

// list writes every line if all are asked for; else nodes with the same reason
// share one, and those beyond a screen are counted.
func (w cutWriter) list(lines []line) {
	var rows [][]cell
	if w.All {
		for _, l := range lines {
			rows = append(rows, []cell{l.mark, {w.names.full(l.node), bold}, {clean(w.Net.Country(l.node)), dim}, {l.reason, plain}})
		}
		w.columns(rows)
		return
	}
	var groups [][]line
	at := map[string]int{}
	for _, l := range lines {
		key := l.mark.text + l.reason
		if _, seen := at[key]; !seen {
			at[key] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[key]] = append(groups[at[key]], l)
	}
	hidden := 0
	for i, group := range groups {
		if i >= screen {
			hidden += len(group)
			continue
		}
		var ids []string
		for _, l := range group {
			ids = append(ids, w.names.id(l.node))
		}
		rows = append(rows, []cell{group[0].mark, {listed(ids, 3), bold}, {group[0].reason, plain}})
	}
	w.columns(rows)
	if hidden > 0 {
		w.line("  ... and %s more (--all lists every node)", thousands(hidden))
	}
}

// some joins ids, a line of them unless all are asked for.
func (w cutWriter) some(ids []string) string {
	if w.All {
		return strings.Join(ids, ", ")
	}
	return listed(ids, 6)
}

// listed joins at most so many ids and counts the rest.
func listed(ids []string, most int) string {
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return strings.Join(ids[:most], ", ") + fmt.Sprintf(" and %s more", thousands(len(ids)-most))
}

// reason says in a few words which need failed.
func (w cutWriter) reason(f cut.Failure) string {
	rows := w.Net.SourcesOf(f.Need)
	name := w.names.need(f.Need)
	if len(rows) == 1 {
		supplier, _ := w.Net.Ends(rows[0])
		if id := w.names.id(supplier); id != name {
			return fmt.Sprintf("needs %s from %s, its only source", name, id)
		}
		return fmt.Sprintf("needs %s", name)
	}
	left := 0
	for _, row := range rows {
		left += one(w.delivers(row))
	}
	quorum := w.Net.NeedQuorum(f.Need)
	text := fmt.Sprintf("needs %s: %d of %d sources left", name, left, len(rows))
	switch {
	case left >= quorum:
		text += ", unsure whether they exist"
	case quorum > 1:
		text += fmt.Sprintf(", %d needed", quorum)
	}
	return text
}

// exposed lists running nodes that lost a source of their own, those on their
// last sources first, and counts the rest.
func (w cutWriter) exposed() {
	s := w.Summary()
	if s.Exposed == 0 {
		return
	}
	var hit []cut.Exposure
	for _, e := range w.Result.Exposed {
		if len(e.Lost) > 0 && (!w.OnlyProducts || w.Net.IsProduct(e.Node)) {
			hit = append(hit, e)
		}
	}
	slices.SortStableFunc(hit, func(a, b cut.Exposure) int { return one(hangsOnOne(b)) - one(hangsOnOne(a)) })
	text := "still running, but reached by the cut: " + Count(s.Exposed, "node")
	if s.SingleSource > 0 {
		text += fmt.Sprintf(", %s of them on a last source", thousands(s.SingleSource))
	}
	w.section(yellow, text, 0)
	var lines []line
	for _, e := range hit {
		lines = append(lines, line{e.Node, cell{"exposed", yellow}, w.lost(e)})
	}
	w.list(lines)
	if rest := s.Exposed - len(hit); rest > 0 && !w.OnlyProducts {
		w.line("  %s further downstream", Count(rest, "node"))
	}
}

// lost says which needs are worse off, the worst first.
func (w cutWriter) lost(e cut.Exposure) string {
	losses := slices.Clone(e.Lost)
	slices.SortStableFunc(losses, func(a, b cut.Loss) int { return (a.Left - a.Quorum) - (b.Left - b.Quorum) })
	const most = 2
	var parts []string
	for _, l := range losses[:min(most, len(losses))] {
		parts = append(parts, w.loss(l))
	}
	if more := len(losses) - most; more > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(parts, "; ")
}

func (w cutWriter) loss(l cut.Loss) string {
	name := w.names.need(l.Need)
	switch {
	case !l.Met():
		return fmt.Sprintf("loses %s (%s)", name, l.Level)
	case l.Left == 1:
		return fmt.Sprintf("%s now from %s alone", name, w.survivor(l.Need))
	case l.Last():
		return fmt.Sprintf("%s: %d of %d sources left, all needed", name, l.Left, l.Sources)
	}
	return fmt.Sprintf("%s: %d of %d sources left", name, l.Left, l.Sources)
}

// delivers says whether a row is left after the cut.
func (w cutWriter) delivers(row graph.SourceID) bool {
	supplier, _ := w.Net.Ends(row)
	_, cutRow := slices.BinarySearch(w.Result.Set.Rows, row)
	return !cutRow && w.status[supplier] < cut.Broken
}

// survivor is the one source of a need that runs.
func (w cutWriter) survivor(k graph.NeedID) string {
	for _, row := range w.Net.SourcesOf(k) {
		if supplier, _ := w.Net.Ends(row); w.delivers(row) {
			return w.names.id(supplier)
		}
	}
	return ""
}

func (w cutWriter) stranded() {
	if len(w.Result.Stranded) == 0 {
		return
	}
	w.section(yellow, "could not start again after a full stop: "+Count(len(w.Result.Stranded), "node")+" on or behind a cycle", 0)
	var ids []string
	for _, i := range w.Result.Stranded {
		ids = append(ids, w.names.id(i))
	}
	w.line("  %s", w.some(ids))
}

func (w cutWriter) untouched() {
	var ids []string
	for i, s := range w.status {
		if s == cut.Running {
			ids = append(ids, w.names.id(graph.NodeID(i)))
		}
	}
	w.section(green, "untouched: "+Count(len(ids), "node"), 0)
	w.line("  %s", w.some(ids))
}

func (w cutWriter) foot() {
	s := w.Summary()
	untouched := w.Net.NumNodes() - s.Cut - s.Broken - s.Reduced - s.Exposed
	parts := []string{thousands(s.Cut) + " cut", thousands(s.Broken) + " broken", thousands(s.Exposed) + " exposed", thousands(untouched) + " untouched"}
	if s.Reduced > 0 {
		parts = slices.Insert(parts, 2, thousands(s.Reduced)+" reduced")
	}
	w.line("")
	w.line("%s", strings.Join(parts, ", "))
	w.line("%s structure: what breaks if the cut lasts and the sources that are left can carry the load", w.in(dim, "reading:"))
	if s.BrokenPossibly > 0 {
		w.line("%s possibly = only if rows that nobody reported turn out so; the others break in any case", w.in(dim, "certainty:"))
	}
}
