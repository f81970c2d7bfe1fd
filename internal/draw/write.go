package draw

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"linestop/internal/draw/paint"
	"linestop/internal/draw/render"
)

// Format is a kind of picture.
type Format string

// The formats of a picture.
const (
	DOT Format = "dot"
	SVG Format = "svg"
	PNG Format = "png"
	PDF Format = "pdf"
)

// Formats lists the formats of a picture.
func Formats() []Format { return []Format{DOT, SVG, PNG, PDF} }

// ParseFormat reads a format by its name. "gv" is DOT too.
func ParseFormat(name string) (Format, error) {
	f := Format(strings.ToLower(name))
	if f == "gv" {
		f = DOT
	}
	if !slices.Contains(Formats(), f) {
		return "", fmt.Errorf("picture format %q is none of dot, svg, png, pdf", name)
	}
	return f, nil
}

// Binary says whether a format is nothing to show on a terminal.
func (f Format) Binary() bool { return f == PNG || f == PDF }

// WriteOptions sets how a picture is made. The zero value is ready for use.
type WriteOptions struct {
	Scale   float64       // PNG: pixels a point, default 2; PDF: points a point, default 1
	Timeout time.Duration // for the layout, default 1 minute
}

// ErrTooLarge is what Write returns for a picture of more than MaxNodes nodes.
var ErrTooLarge = errors.New("too many nodes for a picture")

// Write draws the view in the given format. Nothing is written unless all of it
// could be made. DOT has no limits; the others fail with ErrTooLarge, with an
// error of package render, or when the context ends.
func (v View) Write(ctx context.Context, w io.Writer, f Format, o WriteOptions) error {
	picture, err := v.picture(ctx, f, o)
	if err != nil {
		return err
	}
	_, err = w.Write(picture)
	return err
}

func (v View) picture(ctx context.Context, f Format, o WriteOptions) ([]byte, error) {
	if f == DOT {
		return v.DOT(), nil
	}
	if len(v.Nodes) > MaxNodes {
		return nil, fmt.Errorf("%w: %d, above %d", ErrTooLarge, len(v.Nodes), MaxNodes)
	}
	form := render.Layout
	if f == SVG {
		form = render.SVG
	}
	sheets, err := v.layOut(ctx, form, o)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	switch f {
	case SVG:
		return withFonts(below(sheets...)), nil
	case PNG:
		_, err = paint.PNG(ctx, &out, paint.Options{Scale: o.Scale}, sheets...)
	case PDF:
		_, err = paint.PDF(ctx, &out, paint.Options{Scale: o.Scale}, sheets...)
	default:
		err = fmt.Errorf("no picture format %q", string(f))
	}
	return out.Bytes(), err
}

// layOut has each sheet laid out.
func (v View) layOut(ctx context.Context, f render.Format, o WriteOptions) ([][]byte, error) {
	var out [][]byte
	for _, dot := range v.sheets() {
		if f == render.Layout {
			dot = forPaint(dot)
		}
		done, err := render.Render(ctx, dot, f, render.Options{Timeout: o.Timeout})
		if err != nil {
			return nil, err
		}
		out = append(out, done)
	}
	return out, nil
}

// forPaint puts what package paint takes for a backslash in place of each that
// a text of the data holds.
func forPaint(dot []byte) []byte {
	return bytes.ReplaceAll(dot, []byte(`\\`), []byte(paint.Backslash))
}

// withFonts names the fonts that have the widths of the layout's on the systems
// that call them otherwise. No text of the data can hold the attribute: quotes
// in it are escaped.
func withFonts(svg []byte) []byte {
	return bytes.ReplaceAll(svg,
		[]byte(`font-family="Helvetica,sans-Serif"`),
		[]byte(`font-family="Helvetica,Arial,Liberation Sans,Nimbus Sans,sans-serif"`))
}
