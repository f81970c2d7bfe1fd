package draw

import "fmt"

func (w *dotWriter) edge(v View, n int, e Edge) {
	from, to := ends(v, e)
	text := e.Label
	switch {
	case e.Cut:
		text = joined(" ", "cut", text)
	case e.Fate == Lessened:
		text = joined(" ", "reduced", text)
	}
	constraint := ""
	if e.Back {
		constraint = "false"
	}
	attrs := append(strokeOf(e).attrs(), set("constraint", constraint), set("id", fmt.Sprintf("e%d", n)),
		set("tooltip", tooltip(e.Tooltip)), set("URL", link(e.Link)), set("target", target(e.Link)))
	if text != "" {
		attrs = append(attrs, set("label", escape(text)), set("fontcolor", strokeOf(e).color), set("labeltooltip", tooltip(e.Tooltip)))
	}
	w.stmt(from+" -> "+to, attrs...)
}

// ends names where an arrow starts and ends. Goods leave a node on its right and
// arrive on the left; between groups they go back and forth.
func ends(v View, e Edge) (from, to string) {
	from, to = fmt.Sprintf("n%d", e.From), fmt.Sprintf("n%d", e.To)
	if v.Boxes {
		return from, to
	}
	if e.Need >= 0 {
		to += fmt.Sprintf(":p%d", e.Need)
	}
	return from + ":e", to + ":w"
}

func (s stroke) attrs() []attr {
	attrs := []attr{
		set("color", s.color), set("style", s.style), set("penwidth", s.penwidth),
		set("arrowhead", s.head), set("arrowsize", s.size),
	}
	if s.tail != "" {
		attrs = append(attrs, set("arrowtail", s.tail), set("dir", "both"))
	}
	return attrs
}
