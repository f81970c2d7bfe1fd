package draw

import "fmt"

// Beyond maxLabelled nodes a picture has specks without names, beyond MaxNodes
// there is none but in DOT.
const (
	maxLabelled = 1000
	MaxNodes    = 20_000
)

// specks writes a picture of more nodes than anybody reads, for its shape only:
// names are in the tooltips.
func (v View) specks() []byte {
	w := &dotWriter{}
	w.open("digraph", "linestop")
	w.head(v, set("layout", "sfdp"), set("outputorder", "edgesfirst"), set("overlap", "scale"), set("K", "2"), set("repulsiveforce", "2"), set("fontsize", "80"))
	w.stmt("node", set("label", " "), set("fixedsize", "true"))
	w.stmt("edge", set("arrowsize", "0.4"), set("penwidth", "0.3"))
	for n, node := range v.Nodes {
		look, speck := looks[node.Status], speckOf(node)
		id := fmt.Sprintf("n%d", n)
		w.stmt(id, set("id", id), set("shape", speck.shape), set("width", speck.size), set("height", speck.size),
			set("style", "filled"), set("fillcolor", look.fill), set("color", look.line),
			set("tooltip", tooltip(append([]string{node.Name}, node.Tooltip...))), set("URL", link(node.Link)), set("target", target(node.Link)))
	}
	for n, e := range v.Edges {
		s := strokeOf(e)
		w.stmt(fmt.Sprintf("n%d -> n%d", e.From, e.To), set("id", fmt.Sprintf("e%d", n)), set("color", s.color), set("style", s.style))
	}
	w.close()
	return w.Bytes()
}

type speck struct{ shape, size string }

// speckOf gives each status a shape of its own, and a product more room.
func speckOf(n Node) speck {
	s := [...]speck{
		Running: {"circle", "0.06"}, Exposed: {"circle", "0.1"}, Reduced: {"invtriangle", "0.16"},
		MayBreak: {"diamond", "0.16"}, Broken: {"square", "0.16"}, Cut: {"octagon", "0.5"},
	}[n.Status]
	if n.Product && n.Status < Cut {
		s.size = "0.2"
	}
	return s
}
