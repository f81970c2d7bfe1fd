package paint

import (
	"context"
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"linestop/internal/draw/render"
)

// every is a picture with each kind of thing that linestop draws, and scripts of the world.
const every = `digraph {
	rankdir=LR; fontname="Helvetica"
	node [fontname="Helvetica" fontsize=12 shape=box style="filled,rounded" fillcolor="#eef3fb" color="#30507a"]
	edge [fontname="Helvetica" fontsize=10 color="#555555"]
	subgraph cluster_de { label="Deutschland / Österreich"; style="rounded,dashed"; color="#999999"
		de [label="Wafer-Werk für\nHalbleiter"]; br [label="São João" penwidth=3 color="#b3261e"] }
	subgraph cluster_cn { label="中国"
		cn [label="安世半导体（东莞）有限公司" style="filled,dashed"]; jp [label="本田技研工業\nホンダ すずか"] }
	pl [label="Łódź Żyrardów" shape=ellipse]; tr [label="Çelik Şırnak" shape=hexagon style=filled]
	gr [label="Ελληνικά" shape=cylinder style=filled]; ru [label="Северсталь" shape=octagon penwidth=4 style=filled]
	bold [label="Bold" fontname="Helvetica-Bold" fillcolor="#ff000060"]; none [label="ก 😀" shape=diamond style=filled]
	de -> cn [label="wafers 60 %" penwidth=2]; cn -> br [style=dashed label="晶体管" color="#b3261e"]
	br -> jp [style=dotted penwidth=2]; jp -> pl; pl -> tr [arrowhead=vee]; gr -> ru [dir=both arrowtail=odiamond]
	ru -> bold [style=bold]; bold -> none; br -> br
}`

func layoutOf(t *testing.T, dot string) []byte {
	t.Helper()
	l, err := render.Render(t.Context(), []byte(dot), render.Layout, render.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Whatever Graphviz says has an outline has one in the picture, all along.
func TestOutlinesAndEdgesArePainted(t *testing.T) {
	b := layoutOf(t, every)
	img, scale := paintPNG(t, string(b), Options{Scale: 4})
	l, err := parse(b)
	if err != nil {
		t.Fatal(err)
	}
	d := drawer{context.Background(), nil, scale, l.left - l.margin.x, l.top + l.margin.y}
	inked := func(p point, c color.NRGBA) bool {
		got := img.RGBAAt(int(p.x), int(p.y))
		far := func(a, b uint8) bool { return math.Abs(float64(a)-float64(b)) > 60 }
		return !far(got.R, c.R) && !far(got.G, c.G) && !far(got.B, c.B)
	}
	checked := 0
	for list := range l.lists() {
		var c color.NRGBA
		for _, o := range list {
			var p path
			switch o.Op {
			case "c":
				c = parseColor(o)
			case "b", "B":
				p = bezier(d.points(o.Points), false)
			case "E", "e":
				p = ellipse(d.point([2]float64(o.Rect[:2])), o.Rect[2]*scale, o.Rect[3]*scale)
			case "P", "p":
				p = polyline(d.points(o.Points), true)
			}
			if dashed := strings.Contains(fmt.Sprint(list), "dashed") || strings.Contains(fmt.Sprint(list), "dotted"); dashed || c.A < 255 {
				continue
			}
			from := p.start
			for _, q := range p.curves {
				checked++
				if at := on(from, q, 0.4); !inked(at, c) {
					t.Errorf("no ink of %v at %v: %+v", c, at, o)
				}
				from = q[2]
			}
		}
	}
	if checked < 80 {
		t.Errorf("only %d places were checked", checked)
	}
}
