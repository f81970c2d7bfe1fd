package chart

import (
	"fmt"
	"image/color"
	"iter"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"linestop/internal/palette"
)

// bars draws the rows of a Gantt chart, the first one at the top: a bar as high as
// the part that is lost. With the dark of a stop, the hatching of a loss in part
// and the line of full output it can be read in grey.
type bars struct {
	letters
	rows    []Row
	horizon float64
	split   bool // two lanes a row: what happened, and what was predicted
}

// look is how a lane is drawn.
type look struct{ stop, part, hatch palette.Color }

var (
	predicted = look{stop: palette.Vermilion, part: palette.Sky, hatch: palette.Blue}
	happened  = look{stop: palette.Ink, part: palette.Paper, hatch: palette.Ink}
)

// tracks is the ground that bars stand on.
type tracks bars

// Plot draws the tracks of all lanes.
func (t tracks) Plot(c draw.Canvas, plt *plot.Plot) {
	x, _ := plt.Transforms(&c)
	for l := range bars(t).lanes(c, plt) {
		for _, s := range l.spans {
			if s.known() {
				fill(c, palette.Mist, box(x(s.from), l.bottom, x(s.to), l.top))
				c.StrokeLine2(draw.LineStyle{Color: palette.Slate, Width: 1}, x(s.from), l.bottom, x(s.to), l.bottom)
			}
		}
	}
}

// Plot draws the bars of all lanes.
func (b bars) Plot(c draw.Canvas, plt *plot.Plot) {
	x, _ := plt.Transforms(&c)
	for l := range b.lanes(c, plt) {
		for _, s := range l.spans {
			bar := box(x(s.from), l.bottom, max(x(s.to), x(s.from)+thinnest), l.top)
			switch {
			case s.stopped():
				l.stopped(c, bar)
			case s.reduced():
				bar.Max.Y = l.bottom + max(lowest, vg.Length(1-s.level)*(l.top-l.bottom))
				l.reduced(c, bar)
				b.part(c, bar, l.top, 1-s.level)
			case s.less():
				l.less(c, bar)
			}
		}
		if last := l.spans[len(l.spans)-1]; last.down() {
			ink := l.hatch
			if last.stopped() {
				ink = l.stop
			}
			arrow(c, x(b.horizon)+2, (l.bottom+l.top)/2, ink)
		}
	}
}

// part writes how much is lost, where there is room: above a low bar, in a high one.
// In a chart of many rows there is none.
func (b bars) part(c draw.Canvas, bar vg.Rectangle, top vg.Length, lost float64) {
	sty := b.style(7, palette.Ink)
	sty.YAlign = text.YCenter
	label := fmt.Sprintf("−%.0f %%", lost*100)
	wide, high := sty.Width(label), sty.Font.Size
	at := vg.Point{X: bar.Min.X + 3, Y: (bar.Max.Y + top) / 2}
	if wide+6 > bar.Max.X-bar.Min.X || 2*high > top-bar.Min.Y {
		return
	}
	if top-bar.Max.Y < high {
		at.Y = (bar.Min.Y + bar.Max.Y) / 2
		fill(c, palette.Paper, box(at.X-1.5, at.Y-high/2, at.X+wide+1.5, at.Y+high/2))
	}
	c.FillText(sty, at.Add(vg.Point{Y: sty.FontExtents().Descent}), label)
}

// lane is the place of one bar.
type lane struct {
	look
	spans       []span
	bottom, top vg.Length
}

// lanes yields what there is to draw; row i fills the heights from len-1-i to len-i.
func (b bars) lanes(c draw.Canvas, plt *plot.Plot) iter.Seq[lane] {
	_, y := plt.Transforms(&c)
	const pad, middle, gap = 0.14, 0.5, 0.04 // of a row
	return func(yield func(lane) bool) {
		for n, r := range b.rows {
			base := float64(len(b.rows) - 1 - n)
			top := 1 - pad
			if b.split {
				top = middle - gap
			}
			ok := yield(lane{predicted, spans(r.Steps, b.horizon), y(base + pad), y(base + top)})
			if ok && r.Actual != nil {
				ok = yield(lane{happened, spans(r.Actual, b.horizon), y(base + middle + gap), y(base + 1 - pad)})
			}
			if !ok {
				return
			}
		}
	}
}

const (
	thinnest vg.Length = 1.5 // a bar of hours in a chart of years can still be seen
	lowest   vg.Length = 2   // as can the loss of a hundredth
)

func (l look) stopped(c draw.Canvas, bar vg.Rectangle) { fill(c, l.stop, bar) }

func (l look) reduced(c draw.Canvas, bar vg.Rectangle) {
	fill(c, l.part, bar)
	hatch(c, draw.LineStyle{Color: l.hatch, Width: 0.7}, bar, dense)
	c.StrokeLines(draw.LineStyle{Color: l.hatch, Width: 0.7}, outline(bar))
}

// less has no upper edge.
func (l look) less(c draw.Canvas, bar vg.Rectangle) {
	hatch(c, draw.LineStyle{Color: l.hatch, Width: 0.7}, bar, sparse)
}

// arrow points out of the chart: it goes on like this.
func arrow(c draw.Canvas, x, y vg.Length, ink color.Color) {
	const size = 3.5
	c.FillPolygon(ink, []vg.Point{{X: x, Y: y - size}, {X: x + size*1.5, Y: y}, {X: x, Y: y + size}})
}

func box(left, bottom, right, top vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: left, Y: bottom}, Max: vg.Point{X: right, Y: top}}
}

func fill(c draw.Canvas, ink color.Color, r vg.Rectangle) { c.FillPolygon(ink, outline(r)) }

// outline is the corners of a rectangle, the first one once more at the end.
func outline(r vg.Rectangle) []vg.Point {
	return []vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}, r.Min}
}

// How far apart the lines of a hatching are.
const (
	dense  vg.Length = 4
	sparse vg.Length = 8
)

// hatch strokes slanting lines across a rectangle. They lie on one grid for all
// rectangles, so that neighbours go on as one.
func hatch(c draw.Canvas, sty draw.LineStyle, r vg.Rectangle, apart vg.Length) {
	var p vg.Path
	first := vg.Length(math.Floor(float64((r.Min.X-r.Max.Y)/apart))) * apart
	for d := first; d < r.Max.X-r.Min.Y; d += apart { // the line x = y + d
		from, to := max(r.Min.Y, r.Min.X-d), min(r.Max.Y, r.Max.X-d)
		if from < to {
			p.Move(vg.Point{X: from + d, Y: from})
			p.Line(vg.Point{X: to + d, Y: to})
		}
	}
	if p != nil {
		c.SetLineStyle(sty)
		c.Stroke(p)
	}
}
