package chart

import (
	"context"
	"encoding/json"
	"fmt"
	"image/color"
	"io"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/recorder"

	"linestop/internal/draw/paint"
)

// png paints the picture with smooth edges, at two pixels a point unless that is more
// than package paint allows.
func (d *drawn) png(ctx context.Context, w io.Writer) error {
	layout, err := d.layout()
	if err != nil {
		return err
	}
	_, err = paint.PNG(ctx, w, paint.Options{}, layout)
	return err
}

// pdf writes the picture on one page of its own size, with text that can be searched.
func (d *drawn) pdf(ctx context.Context, w io.Writer) error {
	layout, err := d.layout()
	if err != nil {
		return err
	}
	_, err = paint.PDF(ctx, w, paint.Options{}, layout)
	return err
}

// layout writes the picture as drawing operations of Graphviz, which package paint
// paints.
func (d *drawn) layout() ([]byte, error) {
	return json.Marshal(struct {
		BB, Pad string
		Ops     []op `json:"_ldraw_"`
	}{fmt.Sprintf("0,%g,%g,0", -d.height.Points(), width.Points()), "0", d.ops()})
}

// op is an operation of Graphviz's JSON output.
type op struct {
	Op     string
	Color  string       `json:",omitempty"`
	Style  string       `json:",omitempty"`
	Points [][2]float64 `json:",omitempty"`
	Size   float64      `json:",omitempty"`
	Face   string       `json:",omitempty"`
	Pt     [2]float64
	Align  string  `json:",omitempty"`
	Width  float64 `json:",omitempty"`
	Text   string  `json:",omitempty"`
}

func (d *drawn) ops() []op {
	var list []op
	add := func(o ...op) { list = append(list, o...) }
	ink, thick := hex(color.Black), vg.Length(1)
	for _, a := range d.Actions {
		switch a := a.(type) {
		case *recorder.SetColor:
			ink = hex(a.Color)
		case *recorder.SetLineWidth:
			thick = a.Width
			add(op{Op: "S", Style: fmt.Sprintf("setlinewidth(%g)", a.Width.Points())})
		case *recorder.SetLineDash:
			style := "solid"
			if len(a.Dashes) > 0 {
				style = "dashed"
			}
			add(op{Op: "S", Style: style})
		case *recorder.Fill:
			add(op{Op: "C", Color: ink}, op{Op: "c", Color: "#00000000"}) // no outline
			for _, points := range polylines(a.Path) {
				add(op{Op: "P", Points: points})
			}
		case *recorder.Stroke:
			if thick <= 0 {
				continue
			}
			add(op{Op: "c", Color: ink})
			for _, points := range polylines(a.Path) {
				add(op{Op: "L", Points: points})
			}
		case *recorder.FillString:
			face, bold := "Helvetica", a.Font.Weight == xfont.WeightBold
			if bold {
				face = "Helvetica-Bold"
			}
			add(op{Op: "c", Color: ink}, op{Op: "F", Size: a.Size.Points(), Face: face}, op{
				Op: "T", Pt: xy(a.Point), Align: "l", Text: a.String, Width: paint.Width(a.String, a.Size.Points(), bold),
			})
		}
	}
	return list
}

// polylines are the pieces of a path of straight lines.
func polylines(p vg.Path) [][][2]float64 {
	var list [][][2]float64
	for _, c := range p {
		switch c.Type {
		case vg.MoveComp:
			list = append(list, [][2]float64{xy(c.Pos)})
		case vg.LineComp:
			last := &list[len(list)-1]
			*last = append(*last, xy(c.Pos))
		}
	}
	return list
}

func xy(p vg.Point) [2]float64 { return [2]float64{p.X.Points(), p.Y.Points()} }

// hex is how Graphviz writes a colour; none is black to gonum/plot.
func hex(c color.Color) string {
	if c == nil {
		c = color.Black
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x%02x", n.R, n.G, n.B, n.A)
}
