package draw

import (
	"fmt"
	"strings"

	"linestop/internal/draw/paint"
	"linestop/internal/words"
)

// Columns at which the texts of a node break.
const (
	nameColumns   = 24
	needColumns   = 22
	detailColumns = 30
)

func (w *dotWriter) node(id string, n Node, more ...attr) {
	look := looks[n.Status]
	attrs := append(more, set("style", look.style), set("fillcolor", look.fill), set("color", look.line),
		set("fontcolor", look.text), set("penwidth", look.penwidth),
		set("tooltip", tooltip(n.Tooltip)), set("URL", link(n.Link)), set("target", target(n.Link)))
	lines := nodeLines(n)
	if n.Status == Cut {
		attrs = append(attrs, stopSign(n, lines)...)
	} else {
		attrs = append(attrs, set("label", record(n, lines)))
	}
	w.stmt(id, attrs...)
}

func nodeLines(n Node) []string {
	lines, details := words.Wrap(n.Name, nameColumns, 3), n.Details
	if len(details) > 1 && words.Columns(details[0]+details[1]) <= nameColumns { // "broken · car plant"
		details = append([]string{details[0] + " · " + details[1]}, details[2:]...)
	}
	for _, d := range details {
		lines = append(lines, words.Wrap(d, detailColumns, 2)...)
	}
	return lines
}

// stopSign is the octagon of what is cut. Its size is given, because Graphviz
// would scale a regular one up until the text fits, which makes it huge. Here it
// is as high as its lines, and so wide that the slanted sides keep clear of the
// first and the last of them.
func stopSign(n Node, lines []string) []attr {
	shape := "octagon"
	if n.Product {
		shape = "doubleoctagon"
	}
	const line, margin, corner = 12.0, 7.0, 0.293 // points, points, part of a side
	longest := 0.0
	for _, l := range lines {
		longest = max(longest, paint.Width(words.Plain(l, maxText), 10, false))
	}
	height := line*float64(len(lines)) + 2*margin
	lost := corner * max(0, 1-margin/(corner*height)) // part of the width on either side of the first line
	width := longest/(1-2*lost) + 2*margin
	inches := func(points float64) string { return fmt.Sprintf("%.2f", points/72) }
	return []attr{
		set("shape", shape), set("label", label(lines)),
		set("fixedsize", "true"), set("width", inches(width)), set("height", inches(height)),
	}
}

// record is the label of a box with its needs on the left, each a port, and a
// bar on the right of a product.
func record(n Node, lines []string) string {
	var fields []string
	if len(n.Needs) > 0 {
		var ports []string
		for p, need := range n.Needs {
			ports = append(ports, fmt.Sprintf("<p%d> %s", p, label(needLines(need))))
		}
		fields = append(fields, "{"+strings.Join(ports, "|")+"}")
	}
	fields = append(fields, label(lines))
	if n.Product {
		fields = append(fields, "")
	}
	return "{" + strings.Join(fields, "|") + "}"
}

func needLines(n Need) []string {
	var lines []string
	if n.Name != "" {
		lines = words.Wrap(n.Name, needColumns, 2)
	}
	if n.Rule != "" {
		lines = append(lines, words.Wrap(n.Rule, needColumns+4, 2)...)
	}
	lines[0] = [...]string{Met: "", PerhapsUnmet: "? ", Unmet: "× "}[n.State] + lines[0]
	return lines
}
