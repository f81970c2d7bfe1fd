package chart

import (
	"cmp"
	"fmt"
	"slices"

	"linestop/internal/words"
)

// Room for texts, in columns of letters.
const (
	cellColumns = 24
	markColumns = 60
)

// fitted has each row's texts on one line that fits its place, as many cells as
// columns, and marks that can be told apart.
func (c Chart) fitted(labelColumns int) Chart {
	rows := make([]Row, len(c.Rows))
	for n, r := range c.Rows {
		r.Label, r.Cells = r.name(labelColumns), fitCells(r.Cells, len(c.Columns))
		rows[n] = r
	}
	c.Rows, c.Columns = rows, fitCells(c.Columns, len(c.Columns))
	return c.markedApart()
}

// fitCells makes so many cells of a row, each of one line that fits.
func fitCells(cells []string, columns int) []string {
	fitting := make([]string, columns)
	for i := range min(columns, len(cells)) {
		fitting[i] = words.Shorten(cells[i], cellColumns)
	}
	return fitting
}

// name is the label, short enough to leave room for how many rows are alike.
func (r Row) name(columns int) string {
	more := ""
	if r.alike > 0 {
		more = fmt.Sprintf(" and %d more", r.alike)
	}
	return words.Shorten(r.Label, max(1, columns-len(more))) + more
}

// maxMarks is how many days with names can be told apart.
const maxMarks = 12

// markedApart has its marks by day, those of one day as one, within the days shown.
func (c Chart) markedApart() Chart {
	var list []Mark
	for _, m := range c.Marks {
		if m.Day >= 0 && m.Day <= c.Horizon {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b Mark) int { return cmp.Compare(a.Day, b.Day) })
	c.Marks = nil
	for _, m := range list {
		if n := len(c.Marks) - 1; n >= 0 && c.Marks[n].Day == m.Day {
			m.Label = c.Marks[n].Label + "; " + m.Label
			c.Marks = c.Marks[:n]
		}
		m.Label = words.Shorten(m.Label, markColumns)
		c.Marks = append(c.Marks, m)
	}
	if more := len(c.Marks) - maxMarks; more > 0 {
		c.Marks = c.Marks[:maxMarks]
		c.Notes = append(slices.Clone(c.Notes), fmt.Sprintf("%d later days with a mark are not shown", more))
	}
	return c
}
