package paint

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// raster is the canvas of pixels.
type raster struct {
	img    *image.RGBA
	pen    vector.Rasterizer
	buf    sfnt.Buffer
	glyphs map[glyph]sfnt.Segments
}

type glyph struct {
	face *face
	r    rune
}

func newRaster(width, height int, background color.NRGBA) *raster {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Bounds(), image.NewUniform(background), image.Point{}, draw.Src)
	return &raster{img: img, glyphs: map[glyph]sfnt.Segments{}}
}

func (c *raster) fill(p path, with color.NRGBA) {
	c.polygons([][]point{p.flatten()}, with)
}

func (c *raster) stroke(p path, with pen) {
	points := p.flatten()
	closed := p.closed && len(points) > 2
	if !dashable(points, with.dash) {
		c.polygons(outline(points, closed, with.width), with.color)
		return
	}
	var all [][]point
	for _, piece := range dashes(points, closed, with.dash) {
		all = append(all, outline(piece, false, with.width)...)
	}
	c.polygons(all, with.color)
}

func (c *raster) text(at point, s string, f font, size, squeeze float64, with color.NRGBA) {
	for _, r := range runs(s, f) {
		from := at.add(point{r.at * size * squeeze, 0})
		if r.face == nil {
			c.stroke(box(from, size, squeeze), pen{color: with, width: size / 16})
			continue
		}
		c.run(from, r, size, squeeze, with)
	}
}

// run fills the outlines of the letters of one run.
func (c *raster) run(at point, r run, size, squeeze float64, with color.NRGBA) {
	l := r.face.load()
	unit := size / l.em / 64
	var letters [][]point
	for _, char := range r.text {
		id, _ := l.font.GlyphIndex(&c.buf, char)
		for _, p := range contours(c.segments(r.face, char, id), at, point{unit * squeeze, unit}) {
			letters = append(letters, p.flatten())
		}
		w, _ := l.font.GlyphAdvance(&c.buf, id, fixed.Int26_6(l.em*64), 0)
		at.x += float64(w) * unit * squeeze
	}
	c.polygons(letters, with)
}

// segments returns the outline of a glyph in 64ths of a font unit.
func (c *raster) segments(f *face, char rune, id sfnt.GlyphIndex) sfnt.Segments {
	key := glyph{f, char}
	s, ok := c.glyphs[key]
	if !ok {
		l := f.load()
		s, _ = l.font.LoadGlyph(&c.buf, id, fixed.Int26_6(l.em*64), nil)
		s = append(sfnt.Segments(nil), s...) // the buffer will be used again
		c.glyphs[key] = s
	}
	return s
}

// contours turns an outline into closed paths, stretched by unit and moved to a place.
func contours(segments sfnt.Segments, at, unit point) []path {
	var out []path
	for _, s := range segments {
		var a [3]point
		for i, p := range s.Args {
			a[i] = at.add(point{float64(p.X) * unit.x, float64(p.Y) * unit.y})
		}
		if s.Op == sfnt.SegmentOpMoveTo || len(out) == 0 {
			out = append(out, path{start: a[0], closed: true})
			continue
		}
		p := &out[len(out)-1]
		switch s.Op {
		case sfnt.SegmentOpLineTo:
			p.line(a[0])
		case sfnt.SegmentOpQuadTo:
			p.curves = append(p.curves, [3]point{between(p.end(), a[0], 2.0/3), between(a[1], a[0], 2.0/3), a[1]})
		case sfnt.SegmentOpCubeTo:
			p.curves = append(p.curves, a)
		}
	}
	return out
}

// band is how many rows are worked on at a time. That bounds the memory of the
// rasterizer, and spares it most of the empty area around a slanting line.
const band = 64

// polygons fills what the polygons enclose, as one shape.
func (c *raster) polygons(polygons [][]point, with color.NRGBA) {
	size := c.img.Bounds().Max
	ink := image.NewUniform(with)
	_, top, _, bottom := reach(polygons, 0, float64(size.Y))
	if top > bottom {
		return
	}
	for y := int(top); y < int(math.Ceil(bottom)); y += band {
		end := min(y+band, size.Y)
		left, _, right, _ := reach(polygons, float64(y), float64(end))
		// Not image.Rect: what lies beside the picture must be empty, not turned round.
		part := image.Rectangle{image.Pt(int(max(left, 0)), y), image.Pt(int(math.Ceil(min(right, float64(size.X)))), end)}
		if left > right || part.Empty() {
			continue
		}
		c.pen.Reset(part.Dx(), part.Dy())
		for _, p := range polygons {
			c.trace(p, part.Min)
		}
		c.pen.Draw(c.img, part, ink, image.Point{})
	}
}

// reach returns the box around what of the polygons lies between two heights;
// if nothing does, its left is beyond its right and its top beyond its bottom.
func reach(polygons [][]point, from, to float64) (left, top, right, bottom float64) {
	left, top, right, bottom = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, polygon := range polygons {
		for i, p := range polygon {
			q := polygon[(i+1)%len(polygon)]
			if p.y > q.y {
				p, q = q, p
			}
			if q.y < from || p.y > to {
				continue
			}
			slope := (q.x - p.x) / max(q.y-p.y, 1e-9)
			if p.y < from {
				p = point{p.x + slope*(from-p.y), from}
			}
			if q.y > to {
				q = point{q.x - slope*(q.y-to), to}
			}
			left, right = min(left, p.x, q.x), max(right, p.x, q.x)
			top, bottom = min(top, p.y), max(bottom, q.y)
		}
	}
	return left, top, right, bottom
}

// trace hands one polygon to the rasterizer. That walks along a line even far
// outside the picture, so corners are pulled closer; in a layout made by
// Graphviz none is there.
func (c *raster) trace(p []point, origin image.Point) {
	const far = 1 << 16
	size := c.img.Bounds().Size()
	for i, q := range p {
		x := float32(min(max(q.x, -far), float64(size.X)+far) - float64(origin.X))
		y := float32(min(max(q.y, -far), float64(size.Y)+far) - float64(origin.Y))
		if i == 0 {
			c.pen.MoveTo(x, y)
		} else {
			c.pen.LineTo(x, y)
		}
	}
	c.pen.ClosePath()
}
