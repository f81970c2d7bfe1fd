package chart

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"linestop/internal/palette"
)

// marks writes the names of the marks above the plot, each at the top of a stem,
// on as many lines as it takes for no two to touch. The last come first and as low
// as may be, so that stems do not cross names.
func (p *picture) marks(data vg.Rectangle) {
	sty := p.style(8.5, palette.Ink)
	type flag struct {
		label   string
		x, left vg.Length
		line    int
	}
	var flags []flag
	var starts []vg.Length // of what is written, by line from the lowest up
	for _, m := range slices.Backward(p.Marks) {
		f := flag{label: m.Label, x: p.dayX(data, m.Day)}
		wide := sty.Width(f.label)
		f.left = max(margin, min(f.x-2, p.edge-wide))
		f.line = slices.IndexFunc(starts, func(start vg.Length) bool { return f.left+wide+8 < start })
		if f.line < 0 {
			f.line = len(starts)
			starts = append(starts, 0)
		}
		starts[f.line] = f.left
		flags = append(flags, f)
	}
	p.y -= line * vg.Length(max(len(starts), 1))
	for _, f := range flags {
		foot := p.y + vg.Length(f.line)*line
		p.write(f.label, sty, f.left, foot+line-1)
		p.canvas.StrokeLine2(stem, f.x, p.y, f.x, foot)
	}
}

var stem = draw.LineStyle{Color: palette.Ink, Width: 0.7}

// lines draws a line through the plot for each mark.
func (p *picture) lines(data vg.Rectangle) {
	for _, m := range p.Marks {
		x := p.dayX(data, m.Day)
		p.canvas.StrokeLine2(stem, x, data.Min.Y, x, data.Max.Y)
	}
}

func (p *picture) dayX(data vg.Rectangle, day float64) vg.Length {
	return data.Min.X + vg.Length(day/p.Horizon)*(data.Max.X-data.Min.X)
}
