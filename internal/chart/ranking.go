package chart

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"

	"linestop/internal/words"
)

// Ranking is bars that say how much, in panels below each other. Its texts are as
// the data has them, unescaped and of any length.
type Ranking struct {
	Title  string
	Notes  []string // lines below the title
	Panels []Panel
}

// Panel is bars on one scale.
type Panel struct {
	Title   string
	Notes   []string // lines below it
	Solid   string   // what the first part of a bar means, explained if some bar has
	Hatched string   // the rest, and what that means; empty: nothing to explain
	Percent bool     // 1 is 100 %
	Share   bool     // bars are parts of a whole and no losses: they look unlike
	Columns []string // heads of the cells to the right of each bar
	Bars    []Bar    // in the order of the picture, at most MaxRows
}

// Bar is solid from From to Sure, hatched from there to To: 0 <= From <= Sure <= To.
type Bar struct {
	Label          string
	From, Sure, To float64
	Cells          []string // one for each of Columns
}

// Write writes the ranking in a format. Nothing is written unless all of it could be
// made. The options are for text.
func (r Ranking) Write(ctx context.Context, w io.Writer, f Format, o TextOptions) error {
	if err := r.check(); err != nil {
		return err
	}
	if f == Text {
		return r.text(w, o)
	}
	return r.draw().write(ctx, w, f)
}

func (r Ranking) check() error {
	for _, p := range r.Panels {
		if len(p.Bars) > MaxRows {
			return fmt.Errorf("chart: %d bars, above %d", len(p.Bars), MaxRows)
		}
		for _, b := range p.Bars {
			if !(0 <= b.From && b.From <= b.Sure && b.Sure <= b.To && b.To <= maxLength) {
				return fmt.Errorf("chart: bar %q from %v over %v to %v is out of order or range", b.Label, b.From, b.Sure, b.To)
			}
		}
	}
	return nil
}

// maxLength is the longest bar, so that an axis has words for it.
const maxLength = 1e15

// fitted has each text of bars and legend on one line that fits its place, and as many cells as columns.
func (p Panel) fitted(labelColumns int) Panel {
	bars := make([]Bar, len(p.Bars))
	for n, b := range p.Bars {
		b.Label, b.Cells = words.Shorten(b.Label, labelColumns), fitCells(b.Cells, len(p.Columns))
		bars[n] = b
	}
	p.Bars, p.Columns = bars, fitCells(p.Columns, len(p.Columns))
	p.Solid, p.Hatched = words.Shorten(p.Solid, markColumns), words.Shorten(p.Hatched, markColumns)
	return p
}

// longest is the end of the scale.
func (p Panel) longest() float64 {
	longest := 0.
	for _, b := range p.Bars {
		longest = max(longest, b.To)
	}
	if longest == 0 {
		return 1
	}
	return longest
}

// whole says whether bars count something.
func (p Panel) whole() bool {
	return !p.Percent && !slices.ContainsFunc(p.Bars, func(b Bar) bool { return b.To != math.Trunc(b.To) })
}

// hatched says whether any bar has a hatched part.
func (p Panel) hatched() bool {
	return slices.ContainsFunc(p.Bars, func(b Bar) bool { return b.To > b.Sure })
}

// value names a place on the scale.
func (p Panel) value(v float64) string {
	switch {
	case p.Percent:
		return fmt.Sprintf("%.4g %%", v*100)
	case v >= 1000:
		return words.Thousands(int(v))
	}
	return fmt.Sprintf("%.4g", v)
}

// ticks are the round places of the scale, about so many.
func (p Panel) ticks(most int) []tick {
	end := p.longest()
	least := end / float64(most)
	if p.whole() {
		least = max(1, least)
	}
	step := roundStep(least, []float64{0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50}, 100)
	var list []tick
	for n := 0; float64(n)*step <= end*(1+negligible); n++ {
		v := float64(n) * step
		list = append(list, tick{v, p.value(v)})
	}
	return list
}
