package chart

import (
	"cmp"
	"io"
	"math"
	"strings"

	"linestop/internal/words"
)

// TextOptions says for which terminal a chart is written. The zero value is for
// any.
type TextOptions struct {
	Columns int  // how wide it is; default 100, at least 40
	Color   bool // whether it shows colours; nothing is told by colour alone
}

// text writes the chart for a terminal. A character stands for a stretch of days
// and shows the worst of them.
func (c Chart) text(w io.Writer, k Kind, o TextOptions) error {
	if err := c.check(); err != nil {
		return err
	}
	p := page{Chart: c.fewer(k), color: o.Color, wide: max(40, cmp.Or(o.Columns, 100))}
	p.measure(k)
	p.head(k)
	p.marks()
	if k == Gantt {
		p.bars()
	} else {
		p.curves()
	}
	p.axis()
	_, err := io.WriteString(w, p.b.String())
	return err
}

// page is a chart being written, line by line.
type page struct {
	Chart
	b     strings.Builder
	color bool
	wide  int   // columns in all
	left  int   // columns before the days
	days  int   // columns of days
	cells []int // columns of each cell
}

// measure gives the days what labels and cells leave, but at least a quarter;
// rather there are no cells.
func (p *page) measure(k Kind) {
	const percent = 6 // "100 % "
	p.left = percent
	if k == Output {
		p.Chart = p.fitted(labelColumns)
	} else {
		p.measureLabels()
	}
	var cells [][]string
	for _, r := range p.Rows {
		cells = append(cells, r.Cells)
	}
	p.room(p.Columns, cells)
}

func (p *page) room(heads []string, rows [][]string) {
	p.days, p.cells = p.wide-p.left, nil
	for i, head := range heads {
		widest := words.Columns(head)
		for _, cells := range rows {
			widest = max(widest, words.Columns(cells[i]))
		}
		p.cells = append(p.cells, widest)
		p.days -= 2 + widest
	}
	if p.cells == nil || p.days < p.wide/4 {
		p.days, p.cells = p.wide-p.left-1, nil // but for the sign that a row is not back
	}
}

// measureLabels gives labels a third of the width at most, and less where it also
// has to be said which lane is which.
func (p *page) measureLabels() {
	room, more := p.wide/3, 0
	if p.split() {
		room, more = p.wide/4, whatColumns
	}
	p.Chart = p.fitted(room - 2)
	for _, r := range p.Rows {
		p.left = max(p.left, words.Columns(r.Label)+2)
	}
	p.left += more
}

// right is the cells of a row, each two blanks from the last.
func (p *page) right(cells []string) string {
	var b strings.Builder
	for i, wide := range p.cells {
		b.WriteString("  " + pad(cells[i], wide))
	}
	return b.String()
}

// pad fills a text up with blanks.
func pad(s string, columns int) string {
	s = words.Shorten(s, columns)
	return s + strings.Repeat(" ", columns-words.Columns(s))
}

// worst is the level at which most is lost of the days that each column stands for;
// NaN where none is known.
func (p *page) worst(steps []Step) []float64 {
	list := make([]float64, p.days)
	for i := range list {
		list[i] = math.NaN()
	}
	for _, s := range spans(steps, p.Horizon) {
		if !s.known() {
			continue
		}
		perDay := float64(p.days) / p.Horizon
		first, end := int(s.from*perDay+negligible), int(math.Ceil(s.to*perDay-negligible))
		for i := first; i < min(p.days, max(end, first+1)); i++ {
			if !(part(list[i]) >= part(s.level)) {
				list[i] = s.level
			}
		}
	}
	return list
}

// line writes a line without the blanks at its end.
func (p *page) line(parts ...string) {
	p.b.WriteString(strings.TrimRight(strings.Join(parts, ""), " ") + "\n")
}

// style is a colour or weight of a terminal.
type style string

const (
	plain  style = ""
	bright style = "1"
	dim    style = "2"
	red    style = "1;31"
	yellow style = "33"
	blue   style = "34"
)

func (p *page) in(s style, text string) string {
	if !p.color || s == plain || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}
