package chart

import (
	"math"
	"strings"
)

// heights are blocks that fill ever more of a line.
const heights = "▁▂▃▄▅▆▇█"

// textLane is one course of a row.
type textLane struct {
	Row
	steps []Step
	what  string // empty where a row has but one
	again bool   // the row has had a lane already
}

// lanes are all courses; what happened stands above what was predicted.
func (p *page) lanes() []textLane {
	var list []textLane
	split := p.split()
	for _, r := range p.Rows {
		if r.Actual != nil {
			list = append(list, textLane{Row: r, steps: r.Actual, what: "happened"})
		}
		l := textLane{Row: r, steps: r.Steps, again: r.Actual != nil}
		if split {
			l.what = "predicted"
		}
		list = append(list, l)
	}
	return list
}

// whatColumns is the room for textLane.what.
const whatColumns = len("predicted") + 1

// cellsOf are the cells, which belong to what is predicted.
func (p *page) cellsOf(l textLane) string {
	if l.what == "happened" {
		return ""
	}
	return p.right(l.Cells)
}

// bars writes a line for each lane: the higher a block, the more is lost.
func (p *page) bars() {
	for _, l := range p.lanes() {
		label := l.Label
		if l.again {
			label = ""
		}
		if l.what == "" {
			label = pad(label, p.left)
		} else {
			label = pad(label, p.left-whatColumns) + pad(l.what, whatColumns)
		}
		var b strings.Builder
		for _, level := range p.worst(l.steps) {
			b.WriteString(p.bar(level))
		}
		list := spans(l.steps, p.Horizon)
		if list[len(list)-1].down() {
			b.WriteString("▸")
		} else {
			b.WriteString(" ")
		}
		p.line(label, b.String(), strings.TrimPrefix(p.cellsOf(l), " "))
	}
}

func (p *page) bar(level float64) string {
	s := span{level: level}
	switch {
	case !s.known():
		return "?"
	case s.stopped():
		return p.in(red, "█")
	case s.less():
		return p.in(yellow, "▒")
	case s.full():
		return "─"
	}
	const highest = 6 // the blocks above look like a stop
	return p.in(yellow, block(1-level, highest))
}

// block is a character filled up to a part of its height, above 0, but no higher
// than the given eighths.
func block(part float64, highest int) string {
	n := min(max(int(math.Ceil(part*8-negligible)), 1), highest)
	return string([]rune(heights)[n-1])
}

// curves writes each lane over several lines, as high as the output.
func (p *page) curves() {
	const lines = 4
	for _, l := range p.lanes() {
		name := strings.TrimRight(l.Label+" "+l.what, " ")
		p.line(p.in(bright, pad(name, p.left+p.days)), p.cellsOf(l))
		levels := p.worst(l.steps)
		for n := lines - 1; n >= 0; n-- {
			var b strings.Builder
			for _, level := range levels {
				if level == Less {
					b.WriteString(p.in(yellow, "▒"))
				} else {
					b.WriteString(p.piece(level*lines-float64(n), n == 0))
				}
			}
			p.line([lines]string{"    0 ", "      ", "      ", "100 % "}[n], b.String())
		}
	}
}

// piece is a piece of a curve: how much of this line is below it.
func (p *page) piece(part float64, lowest bool) string {
	switch {
	case lowest && math.IsNaN(part):
		return "?"
	case lowest && part < negligible:
		return p.in(red, "×")
	case !(part > negligible):
		return " "
	}
	return block(part, 8)
}
