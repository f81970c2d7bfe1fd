// Package paint paints Graphviz layouts, one below the other, as PNG or PDF.
//
// It reads the drawing operations of Graphviz's JSON output (render.Layout) in
// one pass, and hands shapes and text to one of two canvases: pixels or a PDF
// page. It knows nothing of graphs, only of what to draw where. Where things
// go was decided by Graphviz; the fonts are its own (folder fonts), so that a
// picture is the same to the byte on every machine.
package paint

import (
	"context"
	"fmt"
	"image/png"
	"io"
	"math"
)

// Options says how large a picture becomes. The zero value is ready for use.
type Options struct {
	Scale     float64 // PNG: pixels a point, default 2. PDF: points a point, default 1
	MaxPixels int     // PNG: largest area, default 50 million; beyond it the scale is reduced
}

// maxPage is the longest side in points that PDF readers are required to show.
const maxPage = 14_400

// PNG paints the layouts in true colour with smooth edges. It returns the scale
// it used, less than the one asked for if the picture would have too many pixels.
func PNG(ctx context.Context, w io.Writer, o Options, layouts ...[]byte) (scale float64, err error) {
	s, err := parseAll(layouts)
	if err != nil {
		return 0, err
	}
	scale, most := o.Scale, float64(o.MaxPixels)
	if !(scale > 0) { // or not a number
		scale = 2
	}
	if most <= 0 {
		most = 50e6
	}
	width, height := s.size()
	// Rounding a side up may cost a row of pixels, so the limit is kept a little loosely.
	scale = min(scale, math.Sqrt(most/(width*height)), most/width, most/height)
	c := newRaster(pixels(width*scale), pixels(height*scale), s.background())
	if err := s.draw(ctx, c, scale); err != nil {
		return 0, err
	}
	return scale, png.Encode(w, c.img)
}

// pixels rounds a length up, to one pixel at least.
func pixels(f float64) int { return max(1, int(math.Ceil(f))) }

// PDF paints the layouts on one page of its own size, with text that can be
// selected and searched. It returns the scale it used, less than the one asked
// for if the page would be longer than the 200 inches that PDF allows.
func PDF(ctx context.Context, w io.Writer, o Options, layouts ...[]byte) (scale float64, err error) {
	s, err := parseAll(layouts)
	if err != nil {
		return 0, err
	}
	if scale = o.Scale; !(scale > 0) {
		scale = 1
	}
	width, height := s.size()
	scale = min(scale, maxPage/max(width, height))
	c := newPage(width*scale, height*scale, s.background())
	if err := s.draw(ctx, c, scale); err != nil {
		return 0, err
	}
	if err := c.pdf.Output(w); err != nil {
		return 0, fmt.Errorf("writing PDF: %w", err)
	}
	return scale, nil
}
