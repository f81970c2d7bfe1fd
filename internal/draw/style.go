package draw

import "linestop/internal/palette"

const (
	ink       = string(palette.Ink)
	paper     = string(palette.Paper)
	slate     = string(palette.Slate)
	faint     = string(palette.Faint)
	vermilion = string(palette.Vermilion)
	blush     = string(palette.Blush)
	amber     = string(palette.Amber)
	cream     = string(palette.Cream)
	blue      = string(palette.Blue)
	sky       = string(palette.Sky)
)

// font is one whose widths Graphviz knows, and package paint has a face of the
// same widths.
const font = "Helvetica"

// look is how a status is drawn. Outline, corners and darkness tell the statuses
// apart in grey; what is cut has a shape of its own.
type look struct {
	fill, line, text string
	style, penwidth  string
	bar              string // its part of a bar; default fill
}

var looks = [...]look{
	Running:  {fill: paper, line: slate, text: ink, style: "filled", penwidth: "1"},
	Exposed:  {fill: cream, line: amber, text: ink, style: "filled,rounded", penwidth: "1.5"},
	Reduced:  {fill: sky, line: blue, text: ink, style: "filled,rounded,dashed", penwidth: "1.5"},
	MayBreak: {fill: blush, line: vermilion, text: ink, style: "filled,dashed", penwidth: "1.5"},
	Broken:   {fill: vermilion, line: ink, text: paper, style: "filled", penwidth: "1.5"},
	Cut:      {fill: ink, line: ink, text: paper, style: "filled", penwidth: "1"},
	MayPoint: {fill: cream, line: ink, text: ink, style: "filled,dashed", penwidth: "1.8", bar: amber},
	Point:    {fill: cream, line: ink, text: ink, style: "filled", penwidth: "2.5", bar: ink},
}

// stroke is how an arrow is drawn.
type stroke struct {
	color, style, penwidth string
	head, tail, size       string
}

// strokeOf gives each thing to be told a part of the arrow: fate has the line's
// colour and width, an alternate its dashes, a minor need the open head, an
// unsure row the ring at the start. A dead row ends in a bar, one that delivers
// less in half a head, one that passes on a loss is thick.
func strokeOf(e Edge) stroke {
	s := stroke{color: slate, style: "solid", penwidth: "1.1", head: "normal", size: "0.7"}
	if e.Alternate {
		s.style = "dashed"
	}
	if e.Minor {
		s.head, s.penwidth = "onormal", "0.7"
	}
	switch {
	case e.Cut:
		s.color, s.style, s.penwidth, s.head, s.size = ink, "solid", "3", "tee", "1.1"
	case e.Fate == Dead:
		s.color, s.style, s.penwidth, s.head, s.size = vermilion, "solid", "1.3", "tee", "1"
	case e.Fate == MayFail:
		s.color, s.style, s.penwidth = vermilion, "dotted", "1.4"
	case e.Fate == Lessened:
		s.color, s.penwidth, s.head, s.size = blue, "1.6", "lnormal", "0.9"
	case e.Fatal:
		s.color, s.penwidth, s.size = ink, "2.4", "0.9"
	}
	if e.Unsure {
		s.tail = "odot"
	}
	return s
}
