package loaders

import (
	"encoding/csv"
	"errors"
	"io"

	"linestop/graph"
)

// passOver judges what could not be read: a bad quote costs its record, all
// else ends the reading. io.EOF is the end of the block.
func (b *csvBlock[T]) passOver(err error) error {
	quote := new(csv.ParseError)
	isQuote := errors.As(err, &quote)
	switch {
	case b.broken && isQuote:
		return fail(graph.Place{File: b.file, Line: b.opened(quote)}, "close the quote",
			"the quoted cell that begins on this line does not end within %d bytes", b.Limits.Record)
	case b.broken:
		return fail(b.at(0), "is this a table?", "the row is longer than %d bytes", b.Limits.Record)
	case err == io.EOF:
		return err
	case !isQuote:
		return unreadable(b.file, err)
	}
	b.bad++
	last := b.line + quote.Line
	if errors.Is(quote.Err, csv.ErrBareQuote) {
		b.problem(graph.Place{File: b.file, Line: last, Column: quote.Column}, "quote",
			"a quote within a cell: put the cell in quotes and write this one twice")
		return nil
	}
	b.problem(graph.Place{File: b.file, Line: b.opened(quote)}, "quote",
		"the quoted cell that begins on this line does not end as it should by line %d: close the quote, and write one within a cell twice", last)
	return nil
}

// opened is the line on which the cell that could not be read begins: where the
// last good cell before it ends.
func (b *csvBlock[T]) opened(e *csv.ParseError) int {
	if len(b.cells) == 0 {
		return b.line + e.StartLine
	}
	return b.ends()
}
