package loaders

import (
	"strings"

	"linestop/graph"
)

// rows fills a row from cells, whatever the format, and hands it to the builder.
// The row, its attributes and their space are used again for the next.
type rows[T any] struct {
	*load
	table *table[T]
	row   T
	attrs []graph.Attr
	start graph.Place
	drop  bool // a problem was reported that leaves no row
	count int  // rows begun
	added bool // a row was handed over
}

func (r *rows[T]) begin(at graph.Place) {
	var blank T
	r.row, r.attrs, r.start, r.drop = blank, r.attrs[:0], at, false
	*r.table.place(&r.row) = at
	r.count++
}

// set takes a cell. Places of one row share its line, so that of a cell on a
// further line, as after a quoted line break, the column is not kept.
func (r *rows[T]) set(f *field[T], text string, at graph.Place) {
	text = tidy(text)
	switch {
	case text == "":
		if f.column == nil {
			r.attr(f.header, "")
		} else if f.needed {
			r.problem(at, "empty-id", "%s is empty", f.name)
			r.drop = true
		}
		return
	case len(text) > r.Limits.Field:
		r.problem(at, "long-cell", "%s is %d bytes long, more than %d", f.title(), len(text), r.Limits.Field)
		r.drop = r.drop || f.isNeeded()
		return
	case strings.IndexByte(text, 0) >= 0:
		r.problem(at, "nul", "%s holds a NUL byte", f.title())
		r.drop = r.drop || f.isNeeded()
		return
	case f.column == nil:
		r.attr(f.header, text)
		return
	}
	column := at.Column
	if at.Line != r.start.Line {
		column = 0
	}
	if err := f.parse(&r.row, text, column); err != nil {
		r.problem(at, f.code(), "%s", err)
	}
}

// attr keeps an unknown column. Of the first row even the empty ones are handed
// over: they give the columns the order of the header.
func (r *rows[T]) attr(name, text string) {
	if text != "" || !r.added {
		r.attrs = append(r.attrs, graph.Attr{Name: name, Value: text})
	}
}

// end hands the row over, unless it lacks what every row needs.
func (r *rows[T]) end() {
	for i := range r.table.columns {
		c := &r.table.columns[i]
		if !c.needed || r.drop { // needed ones come first
			break
		}
		if *c.text(&r.row) == "" {
			r.problem(r.start, "empty-id", "the row has no %s", c.name)
			r.drop = true
		}
	}
	if r.drop {
		return
	}
	*r.table.attrs(&r.row) = r.attrs
	r.table.add(r.build, r.row)
	r.added = true
}

// tidy trims a text and ends its lines with a line feed alone, as encoding/csv
// does, so that it reads back as it is from any format.
func tidy(text string) string {
	text = strings.TrimSpace(text)
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	for strings.Contains(text, "\r\n") {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	return text
}
