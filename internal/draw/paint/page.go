package paint

import (
	"image/color"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// page is the canvas of a PDF file. The unit is the point.
type page struct {
	pdf   *fpdf.Fpdf
	faces map[*face]bool // given to pdf already
	alpha uint8          // in force
}

func newPage(width, height float64, background color.NRGBA) *page {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width, Ht: height}})
	// The same picture must be the same file: no clock, no map order.
	pdf.SetCreationDate(time.Unix(0, 0).UTC())
	pdf.SetModificationDate(time.Unix(0, 0).UTC())
	pdf.SetCatalogSort(true)
	pdf.SetProducer("linestop", false)
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.AddPage()
	pdf.SetLineJoinStyle("miter")
	pdf.RawWriteStr("4 M\n") // the mitre limit of the raster canvas
	c := &page{pdf: pdf, faces: map[*face]bool{}, alpha: 255}
	c.fill(polyline([]point{{0, 0}, {width, 0}, {width, height}, {0, height}}, true), background)
	return c
}

func (c *page) fill(p path, with color.NRGBA) {
	c.opacity(with.A)
	c.pdf.SetFillColor(int(with.R), int(with.G), int(with.B))
	c.trace(p)
	c.pdf.DrawPath("F")
}

func (c *page) stroke(p path, with pen) {
	c.opacity(with.color.A)
	c.pdf.SetDrawColor(int(with.color.R), int(with.color.G), int(with.color.B))
	c.pdf.SetLineWidth(with.width)
	c.pdf.SetDashPattern(with.dash, 0)
	c.trace(p)
	c.pdf.DrawPath("D")
}

func (c *page) trace(p path) {
	c.pdf.MoveTo(p.start.x, p.start.y)
	from := p.start
	for _, q := range p.curves {
		if straight(q, from) {
			c.pdf.LineTo(q[2].x, q[2].y)
		} else {
			c.pdf.CurveBezierCubicTo(q[0].x, q[0].y, q[1].x, q[1].y, q[2].x, q[2].y)
		}
		from = q[2]
	}
	if p.closed {
		c.pdf.ClosePath()
	}
}

func (c *page) text(at point, s string, f font, size, squeeze float64, with color.NRGBA) {
	for _, r := range runs(s, f) {
		from := at.add(point{r.at * size * squeeze, 0})
		if r.face == nil {
			c.stroke(box(from, size, squeeze), pen{color: with, width: size / 16})
			continue
		}
		c.opacity(with.A)
		c.pdf.SetTextColor(int(with.R), int(with.G), int(with.B))
		c.use(r.face, size)
		if squeeze == 1 {
			c.pdf.Text(from.x, from.y, r.text)
			continue
		}
		c.pdf.TransformBegin()
		c.pdf.TransformScaleX(squeeze*100, from.x, from.y)
		c.pdf.Text(from.x, from.y, r.text)
		c.pdf.TransformEnd()
	}
}

// use sets the font; the PDF file will hold of each only the letters written.
func (c *page) use(f *face, size float64) {
	if !c.faces[f] {
		c.pdf.AddUTF8FontFromBytes(f.name, "", f.load().ttf)
		c.faces[f] = true
	}
	c.pdf.SetFont(f.name, "", size)
}

func (c *page) opacity(a uint8) {
	if a != c.alpha {
		c.pdf.SetAlpha(float64(a)/255, "Normal")
		c.alpha = a
	}
}
