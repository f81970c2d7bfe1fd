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

// readHeader finds the delimiter and matches the columns. r must hold a chunk.
func (c *csvTable[T]) readHeader(r *bufio.Reader) error {
	start, err := r.Peek(chunk)
	if err != nil && err != io.EOF {
		return unreadable(c.file, err)
	}
	if bytes.IndexByte(start, '\r') >= 0 && bytes.IndexByte(start, '\n') < 0 {
		return fail(file(c.file), "save it with the line ends of Windows or Unix", "its lines end in a carriage return alone")
	}
	c.csv = csv.NewReader(r) // as large a reader is not wrapped again
	c.csv.FieldsPerRecord = -1
	c.csv.ReuseRecord = true
	c.csv.Comma = c.Delimiter
	if c.csv.Comma == 0 {
		c.csv.Comma = delimiter(firstLine(start))
	}
	if !canDelimit(c.csv.Comma) {
		return fail(file(c.file), "", "%q cannot separate cells", c.csv.Comma)
	}
	names, err := c.read()
	if err == nil && strings.HasPrefix(names[0], "sep=") {
		names, err = c.read()
	}
	if err := c.checkHeader(names, err); err != nil {
		return err
	}
	for _, name := range names {
		c.names = append(c.names, strings.Clone(tidy(name)))
	}
	h := header[T]{load: c.load, table: c.table, names: c.names, at: c.at}
	c.fields, err = h.match()
	return err
}

func (c *csvTable[T]) checkHeader(names []string, err error) error {
	quote := new(csv.ParseError)
	switch {
	case c.leash.broken:
		return fail(c.at(0), hintHeader, "the header is longer than %d bytes", c.leash.limit)
	case err == io.EOF:
		return fail(file(c.file), hintHeader, "is empty")
	case errors.As(err, &quote):
		return fail(graph.Place{File: c.file, Line: quote.Line, Column: quote.Column},
			"put the name in quotes and write a quote within it twice", "the header has a quote out of place")
	case err != nil:
		return unreadable(c.file, err)
	case len(names) > c.Limits.Columns:
		return fail(c.at(0), hintHeader, "the header has %d columns, more than %d", len(names), c.Limits.Columns)
	}
	for pos, name := range names {
		if strings.IndexByte(name, 0) >= 0 {
			return fail(c.at(pos), "save the table as CSV in UTF-8", "is not text: the header holds a NUL byte")
		}
	}
	return nil
}
