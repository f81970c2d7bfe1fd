package paint

import (
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// layout is the part of Graphviz's JSON output that says what to draw.
// Lengths are in points; y grows upwards.
type layout struct {
	object
	BB        string   // "left,bottom,right,top"
	Pad       string   // inches around the picture: "all" or "x,y"
	Subgraphs int      `json:"_subgraph_cnt"`
	Objects   []object // subgraphs first, then nodes
	Edges     []object

	left, bottom, right, top float64
	margin                   point
}

// object is the root graph, a subgraph, a node or an edge, with its lists of
// operations: shape, label, and those of an edge's head and tail.
type object struct {
	Draw      []op `json:"_draw_"`
	Label     []op `json:"_ldraw_"`
	Head      []op `json:"_hdraw_"`
	Tail      []op `json:"_tdraw_"`
	HeadLabel []op `json:"_hldraw_"`
	TailLabel []op `json:"_tldraw_"`
}

// op is one operation; Op says which, and so which of the other fields count.
type op struct {
	Op     string
	Points [][2]float64 // P p polygon, L polyline, B b Bézier curve; upper case is filled
	Rect   [4]float64   // E e ellipse: centre x, y and radii
	Color  string       // C fill colour, c pen colour: "#rrggbb" or "#rrggbbaa"
	Stops  []stop       // C c with a gradient, instead of Color
	Style  string       // S
	Size   float64      // F font
	Face   string       // F
	Flags  int          `json:"fontchar"` // t: 1 is bold
	Pt     [2]float64   // T text: where its baseline is anchored
	Align  string       // T: l, c or r
	Width  float64      // T: as Graphviz has estimated it
	Text   string       // T
}

type stop struct{ Color string }

// Backslash stands for a backslash in a layout: Graphviz doubles those there, and
// of a text with several in a row it loses the end.
const Backslash = "\x7f"

const (
	pad     = 4.0     // around the picture where the layout asks for none, as in Graphviz's own output
	extreme = 1 << 24 // no length is larger in points; floats stay exact to the pixel below it
)

func parse(b []byte) (*layout, error) {
	var l layout
	if err := json.Unmarshal(b, &l); err != nil {
		return nil, fmt.Errorf("reading layout: %w", err)
	}
	sides := strings.Split(l.BB, ",")
	if len(sides) != 4 {
		return nil, fmt.Errorf("reading layout: no bounding box in %q", l.BB)
	}
	for i, side := range []*float64{&l.left, &l.bottom, &l.right, &l.top} {
		f, err := strconv.ParseFloat(sides[i], 64)
		if err != nil || !plausible(f) {
			return nil, fmt.Errorf("reading layout: bad bounding box %q", l.BB)
		}
		*side = f
	}
	var err error
	if l.margin, err = margin(l.Pad); err != nil {
		return nil, err
	}
	if l.right < l.left || l.top < l.bottom || l.Subgraphs < 0 || l.Subgraphs > len(l.Objects) {
		return nil, errors.New("reading layout: bounding box or subgraph count out of order")
	}
	return &l, l.check()
}

// margin reads inches on all sides, or to the sides and above and below.
func margin(inches string) (point, error) {
	if inches == "" {
		return point{pad, pad}, nil
	}
	x, y, two := strings.Cut(inches, ",")
	if !two {
		y = x
	}
	dx, err := strconv.ParseFloat(x, 64)
	dy, err2 := strconv.ParseFloat(y, 64)
	if err != nil || err2 != nil || !plausible(dx) || !plausible(dy) || min(dx, dy) < 0 {
		return point{}, fmt.Errorf("reading layout: bad pad %q", inches)
	}
	return point{dx * 72, dy * 72}, nil
}

func plausible(f float64) bool { return math.Abs(f) <= extreme }

// check refuses numbers so large that they would overflow somewhere later.
func (l *layout) check() error {
	for list := range l.lists() {
		for _, o := range list {
			ok := plausible(o.Width) && plausible(o.Size) && plausible(o.Pt[0]) && plausible(o.Pt[1])
			for _, f := range o.Rect {
				ok = ok && plausible(f)
			}
			for _, p := range o.Points {
				ok = ok && plausible(p[0]) && plausible(p[1])
			}
			if !ok {
				return fmt.Errorf("reading layout: a length over %d points", extreme)
			}
		}
	}
	return nil
}

// lists yields every list of operations.
func (l *layout) lists() func(yield func([]op) bool) {
	return func(yield func([]op) bool) {
		for _, objects := range [][]object{{l.object}, l.Objects, l.Edges} {
			for _, o := range objects {
				for _, list := range [][]op{o.Draw, o.Label, o.Head, o.Tail, o.HeadLabel, o.TailLabel} {
					if !yield(list) {
						return
					}
				}
			}
		}
	}
}

// size returns width and height of the picture in points, margins included.
func (l *layout) size() (width, height float64) {
	return l.right - l.left + 2*l.margin.x, l.top - l.bottom + 2*l.margin.y
}

// background returns the colour of the whole picture: what the root graph is filled with.
func (l *layout) background() color.NRGBA {
	for _, o := range l.Draw {
		if c := parseColor(o); o.Op == "C" && c.A == 255 {
			return c
		}
	}
	return white
}

var white = color.NRGBA{255, 255, 255, 255}

// parseColor reads the colour of a C or c operation; of a gradient, its first.
// Graphviz has resolved names to numbers. What it could not is black, as there.
func parseColor(o op) color.NRGBA {
	s := o.Color
	if len(o.Stops) > 0 {
		s = o.Stops[0].Color
	}
	hex := strings.TrimPrefix(s, "#")
	if len(hex) == 6 {
		hex += "ff"
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 8 {
		return color.NRGBA{A: 255}
	}
	return color.NRGBA{uint8(n >> 24), uint8(n >> 16), uint8(n >> 8), uint8(n)}
}
