package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"linestop/internal/palette"
)

// labelHeight is the room above a curve.
const labelHeight vg.Length = 16

// labelColumns is the room for the label of a row.
const labelColumns = 36

// picture is a chart being drawn.
type picture struct {
	Chart
	sheet
}

func (c Chart) draw(k Kind) (*drawn, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	d := &drawn{title: c.Title}
	p := picture{c.fewer(k).fitted(labelColumns), newSheet(d)}
	lacks := ""
	if len(p.Rows) == 0 {
		lacks = "no " + p.noun() + "s to show"
	}
	p.head(p.Title, p.Notes, lacks)
	p.legend(k)
	var cells [][]string
	for _, r := range p.Rows {
		cells = append(cells, r.Cells)
	}
	p.measure(p.Columns, cells)
	if k == Gantt {
		p.gantt()
	} else {
		p.output()
	}
	return p.end(d), nil
}

// plot is a plot with nothing but days.
func (p *picture) plot() *plot.Plot {
	plt := p.sheet.plot()
	plt.X.Min, plt.X.Max = 0, p.Horizon
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
