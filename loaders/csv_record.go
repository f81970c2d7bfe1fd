package loaders

import (
	"encoding/csv"
	"strings"
	"unicode/utf8"

	"linestop/graph"
)

// record is the record that was read last: a plain line, as most are, split here, or
// what encoding/csv makes of any.
type record struct {
	file   string
	line   int         // of a plain line; else how many are before those of csv
	cells  []string    // of one that cannot be read, the good ones before
	starts []int       // of a plain line: where the cells begin
	csv    *csv.Reader // nil for a plain line
}

// split takes a line, without its end, that holds whole cells and no quotes but around
// them; else it is not plain.
func (r *record) split(line string, comma rune, quotes bool) (plain bool) {
	if comma >= utf8.RuneSelf {
		return false
	}
	r.cells, r.starts = r.cells[:0], r.starts[:0]
	for at := 0; ; at++ {
		r.starts = append(r.starts, at)
		if at < len(line) && line[at] == '"' {
			cell, after, closed := strings.Cut(line[at+1:], `"`)
			if !closed || after != "" && after[0] != byte(comma) {
				return false
			}
			r.cells = append(r.cells, cell)
			at = len(line) - len(after)
		} else {
			cell, end := line[at:], len(line)
			if n := strings.IndexByte(cell, byte(comma)); n >= 0 {
				cell, end = cell[:n], at+n
			}
			if quotes && strings.IndexByte(cell, '"') >= 0 {
				return false
			}
			r.cells = append(r.cells, cell)
			at = end
		}
		if at == len(line) {
			return true
		}
	}
}

// readCSV reads a record that need not be plain.
func (r *record) readCSV() (err error) {
	r.cells, err = r.csv.Read()
	return err
}

// at is the place of a cell.
func (r *record) at(pos int) graph.Place {
	switch {
	case pos >= len(r.cells):
		return file(r.file)
	case r.csv == nil:
		return graph.Place{File: r.file, Line: r.line, Column: r.starts[pos] + 1}
	}
	line, column := r.csv.FieldPos(pos)
	return graph.Place{File: r.file, Line: r.line + line, Column: column}
}

// ends is the line on which the last cell that csv read ends.
func (r *record) ends() int {
	last := len(r.cells) - 1
	return r.at(last).Line + strings.Count(r.cells[last], "\n")
}
