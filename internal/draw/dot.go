package draw

import (
	"bytes"
	"fmt"
	"strings"

	"linestop/internal/words"
)

// Columns at which the lines above the picture break.
const (
	titleColumns = 70
	noteColumns  = 110
	frameColumns = 40
)

// Sizes of text, in points.
const (
	nameSize   = 10
	detailSize = 9
)

// DOT writes the picture as DOT text: the same bytes for the same view. Nodes
// are numbered n0, n1 and so on as in the view, arrows e0, e1; names are labels.
// Every value is quoted, and attributes are from a fixed list.
func (v View) DOT() []byte {
	return v.digraph((*dotWriter).heading, (*dotWriter).network, (*dotWriter).legend)
}

func (v View) digraph(parts ...func(*dotWriter, View)) []byte {
	w := &dotWriter{}
	w.open("digraph", "linestop")
	w.stmt("graph", set("rankdir", "LR"), set("charset", "UTF-8"), set("bgcolor", paper), set("pad", "0.2,0.1"), set("tooltip", " "),
		set("fontname", font), set("fontsize", "9"), set("fontcolor", ink))
	w.stmt("node", set("shape", "box"), set("fontname", font), set("fontsize", "9"), set("margin", "0.08,0.05"), set("height", "0.3"))
	w.stmt("edge", set("fontname", font), set("fontsize", "9"))
	for _, part := range parts {
		part(w, v)
	}
	w.close()
	return w.Bytes()
}

// heading is the title and the notes, above everything.
func (w *dotWriter) heading(v View) {
	var rows strings.Builder
	row := func(text string, size float64, bold bool) {
		rows.WriteString(`<tr><td align="left">` + flushLeft([]span{{text, size, bold}}) + `</td></tr>`)
	}
	for _, text := range words.Wrap(v.Title, titleColumns, 2) {
		row(text, 16, true)
	}
	for _, note := range v.Notes {
		for _, text := range words.Wrap(note, noteColumns, 3) {
			row(text, 11, false)
		}
	}
	w.stmt("graph", set("id", "heading"), markup("label", `<table border="0" cellspacing="0" cellpadding="1">`+rows.String()+`</table>`),
		set("labelloc", "t"), set("labeljust", "l"))
}

func (w *dotWriter) network(v View) {
	w.stmt("graph", append(v.pace(), set("newrank", "true"), // frames must not turn the goods around
		set("nodesep", "0.22"), set("ranksep", "0.6"))...)
	w.inside(v, -1)
	for _, nodes := range v.Stacks {
		w.stack(nodes)
	}
	for n, e := range v.Edges {
		w.edge(v, n, e)
	}
}

// pace makes Graphviz content with less where its best would take minutes.
func (v View) pace() []attr {
	if v.crossed <= 500 {
		return nil
	}
	return []attr{set("nslimit", "2"), set("nslimit1", "2"), set("mclimit", "0.2")}
}

// attr is an attribute and its value as it is written, empty for none.
type attr struct{ name, value string }

// set quotes a value that is a constant, or what escape made.
func set(name, value string) attr {
	if value == "" {
		return attr{}
	}
	return attr{name, `"` + value + `"`}
}

// markup brackets a value that flushLeft made, or constant tags around it.
func markup(name, value string) attr { return attr{name, "<" + value + ">"} }

type dotWriter struct {
	bytes.Buffer
	depth int
}

func (w *dotWriter) open(kind, id string) {
	w.line(fmt.Sprintf("%s %q {", kind, id))
	w.depth++
}

func (w *dotWriter) close() {
	w.depth--
	w.line("}")
}

// stmt writes a statement; attributes without a value are left out.
func (w *dotWriter) stmt(what string, attrs ...attr) {
	var list []string
	for _, a := range attrs {
		if a.value != "" {
			list = append(list, a.name+"="+a.value)
		}
	}
	w.line(what + " [" + strings.Join(list, " ") + "];")
}

func (w *dotWriter) line(text string) {
	w.WriteString(strings.Repeat("  ", w.depth) + text + "\n")
}

// inside writes the frames and nodes inside one frame, -1 standing for none.
func (w *dotWriter) inside(v View, frame int) {
	for n, c := range v.Clusters {
		if c.Parent == frame {
			w.open("subgraph", fmt.Sprintf("cluster_%d", n))
			w.frame(c)
			w.inside(v, n)
			w.close()
		}
	}
	for n, node := range v.Nodes {
		if node.Cluster == frame {
			id := fmt.Sprintf("n%d", n)
			w.node(id, node, set("id", id))
		}
	}
}

func (w *dotWriter) stack(nodes []int) {
	var ids strings.Builder
	for _, n := range nodes {
		fmt.Fprintf(&ids, " n%d;", n)
	}
	w.line(`{ rank="same";` + ids.String() + " }")
}

func (w *dotWriter) frame(c Cluster) {
	lines, style, color := words.Wrap(c.Name, frameColumns, 2), "rounded", faint
	if c.Says != "" {
		lines, style, color = c.said(lines), "bold", ink
	}
	if c.Says != "" && c.Status == MayPoint {
		style = "bold,dashed"
	}
	w.stmt("graph", markup("label", flushLeft(spans(lines, detailSize, true))), set("labeljust", "l"), set("fontcolor", slate),
		set("style", style), set("color", color), set("tooltip", tooltip([]string{c.Name})), set("URL", link(c.Link)), set("target", target(c.Link)))
}

// said adds what a frame says to the lines of its name: to the last if it is short.
func (c Cluster) said(lines []string) []string {
	text, last := "("+c.Says+")", &lines[len(lines)-1]
	if len(c.Says) > len(Broken.String()) {
		return append(lines, text)
	}
	*last += " " + text
	return lines
}

// target opens a link beside the picture.
func target(address string) string {
	if link(address) == "" {
		return ""
	}
	return "_blank"
}
