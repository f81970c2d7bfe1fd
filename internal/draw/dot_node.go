package draw

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/internal/draw/paint"
	"linestop/internal/words"
)

// Columns at which the texts of a node break.
const (
	nameColumns   = 24
	needColumns   = 24
	detailColumns = 36
)

func (w *dotWriter) node(id string, n Node, more ...attr) {
	look := looks[n.Status]
	box := n.ID == graph.None && n.mix.total() > 0
	if box {
		look = looks[Running]
	}
	attrs := append(more, set("style", look.style), set("fillcolor", look.fill), set("color", look.line),
		set("fontcolor", look.text), set("penwidth", look.penwidth),
		set("tooltip", tooltip(n.Tooltip)), set("URL", link(n.Link)), set("target", target(n.Link)))
	if n.Product {
		attrs = append(attrs, set("peripheries", "2"))
	}
	lines := nodeLines(n)
	switch {
	case n.Status == Cut && !box:
		attrs = append(attrs, stopSign(lines)...)
	case len(n.Needs) > 0:
		attrs = append(attrs, set("margin", "0"), markup("label", needTable(n.Needs, body(n.mix, lines))))
	default:
		attrs = append(attrs, markup("label", body(n.mix, lines)))
	}
	w.stmt(id, attrs...)
}

// body is the words of a node, below its name a bar if it has one.
func body(mix tally, lines []span) string {
	if mix.total() == 0 {
		return flushLeft(lines)
	}
	return mixTable(mix, lines)
}

// nodeLines are the name, which stands out, and the details below it.
func nodeLines(n Node) []span {
	lines := spans(words.Wrap(n.Name, nameColumns, 3), nameSize, true)
	details := n.Details
	if len(details) > 1 && words.Columns(details[0]+details[1]) <= nameColumns+3 { // "broken · car plant"
		details = append([]string{details[0] + " · " + details[1]}, details[2:]...)
	}
	for _, d := range details {
		lines = append(lines, spans(words.Wrap(d, detailColumns, 2), detailSize, false)...)
	}
	return lines
}

// stopSign is the octagon of what is cut. Its size is given, because Graphviz
// would scale a regular one up until the text fits, which makes it huge. Here it
// is as high as its lines, and so wide that the slanted sides keep clear of the
// first and the last of them.
func stopSign(lines []span) []attr {
	const margin, corner = 7.0, 0.293 // points, part of a side
	longest, height := extent(lines)
	height += 2 * margin
	lost := corner * max(0, 1-margin/(corner*height)) // part of the width on either side of the first line
	width := longest/(1-2*lost) + 2*margin
	inches := func(points float64) string { return fmt.Sprintf("%.2f", points/72) }
	return []attr{
		set("shape", "octagon"), markup("label", flushLeft(lines)),
		set("fixedsize", "true"), set("width", inches(width)), set("height", inches(height)),
	}
}

// extent is the size of lines below each other, in points.
func extent(lines []span) (wide, high float64) {
	const leading = 1.2 // ems
	for _, l := range lines {
		wide = max(wide, l.width())
		high += leading * l.size
	}
	return wide, high
}

// needTable is the inside of a box with its needs on the left, each a port.
func needTable(needs []Need, body string) string {
	const table = `<table border="0" cellborder="0" cellspacing="0" cellpadding=`
	var rows strings.Builder
	for p, need := range needs {
		rows.WriteString(fmt.Sprintf(`<tr><td port="p%d" align="left" balign="left">%s</td></tr>`, p, flushLeft(needLines(need))))
	}
	return table + `"0"><tr><td>` +
		table + `"4" rows="*">` + rows.String() + `</table></td><vr/><td>` +
		table + `"6"><tr><td align="left" balign="left">` + body + `</td></tr></table></td></tr></table>`
}

// mixTable is the words of a node and below its name a bar with a part for each
// status, the worst first.
func mixTable(mix tally, lines []span) string {
	const width = 100 // points
	var parts strings.Builder
	counted, at := 0, 0
	for s, n := range slices.Backward(mix[:]) {
		if n > 0 {
			counted += n
			end := max(at+2, width*counted/mix.total()) // even a small part shows
			fmt.Fprintf(&parts, `<td bgcolor="%s" width="%d" height="6" fixedsize="true"></td>`, cmp.Or(looks[s].bar, looks[s].fill), end-at)
			at = end
		}
	}
	const row = `<tr><td align="left" balign="left">`
	name := 0
	for name < len(lines) && lines[name].bold {
		name++
	}
	longest, height := extent(lines)
	return fmt.Sprintf(`<table border="0" cellborder="0" cellspacing="0" cellpadding="1" align="left" fixedsize="true" width="%.0f" height="%.0f">`, max(longest, width)+10, height+14) +
		row + flushLeft(lines[:name]) + `</td></tr>` +
		row + fmt.Sprintf(`<table border="0" cellborder="1" cellspacing="0" cellpadding="0" align="left" width="%d" height="8" fixedsize="true"><tr>%s</tr></table></td></tr>`, at, parts.String()) +
		row + flushLeft(lines[name:]) + `</td></tr></table>`
}

// needLines are the words of a need; one that is not met stands out.
func needLines(n Need) []span {
	var texts []string
	if n.Name != "" {
		texts = words.Wrap(n.Name, needColumns, 2)
	}
	if n.Rule != "" {
		texts = append(texts, words.Wrap(n.Rule, needColumns+4, 2)...)
	}
	texts[0] = [...]string{Met: "", PerhapsUnmet: "? ", Unmet: "× "}[n.State] + texts[0]
	return spans(texts, detailSize, n.State == Unmet)
}

// span is a line of text as it is set.
type span struct {
	text string
	size float64 // points an em
	bold bool
}

func (s span) width() float64 { return paint.Width(words.Plain(s.text, maxText), s.size, s.bold) }

func spans(texts []string, size float64, bold bool) []span {
	lines := make([]span, len(texts))
	for n, text := range texts {
		lines[n] = span{text, size, bold}
	}
	return lines
}
