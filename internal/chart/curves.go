package chart

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"linestop/internal/palette"
)

// How curves look: what is predicted stands on an area, a stop is a thick line on
// the ground, what happened is dashed.
var (
	curve  = draw.LineStyle{Color: palette.Blue, Width: 1.5}
	area   = palette.Sky
	ground = draw.LineStyle{Color: palette.Vermilion, Width: 4}
	truth  = draw.LineStyle{Color: palette.Ink, Width: 1.5, Dashes: dashes}
	dashes = []vg.Length{5, 2} // package paint knows no other
)

// output draws each row as a curve of its own, one below the other.
func (p *picture) output() {
	n := max(len(p.Rows), 1)
	plots, tiles := make([][]*plot.Plot, n), draw.Tiles{Rows: n, Cols: 1, PadY: labelHeight, PadTop: labelHeight}
	for i := range plots {
		plt := p.plot()
		plt.Y.Min, plt.Y.Max = 0, 1
		plt.Y.Tick.Marker = plot.ConstantTicks{{Value: 0, Label: "0"}, {Value: 1, Label: "100 %"}}
		plt.Y.Tick.Label.Font.Size, plt.Y.Tick.Label.Color = 8.5, palette.Slate
		if i < len(p.Rows) {
			for _, line := range curves(p.Rows[i], p.Horizon) {
				plt.Add(inside{line})
			}
			plt.Add(clouds(append(spans(p.Rows[i].Steps, p.Horizon), spans(p.Rows[i].Actual, p.Horizon)...)))
		}
		plt.Add(grid())
		if i < n-1 {
			unnamed(plt)
		}
		plots[i] = []*plot.Plot{plt}
	}
	height := vg.Length(n)*(p.curveHeight()+labelHeight) + axis
	place := func() [][]draw.Canvas {
		return plot.Align(plots, tiles, draw.Canvas{Canvas: p.canvas, Rectangle: box(margin, p.y-height, p.edge, p.y)})
	}
	p.marks(plots[0][0].DataCanvas(place()[0][0]).Rectangle)
	p.row(p.Columns, bold(p.style(9.5, palette.Slate)), p.y+line/2)
	for i, tile := range place() {
		data := plots[i][0].DataCanvas(tile[0])
		if i < len(p.Rows) {
			p.write(p.Rows[i].Label, p.curveLabel(), data.Min.X, data.Max.Y+labelHeight-1)
			p.row(p.Rows[i].Cells, p.style(9.5, palette.Ink), data.Max.Y+labelHeight/2)
		}
		plots[i][0].Draw(tile[0])
		if i == 0 {
			p.stems(data.Rectangle)
		}
		p.lines(data.Rectangle)
	}
	p.y -= height
}

func (p *picture) curveLabel() text.Style { return bold(p.style(9.5, palette.Ink)) }

// stems leads the stems of marks past the first label.
func (p *picture) stems(data vg.Rectangle) {
	free := data.Min.X
	if len(p.Rows) > 0 {
		free += p.curveLabel().Width(p.Rows[0].Label)
	}
	for _, m := range p.Marks {
		if x := p.dayX(data, m.Day); x > free+2 {
			p.canvas.StrokeLine2(stem, x, data.Max.Y, x, data.Max.Y+labelHeight)
		}
	}
}

// unnamed takes the names off the days, not the lines: the plot below has them.
func unnamed(plt *plot.Plot) {
	ticks := slices.Clone(plt.X.Tick.Marker.(plot.ConstantTicks))
	for i := range ticks {
		ticks[i].Label = " "
	}
	plt.X.Tick.Marker = ticks
	plt.X.Tick.Label.Font.Size, plt.X.Tick.Length = 0.1, 0
}

// curveHeight is less where there are many.
func (p *picture) curveHeight() vg.Length {
	return min(160, max(36, 320/vg.Length(max(len(p.Rows), 1))))
}

// inside is a line that asks for no room beyond the days, however thick.
type inside struct{ plot.Plotter }

// clouds hatch the days of which only a loss is known.
type clouds []span

// Plot draws them over the whole height.
func (l clouds) Plot(c draw.Canvas, plt *plot.Plot) {
	x, y := plt.Transforms(&c)
	for _, s := range l {
		if s.less() {
			happened.less(c, box(x(s.from), y(0), x(s.to), y(1)))
		}
	}
}

// curves are the lines of one row.
func curves(r Row, horizon float64) []*plotter.Line {
	var list []*plotter.Line
	for _, xys := range stretches(r.Steps, horizon) {
		list = append(list, stairs(xys, curve, area))
	}
	for _, s := range spans(r.Steps, horizon) {
		if s.stopped() {
			list = append(list, stairs(plotter.XYs{{X: s.from}, {X: s.to}}, ground, nil))
		}
	}
	if r.Actual != nil {
		for _, xys := range stretches(r.Actual, horizon) {
			list = append(list, stairs(xys, truth, nil))
		}
	}
	return list
}

// stairs is a line that keeps each height up to the next point.
func stairs(xys plotter.XYs, sty draw.LineStyle, below color.Color) *plotter.Line {
	return &plotter.Line{XYs: xys, StepStyle: plotter.PostStep, LineStyle: sty, FillColor: below}
}

// stretches are the corners of a curve, in pieces where its height is not known.
func stretches(steps []Step, horizon float64) []plotter.XYs {
	var list []plotter.XYs
	joined := false
	for _, s := range spans(steps, horizon) {
		if !s.known() || s.less() {
			joined = false
			continue
		}
		if !joined {
			list = append(list, nil)
			joined = true
		}
		last := &list[len(list)-1]
		if n := len(*last); n > 0 {
			*last = (*last)[:n-1] // it only closed the span before
		}
		*last = append(*last, plotter.XY{X: s.from, Y: s.level}, plotter.XY{X: s.to, Y: s.level})
	}
	return list
}
