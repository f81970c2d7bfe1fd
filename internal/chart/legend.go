package chart

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"linestop/internal/palette"
)

// sample is a piece of a chart with what it means.
type sample struct {
	shown bool
	means string
	draw  func(c draw.Canvas, r vg.Rectangle)
}

// legend explains what occurs in the picture and nothing else.
func (p *picture) legend(k Kind) {
	samples := p.barSamples()
	if k == Output {
		samples = p.curveSamples()
	}
	p.samples(samples)
}

// samples draws those shown one beside the other.
func (s *sheet) samples(list []sample) {
	sty := s.style(9, palette.Ink)
	const wide, high, gap = 20, 9, 5
	x := margin
	for _, l := range list {
		if !l.shown {
			continue
		}
		length := wide + gap + sty.Width(l.means)
		if x > margin && x+length > width-margin {
			x = margin
			s.y -= line
		}
		l.draw(s.canvas, box(x, s.y-high-1, x+wide, s.y-1))
		s.write(l.means, sty, x+wide+gap, s.y)
		x += length + 16
	}
	s.y -= line + 5
}

func (p *picture) barSamples() []sample {
	half := func(r vg.Rectangle) vg.Rectangle { return box(r.Min.X, r.Min.Y, r.Max.X, (r.Min.Y+r.Max.Y)/2) }
	return []sample{
		{p.some(span.stopped), "stopped", predicted.stopped},
		{p.some(span.reduced), "reduced: the bar is as high as the part lost", func(c draw.Canvas, r vg.Rectangle) {
			fill(c, palette.Mist, r)
			predicted.reduced(c, half(r))
		}},
		{p.some(span.less), "reduced, by how much is not known", func(c draw.Canvas, r vg.Rectangle) {
			fill(c, palette.Mist, r)
			happened.less(c, r)
		}},
		{p.some(span.full), "full output", func(c draw.Canvas, r vg.Rectangle) {
			fill(c, palette.Mist, r)
			c.StrokeLine2(draw.LineStyle{Color: palette.Slate, Width: 1}, r.Min.X, r.Min.Y, r.Max.X, r.Min.Y)
		}},
		{p.split(), "upper bar: what happened; lower bar: as predicted", func(c draw.Canvas, r vg.Rectangle) {
			middle := (r.Min.Y + r.Max.Y) / 2
			happened.stopped(c, box(r.Min.X, middle+0.5, r.Max.X, r.Max.Y))
			predicted.stopped(c, box(r.Min.X, r.Min.Y, r.Max.X, middle-0.5))
		}},
		p.blankSample(),
		{p.someOpen(), "not back by the last day", func(c draw.Canvas, r vg.Rectangle) {
			arrow(c, r.Min.X+8, (r.Min.Y+r.Max.Y)/2, predicted.stop)
		}},
	}
}

func (p *picture) curveSamples() []sample {
	steps := func(r vg.Rectangle, sty draw.LineStyle, c draw.Canvas) {
		y := (r.Min.Y + r.Max.Y) / 2
		c.StrokeLine2(sty, r.Min.X, y, r.Max.X, y)
	}
	return []sample{
		{len(p.Rows) > 0, "output, as a part of the full rate", func(c draw.Canvas, r vg.Rectangle) {
			fill(c, area, box(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y-2))
			c.StrokeLine2(curve, r.Min.X, r.Max.Y-2, r.Max.X, r.Max.Y-2)
		}},
		{p.some(span.stopped), "stopped", func(c draw.Canvas, r vg.Rectangle) { steps(r, ground, c) }},
		{p.split(), "what happened", func(c draw.Canvas, r vg.Rectangle) { steps(r, truth, c) }},
		{p.some(span.less), "reduced, by how much is not known", happened.less},
		p.blankSample(),
	}
}

func (p *picture) blankSample() sample {
	blank := p.someUnknown() || p.split() && slices.ContainsFunc(p.Rows, func(r Row) bool { return r.Actual == nil })
	return sample{blank, "not known", func(c draw.Canvas, r vg.Rectangle) {
		c.StrokeLines(draw.LineStyle{Color: palette.Faint, Width: 0.7, Dashes: dashes}, outline(r))
	}}
}
