package report

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"

	"linestop/internal/control"
)

// page is text for a terminal.
type page struct {
	b      strings.Builder // what is not yet written
	colour bool
	to     io.Writer // nil: nobody reads on, all is kept
	err    error     // the first of to
}

// enough is how much a page keeps before it writes.
const enough = 1 << 16

// out writes what there is so far: the next may take long.
func (p *page) out() {
	if p.err == nil {
		_, p.err = io.WriteString(p.to, p.b.String())
	}
	p.b.Reset()
}

// style is how a piece of text is set apart where there is colour. Nothing is
// told by colour alone.
type style string

const (
	plain  style = ""
	bold   style = "1"
	dim    style = "2"
	red    style = "1;31"
	yellow style = "33"
	green  style = "32"
)

func (p *page) in(s style, text string) string {
	if !p.colour || s == plain || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// line writes a line. Its arguments must be clean.
func (p *page) line(format string, args ...any) {
	if fmt.Fprintf(&p.b, format+"\n", args...); p.to != nil && p.b.Len() > enough {
		p.out()
	}
}

// cell is a piece of a row.
type cell struct {
	text  string
	style style
}

// columns writes rows with their cells aligned, two blanks apart, indented by
// two. Widths count terminal columns: a Chinese character takes two.
func (p *page) columns(rows [][]cell) {
	var widths []int
	for _, row := range rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(c.text))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, c := range row {
			line.WriteString("  " + p.in(c.style, c.text))
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-runewidth.StringWidth(c.text)))
			}
		}
		p.line("%s", strings.TrimRight(line.String(), " "))
	}
}

// clean makes text from data harmless on a terminal: what would move the cursor,
// change colours or reverse the writing is shown as its code.
func clean(s string) string {
	if !strings.ContainsFunc(s, harmful) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if harmful(r) {
			fmt.Fprintf(&b, "\\u%04x", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// short is clean, and at most 80 columns wide: one id of a thousand letters would push the
// rest of its table off the screen.
func short(s string) string { return fit(s, 80) }

func fit(s string, columns int) string {
	if s = clean(s); len(s) <= columns { // no character has more columns than bytes: to measure them takes long
		return s
	}
	return runewidth.Truncate(s, columns, "…")
}

func harmful(r rune) bool {
	return control.Is(r) || r == unicode.ReplacementChar
}
