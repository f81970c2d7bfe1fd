package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"

	"linestop/internal/palette"
	"linestop/internal/words"
)

// Lengths of a picture, in points.
const (
	width       vg.Length = 840
	margin      vg.Length = 18
	between     vg.Length = 14 // columns
	line        vg.Length = 13 // of notes and legend
	axis        vg.Length = 24 // the names of the days
	labelHeight vg.Length = 16 // above a curve
)

// Room for texts over the whole width, in columns of letters.
const (
	titleColumns = 84
	noteColumns  = 150
)

// labelColumns is the room for the label of a row.
const labelColumns = 36

// picture is a chart being drawn, from the top down.
type picture struct {
	Chart
	letters
	canvas draw.Canvas
	y      vg.Length   // what is above has been drawn
	cells  []vg.Length // widths of the columns
	edge   vg.Length   // where the plot ends and the cells begin
}

// drawn is a picture for any format. Heights are negative: its top is at 0.
type drawn struct {
	recorder.Canvas
	height vg.Length
}

func (c Chart) draw(k Kind) (*drawn, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	d := &drawn{}
	p := picture{Chart: c.fewer(k).fitted(labelColumns), letters: newLetters()}
	p.canvas = draw.NewCanvas(d, width, 0)
	p.head(k)
	p.columns()
	if k == Gantt {
		p.gantt()
	} else {
		p.output()
	}
	d.height = margin - p.y
	return d, nil
}

// write sets one line.
func (p *picture) write(s string, sty text.Style, x, top vg.Length) {
	p.canvas.FillText(sty, vg.Point{X: x, Y: top}, s)
}

// head writes title, notes and legend.
func (p *picture) head(k Kind) {
	p.y = -margin
	if p.Title != "" {
		title := bold(p.style(15, palette.Ink))
		for _, l := range words.Wrap(p.Title, titleColumns, 2) {
			p.write(l, title, margin, p.y)
			p.y -= 20
		}
	}
	for _, note := range p.Notes {
		for _, l := range words.Wrap(note, noteColumns, 3) {
			p.write(l, p.style(9.5, palette.Slate), margin, p.y)
			p.y -= line
		}
	}
	if len(p.Rows) == 0 {
		p.write("no "+p.noun()+"s to show", p.style(9.5, palette.Ink), margin, p.y)
		p.y -= line
	}
	p.y -= 6
	p.legend(k)
}

// columns measures the cells; what is left of them is for the plot.
func (p *picture) columns() {
	sty := p.style(9.5, palette.Ink)
	p.edge = width - margin
	for i, head := range p.Columns {
		widest := bold(sty).Width(head)
		for _, r := range p.Rows {
			widest = max(widest, sty.Width(r.Cells[i]))
		}
		p.cells = append(p.cells, widest)
		p.edge -= widest + between
	}
}

// row writes the cells of a row, flush right; middle is the height they stand at.
func (p *picture) row(cells []string, sty text.Style, middle vg.Length) {
	sty.XAlign, sty.YAlign = text.XRight, text.YCenter
	x := p.edge
	for i, cell := range cells {
		x += between + p.cells[i]
		p.write(cell, sty, x, middle+sty.FontExtents().Descent)
	}
}

// plot is a plot with nothing but days.
func (p *picture) plot() *plot.Plot {
	plt := plot.New()
	plt.BackgroundColor = nil
	plt.TextHandler = p.letters
	plt.Legend.TextStyle = p.style(9, palette.Ink)
	for _, a := range []*plot.Axis{&plt.X, &plt.Y} {
		a.Padding = 0
		a.LineStyle = draw.LineStyle{}
		a.Label.TextStyle = p.style(9.5, palette.Ink)
		a.Tick.LineStyle = draw.LineStyle{}
		a.Tick.Label = p.style(9.5, palette.Ink)
	}
	plt.X.Min, plt.X.Max = 0, p.Horizon
	plt.X.Tick.Label = p.style(8.5, palette.Slate)
	plt.X.Tick.Label.XAlign = text.XCenter
	plt.X.Tick.Length, plt.X.Tick.LineStyle = 4, hair
	plt.Y.Tick.Label.XAlign, plt.Y.Tick.Label.YAlign = text.XRight, text.YCenter
	const room = 62 // for the name of a day
	var ticks plot.ConstantTicks
	for _, t := range p.ticks(max(1, int((p.edge-margin-150)/room))) {
		ticks = append(ticks, plot.Tick{Value: t.day, Label: t.label})
	}
	plt.X.Tick.Marker = ticks
	return plt
}

// grid is a line for each tick.
func grid() *plotter.Grid {
	return &plotter.Grid{Vertical: hair}
}

var hair = draw.LineStyle{Color: palette.Faint, Width: 0.4}
