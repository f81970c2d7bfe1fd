package draw

import "fmt"

func (w *dotWriter) edge(v View, n int, e Edge) {
	from, to := ends(v, e)
	text := e.Label
	if e.Cut {
		text = joined(" ", "cut", text)
	}
	stroke := strokeOf(e)
	if e.Back { // written the other way round, so that its customer may stand on the left
		from, to = to, from
	}
	attrs := append(stroke.attrs(e.Back), set("id", fmt.Sprintf("e%d", n)),
		set("tooltip", tooltip(e.Tooltip)), set("URL", link(e.Link)), set("target", target(e.Link)))
	if text != "" {
		attrs = append(attrs, set("label", escape(text)), set("fontcolor", stroke.color), set("labeltooltip", tooltip(e.Tooltip)))
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

// attrs draws the arrow, its head at the end that is written first if it is turned.
func (s stroke) attrs(turned bool) []attr {
	head, tail, dir := s.head, s.tail, ""
	switch {
	case s.tail != "":
		dir = "both"
	case turned:
		dir = "back"
	}
	if turned {
		head, tail = tail, head
	}
	return []attr{
		set("color", s.color), set("style", s.style), set("penwidth", s.penwidth), set("dir", dir),
		set("arrowhead", head), set("arrowtail", tail), set("arrowsize", s.size),
	}
}
