package loaders

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"linestop/graph"
)

const hintHeader = "the first line must name the columns, such as supplier,customer"

// readHeader finds the delimiter and matches the columns. r must hold a chunk, and is
// left where the rows begin, after so many lines.
func (c *csvTable[T]) readHeader(r *bufio.Reader, leash *leash) (lines int, err error) {
	start, err := r.Peek(chunk)
	if err != nil && err != io.EOF {
		return 0, unreadable(c.file, err)
	}
	if bytes.IndexByte(start, '\r') >= 0 && bytes.IndexByte(start, '\n') < 0 {
		return 0, fail(file(c.file), "save it with the line ends of Windows or Unix", "its lines end in a carriage return alone")
	}
	c.comma = c.Delimiter
	if c.comma == 0 {
		c.comma = delimiter(firstLine(start))
	}
	if !canDelimit(c.comma) {
		return 0, fail(file(c.file), "", "%q cannot separate cells", c.comma)
	}
	head := record{file: c.file, csv: c.reader(r)} // as large a reader is not wrapped again
	err = head.readCSV()
	if err == nil && strings.HasPrefix(head.cells[0], "sep=") {
		leash.parsed = head.csv.InputOffset()
		err = head.readCSV()
	}
	if err := c.checkHeader(&head, leash, err); err != nil {
		return 0, err
	}
	for _, name := range head.cells {
		c.names = append(c.names, strings.Clone(tidy(name)))
	}
	h := header[T]{load: c.load, table: c.table, names: c.names, at: head.at}
	c.fields, err = h.match()
	return head.ends(), err
}

func (c *csvTable[T]) checkHeader(head *record, leash *leash, err error) error {
	quote := new(csv.ParseError)
	switch {
	case leash.broken:
		return fail(head.at(0), hintHeader, "the header is longer than %d bytes", leash.limit)
	case err == io.EOF:
		return fail(file(c.file), hintHeader, "is empty")
	case errors.As(err, &quote):
		return fail(graph.Place{File: c.file, Line: quote.Line, Column: quote.Column},
			"put the name in quotes and write a quote within it twice", "the header has a quote out of place")
	case err != nil:
		return unreadable(c.file, err)
	case len(head.cells) > c.Limits.Columns:
		return fail(head.at(0), hintHeader, "the header has %d columns, more than %d", len(head.cells), c.Limits.Columns)
	}
	for pos, name := range head.cells {
		if strings.IndexByte(name, 0) >= 0 {
			return fail(head.at(pos), "save the table as CSV in UTF-8", "is not text: the header holds a NUL byte")
		}
	}
	return nil
}
