package chart

import (
	"cmp"
	"io"
	"math"
	"strings"

	"linestop/internal/words"
)

// text writes the ranking for a terminal.
func (r Ranking) text(w io.Writer, o TextOptions) error {
	p := page{color: o.Color, wide: max(40, cmp.Or(o.Columns, 100))}
	p.heading(r.Title, r.Notes)
	if len(r.Panels) == 0 {
		p.line("nothing to show")
	}
	for n, panel := range r.Panels {
		if n > 0 {
			p.line("")
		}
		p.panel(panel)
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

func (p *page) panel(c Panel) {
	c = c.fitted(p.wide / 3)
	style := red
	if c.Share {
		style = blue
	}
	p.heading(c.Title, c.Notes)
	if c.Hatched != "" && c.hatched() {
		const sign = len("█ ") // more than it has columns
		p.legendOf([]textSample{{true, style, "█", words.Shorten(c.Solid, p.wide-sign)}, {true, style, "▒", words.Shorten(c.Hatched, p.wide-sign)}})
	}
	p.left = 0
	for _, b := range c.Bars {
		p.left = max(p.left, words.Columns(b.Label)+2)
	}
	var cells [][]string
	for _, b := range c.Bars {
		cells = append(cells, b.Cells)
	}
	p.room(c.Columns, cells)
	if p.cells != nil {
		p.line(strings.Repeat(" ", p.left+p.days), p.in(dim, p.right(c.Columns)))
	}
	for _, b := range c.Bars {
		p.line(pad(b.Label, p.left), p.stripe(b, c.longest(), style), p.right(b.Cells))
	}
}

// stripe is a bar over the whole width of the scale; what is not nothing has a
// character at least.
func (p *page) stripe(b Bar, longest float64, s style) string {
	at := func(v float64) int { return int(math.Round(v / longest * float64(p.days))) }
	from := min(at(b.From), p.days-1)
	sure, to := at(b.Sure), at(b.To)
	if b.Sure > b.From {
		sure = max(sure, from+1)
	}
	to = max(to, sure)
	if b.To > b.Sure {
		to = max(to, min(sure+1, p.days))
	}
	return strings.Repeat(" ", from) + p.in(s, strings.Repeat("█", sure-from)+strings.Repeat("▒", to-sure)) + strings.Repeat(" ", p.days-to)
}
