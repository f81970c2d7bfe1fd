package paint

import (
	"context"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// canvas is what a picture is painted on. Its unit is the pixel or the point
// of the finished picture; y grows downwards.
type canvas interface {
	fill(p path, c color.NRGBA)
	stroke(p path, with pen)
	// text writes a line that starts at a point on its baseline. Each letter is
	// made narrower by the factor squeeze.
	text(at point, s string, f font, size, squeeze float64, c color.NRGBA)
}

// pen is how a line is drawn: a width and, if not solid, lengths of ink and gap in turns.
type pen struct {
	color color.NRGBA
	width float64
	dash  []float64
}

// draw paints everything, so many points further down: clusters, then lines, then nodes upon them, and the
// labels of lines last, so that no box hides one.
func (l *layout) draw(ctx context.Context, on canvas, scale, down float64) error {
	d := drawer{ctx, on, scale, l.left - l.margin.x, l.top + l.margin.y + down}
	d.list(l.Label, bounds{})
	subgraphs, nodes := l.Objects[:l.Subgraphs], l.Objects[l.Subgraphs:]
	for _, o := range subgraphs {
		d.object(o)
	}
	for _, o := range l.Edges {
		d.list(o.Draw, bounds{})
		d.list(o.Tail, bounds{})
		d.list(o.Head, bounds{})
	}
	for _, o := range nodes {
		d.object(o)
	}
	for _, o := range l.Edges {
		d.list(o.Label, bounds{})
		d.list(o.TailLabel, bounds{})
		d.list(o.HeadLabel, bounds{})
	}
	return ctx.Err()
}

// drawer turns Graphviz's points into the canvas's. Once ctx is done it draws
// no more.
type drawer struct {
	ctx context.Context
	canvas
	scale     float64
	left, top float64
}

func (d drawer) point(p [2]float64) point {
	return point{(p[0] - d.left) * d.scale, (d.top - p[1]) * d.scale}
}

func (d drawer) points(ps [][2]float64) []point {
	out := make([]point, len(ps))
	for i, p := range ps {
		out[i] = d.point(p)
	}
	return out
}

// object draws a shape and, within the room the shape gives, its label.
func (d drawer) object(o object) {
	d.list(o.Draw, bounds{})
	d.list(o.Label, shapeOf(o.Draw))
}

// list draws one list of operations; each list starts with the state of a new pen.
func (d drawer) list(ops []op, shape bounds) {
	var (
		fill = color.NRGBA{A: 255}
		line = pen{color: color.NRGBA{A: 255}, width: 1}
		bold bool
		flag bool
		size = 14.0
	)
	for _, o := range ops {
		if d.ctx.Err() != nil {
			return
		}
		switch o.Op {
		case "C":
			fill = parseColor(o)
		case "c":
			line.color = parseColor(o)
		case "S":
			line.style(o.Style)
		case "F":
			size, bold = o.Size, strings.Contains(strings.ToLower(o.Face), "bold")
		case "t":
			flag = o.Flags&1 != 0
		case "T":
			d.write(o, ops, shape, font{bold || flag}, size, line.color)
		case "E", "e":
			r := point{o.Rect[2], o.Rect[3]}.mul(d.scale)
			d.shape(o.Op == "E", ellipse(d.point([2]float64(o.Rect[:2])), r.x, r.y), fill, line)
		case "P", "p", "L":
			d.shape(o.Op == "P", polyline(d.points(o.Points), o.Op != "L"), fill, line)
		case "B", "b":
			d.shape(o.Op == "B", bezier(d.points(o.Points), o.Op == "B"), fill, line)
		}
	}
}

func (d drawer) shape(filled bool, p path, fill color.NRGBA, line pen) {
	if len(p.curves) == 0 {
		return
	}
	if filled && fill.A > 0 {
		d.fill(p, fill)
	}
	if line.color.A == 0 {
		return
	}
	line.width = max(line.width*d.scale, 0.25)
	var dash []float64
	for _, f := range line.dash {
		dash = append(dash, f*d.scale)
	}
	line.dash = dash
	d.stroke(p, line)
}

// style reads one style of an S operation. Unknown ones, such as filled, have
// been turned into other operations by Graphviz.
func (p *pen) style(s string) {
	switch name, arg, _ := strings.Cut(s, "("); name {
	case "solid":
		p.dash = nil
	case "dashed":
		p.dash = []float64{5, 2}
	case "dotted":
		p.dash = []float64{1, 5}
	case "bold":
		p.width = 2
	case "setlinewidth":
		if w, err := strconv.ParseFloat(strings.TrimSuffix(arg, ")"), 64); err == nil && w >= 0 && plausible(w) {
			p.width = w
		}
	}
}

// write draws one line of a label. Graphviz guesses how wide text is, and for
// Chinese or Japanese too low; what is too wide for its place is squeezed.
func (d drawer) write(o op, all []op, shape bounds, f font, size float64, c color.NRGBA) {
	if o.Text == "" || size <= 0 {
		return
	}
	text := strings.ReplaceAll(o.Text, Backslash, `\`)
	width := Width(text, size, f.bold)
	squeeze := 1.0
	if room := o.room(all, shape); width > room {
		squeeze = max(room/width, 0.5) // narrower cannot be read; then rather let it stick out
	}
	at := d.point(o.Pt)
	switch width *= squeeze * d.scale; o.Align {
	case "r":
		at.x -= width
	case "l":
	default:
		at.x -= width / 2
	}
	d.text(at, text, f, size*d.scale, squeeze, c)
}

// room returns how wide a text may be. One that has its shape for itself may
// fill it; a neighbour in the same row must be kept clear of.
func (o op) room(all []op, shape bounds) float64 {
	const slack, padding = 1.03, 6
	for _, other := range all {
		if other.Op == "T" && other.Pt != o.Pt && math.Abs(other.Pt[1]-o.Pt[1]) < 2 {
			return o.Width * slack
		}
	}
	return max(o.Width*slack, shape.right-shape.left-padding)
}

// bounds is how far a shape reaches to the left and to the right, in points.
type bounds struct{ left, right float64 }

func shapeOf(ops []op) bounds {
	b := bounds{math.Inf(1), math.Inf(-1)}
	take := func(x float64) { b.left, b.right = min(b.left, x), max(b.right, x) }
	for _, o := range ops {
		for _, p := range o.Points {
			take(p[0])
		}
		if strings.EqualFold(o.Op, "e") {
			take(o.Rect[0] - o.Rect[2])
			take(o.Rect[0] + o.Rect[2])
		}
	}
	if b.left > b.right {
		return bounds{}
	}
	return b
}
