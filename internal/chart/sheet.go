package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"

	"linestop/internal/palette"
	"linestop/internal/words"
)

// Lengths of a picture, in points.
const (
	width   vg.Length = 840
	margin  vg.Length = 18
	between vg.Length = 14 // columns
	line    vg.Length = 13 // of notes and legend
	axis    vg.Length = 24 // the names of the days
)

// Room for texts over the whole width, in columns of letters.
const (
	titleColumns = 84
	noteColumns  = 150
)

// sheet is a picture being drawn, from the top down.
type sheet struct {
	letters
	canvas draw.Canvas
	y      vg.Length   // what is above has been drawn
	cells  []vg.Length // widths of the columns to the right of a plot
	edge   vg.Length   // where the plot ends and the cells begin
}

// drawn is a picture for any format. Heights are negative: its top is at 0.
type drawn struct {
	recorder.Canvas
	title  string
	height vg.Length
}

func newSheet(d *drawn) sheet {
	return sheet{letters: newLetters(), canvas: draw.NewCanvas(d, width, 0), y: -margin}
}

// end makes the picture as high as what has been drawn.
func (s *sheet) end(d *drawn) *drawn {
	d.height = margin - s.y
	return d
}

// write sets one line.
func (s *sheet) write(text string, sty text.Style, x, top vg.Length) {
	s.canvas.FillText(sty, vg.Point{X: x, Y: top}, text)
}

// head writes title and notes, and what the picture lacks.
func (s *sheet) head(title string, notes []string, lacks string) {
	if title != "" {
		sty := bold(s.style(15, palette.Ink))
		for _, l := range words.Wrap(title, titleColumns, 2) {
			s.write(l, sty, margin, s.y)
			s.y -= 20
		}
	}
	for _, note := range notes {
		s.note(note)
	}
	if lacks != "" {
		s.write(lacks, s.style(9.5, palette.Ink), margin, s.y)
		s.y -= line
	}
	s.y -= 6
}

func (s *sheet) note(note string) {
	for _, l := range words.Wrap(note, noteColumns, 3) {
		s.write(l, s.style(9.5, palette.Slate), margin, s.y)
		s.y -= line
	}
}

// measure gives the cells of some rows the room that they need; what is left is for the plot.
func (s *sheet) measure(heads []string, rows [][]string) {
	sty := s.style(9.5, palette.Ink)
	s.cells, s.edge = nil, width-margin
	for i, head := range heads {
		widest := bold(sty).Width(head)
		for _, cells := range rows {
			widest = max(widest, sty.Width(cells[i]))
		}
		s.cells = append(s.cells, widest)
		s.edge -= widest + between
	}
}

// row writes the cells of a row, flush right; middle is the height they stand at.
func (s *sheet) row(cells []string, sty text.Style, middle vg.Length) {
	sty.XAlign, sty.YAlign = text.XRight, text.YCenter
	x := s.edge
	for i, cell := range cells {
		x += between + s.cells[i]
		s.write(cell, sty, x, middle+sty.FontExtents().Descent)
	}
}

// plot is an empty plot.
func (s *sheet) plot() *plot.Plot {
	plt := plot.New()
	plt.BackgroundColor = nil
	plt.TextHandler = s.letters
	plt.Legend.TextStyle = s.style(9, palette.Ink)
	for _, a := range []*plot.Axis{&plt.X, &plt.Y} {
		a.Padding = 0
		a.LineStyle = draw.LineStyle{}
		a.Label.TextStyle = s.style(9.5, palette.Ink)
		a.Tick.LineStyle = draw.LineStyle{}
		a.Tick.Label = s.style(9.5, palette.Ink)
	}
	plt.X.Tick.Label = s.style(8.5, palette.Slate)
	plt.X.Tick.Label.XAlign = text.XCenter
	plt.X.Tick.Length, plt.X.Tick.LineStyle = 4, hair
	plt.Y.Tick.Label.XAlign, plt.Y.Tick.Label.YAlign = text.XRight, text.YCenter
	return plt
}
