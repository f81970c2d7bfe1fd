package chart

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Format is a way to write a chart.
type Format string

// The formats of a chart.
const (
	Text Format = "text"
	SVG  Format = "svg"
	PNG  Format = "png"
	PDF  Format = "pdf"
)

// Formats lists the formats of a chart.
func Formats() []Format { return []Format{Text, SVG, PNG, PDF} }

// ParseFormat reads a format by its name. "txt" is text too.
func ParseFormat(name string) (Format, error) {
	f := Format(strings.ToLower(name))
	if f == "txt" {
		f = Text
	}
	if !slices.Contains(Formats(), f) {
		return "", fmt.Errorf("chart format %q is none of text, svg, png, pdf", name)
	}
	return f, nil
}

// Binary says whether a format is nothing to show on a terminal.
func (f Format) Binary() bool { return f == PNG || f == PDF }

// Write writes the chart in a format. Nothing is written unless all of it could be
// made. The options are for text.
func (c Chart) Write(ctx context.Context, w io.Writer, k Kind, f Format, o TextOptions) error {
	if f == Text {
		return c.text(w, k, o)
	}
	d, err := c.draw(k)
	if err != nil {
		return err
	}
	return d.write(ctx, w, f)
}

// write writes the picture in a format, or nothing.
func (d *drawn) write(ctx context.Context, w io.Writer, f Format) error {
	var b bytes.Buffer
	var err error
	switch f {
	case SVG:
		err = d.svg(&b)
	case PNG:
		err = d.png(ctx, &b)
	case PDF:
		err = d.pdf(ctx, &b)
	default:
		err = fmt.Errorf("no chart format %q", string(f))
	}
	if err != nil {
		return err
	}
	_, err = b.WriteTo(w)
	return err
}
