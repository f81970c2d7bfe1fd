package chart

import (
	"strings"

	"linestop/internal/words"
)

// head writes title, notes and legend.
func (p *page) head(k Kind) {
	p.heading(p.Title, p.Notes)
	if len(p.Rows) == 0 {
		p.line("no " + p.noun() + "s to show")
		return
	}
	p.legend(k)
}

func (p *page) heading(title string, notes []string) {
	if title != "" {
		p.line(p.in(bright, words.Shorten(title, p.wide)))
	}
	for _, note := range notes {
		for _, l := range words.Wrap(note, p.wide, 3) {
			p.line(p.in(dim, l))
		}
	}
}

// textSample is a character with what it means.
type textSample struct {
	shown bool
	style style
	char  string
	means string
}

func (p *page) legend(k Kind) {
	samples := []textSample{
		{p.some(span.stopped), red, "█", "stopped"},
		{p.some(span.reduced), yellow, heights[:len("▁▂▃▄▅▆")], "reduced: as high as the part lost"},
		{p.some(span.less), yellow, "▒", "reduced, by how much is not known"},
		{p.some(span.full), plain, "─", "full output"},
		{p.someUnknown(), plain, "?", "not known"},
		{p.someOpen(), plain, "▸", "not back by the last day"},
	}
	if k == Output {
		samples = []textSample{
			{true, plain, "█", "output"},
			{p.some(span.stopped), red, "×", "stopped"},
			{p.some(span.less), yellow, "▒", "reduced, by how much is not known"},
			{p.someUnknown(), plain, "?", "not known"},
		}
	}
	p.legendOf(samples)
}

// legendOf explains the characters that occur, on as many lines as it takes.
func (p *page) legendOf(samples []textSample) {
	var parts []string
	used := 0
	for _, s := range samples {
		if !s.shown {
			continue
		}
		columns := words.Columns(s.char+s.means) + 3
		if used+columns > p.wide+2 {
			p.line(parts...)
			parts, used = nil, 0
		}
		parts, used = append(parts, p.in(s.style, s.char), " ", s.means, "  "), used+columns
	}
	p.line(parts...)
}

// marks writes a line for each mark, a stem below each, and the heads of the cells.
func (p *page) marks() {
	p.line("")
	for n, m := range p.Marks {
		label := words.Shorten(m.Label, p.wide-p.left)
		at := min(p.column(m.Day), p.wide-p.left-words.Columns(label))
		p.line(strings.Repeat(" ", p.left), p.stems(p.Marks[:n], at), label)
	}
	p.line(strings.Repeat(" ", p.left), p.stems(p.Marks, p.days), p.right(p.Columns))
}

// stems is a line for each mark, over the first columns of days.
func (p *page) stems(marks []Mark, columns int) string {
	l := []rune(strings.Repeat(" ", columns))
	for _, m := range marks {
		if at := p.column(m.Day); at < columns {
			l[at] = '│'
		}
	}
	return string(l)
}

// column is where a day is.
func (p *page) column(day float64) int {
	return min(int(day/p.Horizon*float64(p.days)), p.days-1)
}

func (p *page) axis() {
	const room = 12 // for the name of a day
	l := []rune(strings.Repeat(" ", p.wide))
	free := 0
	for _, t := range p.ticks(max(1, p.days/room)) {
		if at := min(p.left+p.column(t.day), p.wide-len(t.label)); at >= free {
			free = at + copy(l[at:], []rune(t.label)) + 1
		}
	}
	p.line(p.in(dim, strings.TrimRight(string(l), " ")))
}
