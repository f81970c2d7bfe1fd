package chart

import (
	"cmp"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"linestop/internal/palette"
	"linestop/internal/words"
)

func (r Ranking) draw() *drawn {
	d := &drawn{title: r.Title}
	s := newSheet(d)
	lacks := ""
	if len(r.Panels) == 0 {
		lacks = "nothing to show"
	}
	s.head(r.Title, r.Notes, lacks)
	for _, p := range r.Panels {
		panel{&s, p.fitted(labelColumns)}.draw()
	}
	return s.end(d)
}

// panel is a Panel being drawn.
type panel struct {
	*sheet
	Panel
}

var (
	losses = look{stop: palette.Vermilion, part: palette.Blush, hatch: palette.Vermilion}
	shares = look{stop: palette.Blue, part: palette.Sky, hatch: palette.Blue}
)

func (p panel) look() look {
	if p.Share {
		return shares
	}
	return losses
}

func (p panel) draw() {
	for _, l := range words.Wrap(p.Title, titleColumns, 2) {
		p.write(l, bold(p.style(11, palette.Ink)), margin, p.y)
		p.y -= 15
	}
	for _, note := range p.Notes {
		p.note(note)
	}
	p.y -= 4
	if p.Hatched != "" && p.hatched() {
		p.samples([]sample{{true, p.Solid, p.look().stopped}, {true, p.Hatched, p.look().reduced}})
	}
	var cells [][]string
	for _, b := range p.Bars {
		cells = append(cells, b.Cells)
	}
	p.measure(p.Columns, cells)
	p.row(p.Columns, bold(p.style(9.5, palette.Slate)), p.y-line/2)
	p.y -= line + 2
	p.plot()
	p.y -= 14
}

func (p panel) plot() {
	plt, n := p.sheet.plot(), len(p.Bars)
	var names, ticks plot.ConstantTicks
	for i, b := range p.Bars {
		names = append(names, plot.Tick{Value: float64(n-i) - 0.5, Label: cmp.Or(b.Label, " ")})
	}
	const most = 8
	for _, t := range p.ticks(most) {
		ticks = append(ticks, plot.Tick{Value: t.day, Label: t.label})
	}
	plt.X.Min, plt.X.Max = 0, p.longest()
	plt.X.Tick.Marker = ticks
	plt.Y.Min, plt.Y.Max = 0, float64(max(n, 1))
	plt.Y.Tick.Marker = names
	plt.Add(grid(), stripes(p))
	height := p.rowHeight()*vg.Length(n) + axis
	area := draw.Canvas{Canvas: p.canvas, Rectangle: box(margin, p.y-height, p.edge, p.y)}
	data := plt.DataCanvas(area)
	plt.Draw(area)
	for i, b := range p.Bars {
		p.row(b.Cells, p.style(9.5, palette.Ink), data.Y(plt.Y.Norm(names[i].Value)))
	}
	p.y -= height
}

// rowHeight is less where there are many.
func (p panel) rowHeight() vg.Length {
	if len(p.Bars) <= 20 {
		return 18
	}
	return 15
}

// stripes draws the bars of a panel, the first one at the top.
type stripes panel

// Plot draws them all.
func (s stripes) Plot(c draw.Canvas, plt *plot.Plot) {
	x, y := plt.Transforms(&c)
	const pad = 0.16 // of a row
	for n, b := range s.Bars {
		base := float64(len(s.Bars) - 1 - n)
		bottom, top := y(base+pad), y(base+1-pad)
		if b.Sure > b.From {
			panel(s).look().stopped(c, box(x(b.From), bottom, max(x(b.Sure), x(b.From)+thinnest), top))
		}
		if b.To > b.Sure {
			panel(s).look().reduced(c, box(x(b.Sure), bottom, max(x(b.To), x(b.Sure)+thinnest), top))
		}
	}
}
