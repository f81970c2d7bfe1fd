package chart

import (
	"cmp"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"linestop/internal/palette"
)

// gantt draws all rows into one plot.
func (p *picture) gantt() {
	plt := p.plot()
	n := len(p.Rows)
	var names plot.ConstantTicks
	for i, r := range p.Rows {
		names = append(names, plot.Tick{Value: float64(n-i) - 0.5, Label: cmp.Or(r.Label, " ")})
	}
	plt.Y.Min, plt.Y.Max = 0, float64(max(n, 1))
	plt.Y.Tick.Marker = names
	b := bars{p.letters, p.Rows, p.Horizon, p.split()}
	plt.Add(tracks(b), grid(), b)
	height := p.rowHeight()*vg.Length(n) + axis
	x := plt.DataCanvas(draw.Canvas{Canvas: p.canvas, Rectangle: box(margin, -height, p.edge, 0)})
	p.marks(x.Rectangle)
	p.row(p.Columns, bold(p.style(9.5, palette.Slate)), p.y+line/2)
	area := draw.Canvas{Canvas: p.canvas, Rectangle: box(margin, p.y-height, p.edge, p.y)}
	data := plt.DataCanvas(area)
	plt.Draw(area)
	p.lines(data.Rectangle)
	for i, r := range p.Rows {
		p.row(r.Cells, p.style(9.5, palette.Ink), data.Y(plt.Y.Norm(names[i].Value)))
	}
	p.y -= height
}

// rowHeight is less where there are many.
func (p *picture) rowHeight() vg.Length {
	height := vg.Length(15)
	if len(p.Rows) <= 20 {
		height = 20
	}
	if p.split() {
		height += 8
	}
	return height
}
