package loaders

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"linestop/graph"
)

// passOver judges what could not be read: a bad quote costs its record, all
// else ends the reading. io.EOF is the end of the table.
func (c *csvTable[T]) passOver(good []string, err error) error {
	quote := new(csv.ParseError)
	isQuote := errors.As(err, &quote)
	switch {
	case c.leash.broken && isQuote:
		return fail(graph.Place{File: c.file, Line: c.opened(good, quote)}, "close the quote",
			"the quoted cell that begins on this line does not end within %d bytes", c.leash.limit)
	case c.leash.broken:
		return fail(c.at(0), "is this a table?", "the row is longer than %d bytes", c.leash.limit)
	case err == io.EOF:
		return err
	case !isQuote:
		return unreadable(c.file, err)
	}
	c.bad++
	if errors.Is(quote.Err, csv.ErrBareQuote) {
		c.problem(graph.Place{File: c.file, Line: quote.Line, Column: quote.Column}, "quote",
			"a quote within a cell: put the cell in quotes and write this one twice")
		return nil
	}
	c.problem(graph.Place{File: c.file, Line: c.opened(good, quote)}, "quote",
		"the quoted cell that begins on this line does not end as it should by line %d: close the quote, and write one within a cell twice", quote.Line)
	return nil
}

// opened is the line on which the cell that could not be read begins: where the
// last good cell before it ends.
func (c *csvTable[T]) opened(good []string, e *csv.ParseError) int {
	if len(good) == 0 {
		return e.StartLine
	}
	last := len(good) - 1
	line, _ := c.csv.FieldPos(last)
	return line + strings.Count(good[last], "\n")
}
