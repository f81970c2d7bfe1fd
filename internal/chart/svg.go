package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"

	"linestop/internal/palette"
	"linestop/internal/words"
)

// svg draws the picture with text as text, in whatever face with the widths of
// Helvetica the reader has.
func (d *drawn) svg(w io.Writer) error {
	page := vgsvg.New(width, d.height)
	fill(draw.New(page), palette.Paper, box(0, 0, width, d.height))
	page.Translate(vg.Point{Y: d.height})
	if err := d.ReplayOn(page); err != nil {
		return err
	}
	var svg bytes.Buffer
	if _, err := page.WriteTo(&svg); err != nil {
		return err
	}
	// Texts of the data have their quotes escaped, so that neither is found in them.
	const family, families = `style="font-family:`, `style="font-family:Helvetica,Arial,`
	out := bytes.ReplaceAll(svg.Bytes(), []byte(family+"Liberation Sans;"), []byte(families+"Liberation Sans,Nimbus Sans,sans-serif;"))
	head, body, _ := bytes.Cut(out, []byte(`">`))
	_, err := fmt.Fprintf(w, "%s\">\n<title>%s</title>%s", head, escape(d.title), body)
	return err
}

func escape(s string) []byte {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(words.Plain(s, 300))) // a Buffer does not fail
	return b.Bytes()
}
