package draw

import (
	"bytes"
	"fmt"
	"strings"

	"linestop/internal/words"
)

// noteColumns is where the lines above the picture break.
const noteColumns = 110

// DOT writes the picture as DOT text: the same bytes for the same view. Nodes
// are numbered n0, n1 and so on as in the view, arrows e0, e1; names are labels.
// Every value is quoted, and attributes are from a fixed list.
func (v View) DOT() []byte {
	if len(v.Nodes) > maxLabelled {
		return v.specks()
	}
	w := &dotWriter{}
	w.open("digraph", "linestop")
	w.head(v, append(v.pace(), set("rankdir", "LR"),
		set("newrank", "true"), // frames must not turn the goods around
		set("nodesep", "0.22"), set("ranksep", "0.6"), set("fontsize", "13"))...)
	w.stmt("node", set("shape", "record"), set("fontname", font), set("fontsize", "10"), set("margin", "0.1,0.05"), set("height", "0.3"))
	w.stmt("edge", set("fontname", font), set("fontsize", "9"))
	w.inside(v, -1)
	for n, e := range v.Edges {
		w.edge(v, n, e)
	}
	w.legend(v)
	w.close()
	return w.Bytes()
}

// pace makes Graphviz content with less where its best takes minutes: a thousand
// nodes then take 3 s instead of 10.
func (v View) pace() []attr {
	if len(v.Nodes) <= 300 {
		return nil
	}
	return []attr{set("nslimit", "2"), set("nslimit1", "2"), set("mclimit", "0.2")}
}

func (w *dotWriter) head(v View, more ...attr) {
	lines := words.Wrap(v.Title, noteColumns, 2)
	for _, note := range v.Notes {
		lines = append(lines, words.Wrap(note, noteColumns, 3)...)
	}
	w.stmt("graph", append(more, set("charset", "UTF-8"), set("bgcolor", paper), set("pad", "0.3"), set("tooltip", " "),
		set("label", label(lines)), set("labelloc", "t"), set("labeljust", "l"), set("fontname", font), set("fontcolor", ink))...)
}

// attr is an attribute whose value stands between quotes as it is: a constant,
// or what escape made.
type attr struct{ name, value string }

func set(name, value string) attr { return attr{name, value} }

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
			list = append(list, a.name+`="`+a.value+`"`)
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

func (w *dotWriter) frame(c Cluster) {
	name, style, color := words.Shorten(c.Name, 40), "rounded", faint
	if c.Status == Cut {
		name, style, color = name+" (cut)", "bold", ink
	}
	w.stmt("graph", set("label", label([]string{name})), set("labeljust", "l"), set("fontsize", "10"), set("fontcolor", slate),
		set("style", style), set("color", color), set("tooltip", tooltip([]string{c.Name})), set("URL", link(c.Link)), set("target", target(c.Link)))
}

// target opens a link beside the picture.
func target(address string) string {
	if link(address) == "" {
		return ""
	}
	return "_blank"
}
