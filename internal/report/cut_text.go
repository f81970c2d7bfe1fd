package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
)

// screen is how many rows of a list are shown unless all are asked for.
const screen = 20

func (c Cut) text(p *page) {
	w := cutWriter{Cut: c, page: p, names: names{c.Net}, status: c.Result.Statuses()}
	w.head()
	w.products()
	if !c.OnlyProducts {
		w.others()
	}
	w.exposed()
	w.stranded()
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
		w.line("  %s: %s", Count(s.Cut, "node"), w.listed(ids))
	}
	if rows := len(w.Result.Set.Rows); rows > 0 {
		w.line("  %s", Count(rows, "source row"))
	}
	if s.Reduced > 0 || len(w.Result.Set.ReducedRows) > 0 {
		w.line("  in part or for later: %s, %s; these stop nobody in this reading", Count(s.Reduced, "node"), Count(len(w.Result.Set.ReducedRows), "source row"))
	}
	w.line("%s %s", w.in(bold, "data:"), describe(w.Net).line())
}

// listed joins ids, at most a line of them unless all are asked for.
func (w cutWriter) listed(ids []string) string {
	const most = 8
	if len(ids) > most && !w.All {
		return strings.Join(ids[:most], ", ") + fmt.Sprintf(" and %d more", len(ids)-most)
	}
	return strings.Join(ids, ", ")
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
	var rows [][]cell
	for _, f := range list {
		mark := cell{"broken", red}
		if !f.Sure {
			mark = cell{"possibly", yellow}
		}
		rows = append(rows, []cell{mark, {w.names.full(f.Node), bold}, {clean(w.Net.Country(f.Node)), dim}, {w.reason(f), plain}})
	}
	w.rows(rows)
}

func (w cutWriter) rows(rows [][]cell) {
	shown := len(rows)
	if !w.All && shown > screen {
		shown = screen
	}
	w.columns(rows[:shown])
	if more := len(rows) - shown; more > 0 {
		w.line("  ... and %s more (--all lists them)", thousands(more))
	}
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
		supplier, _ := w.Net.Ends(row)
		_, cutRow := slices.BinarySearch(w.Result.Set.Rows, row)
		left += one(!cutRow && w.status[supplier] < cut.Broken)
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
	text := Count(s.Exposed, "node") + " exposed: run, but the cut has reached them"
	if s.SingleSource > 0 {
		text += fmt.Sprintf("; %d hang on a last source", s.SingleSource)
	}
	w.section(yellow, text, 0)
	var rows [][]cell
	for _, e := range hit {
		rows = append(rows, []cell{{"exposed", yellow}, {w.names.full(e.Node), bold}, {clean(w.Net.Country(e.Node)), dim}, {w.lost(e), plain}})
	}
	w.rows(rows)
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

// survivor is the one source of a need that runs.
func (w cutWriter) survivor(k graph.NeedID) string {
	for _, row := range w.Net.SourcesOf(k) {
		supplier, _ := w.Net.Ends(row)
		if _, cutRow := slices.BinarySearch(w.Result.Set.Rows, row); !cutRow && w.status[supplier] < cut.Broken {
			return w.names.id(supplier)
		}
	}
	return ""
}

func (w cutWriter) stranded() {
	if len(w.Result.Stranded) == 0 {
		return
	}
	w.section(yellow, Count(len(w.Result.Stranded), "node")+" on a cycle: run on, but could not start again from a full stop", 0)
	var ids []string
	for _, i := range w.Result.Stranded {
		ids = append(ids, w.names.id(i))
	}
	w.line("  %s", w.listed(ids))
}

func (w cutWriter) foot() {
	s := w.Summary()
	untouched := w.Net.NumNodes() - s.Cut - s.Broken - s.Reduced - s.Exposed
	w.line("")
	w.line("%s cut, %s broken, %s exposed, %s untouched", thousands(s.Cut), thousands(s.Broken), thousands(s.Exposed), thousands(untouched))
	w.line("%s structure: what breaks if the cut lasts and the sources that are left can carry the load", w.in(dim, "reading:"))
	if s.BrokenPossibly > 0 {
		w.line("%s possibly = only if rows that nobody reported turn out so; the others break in any case", w.in(dim, "certainty:"))
	}
}
