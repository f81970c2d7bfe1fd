package loaders

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"linestop/graph"
)

const parquetMagic = "PAR1"

// parquetTable reads a table from Parquet. The line of a place is the row's number,
// counted from 1; columns have none.
type parquetTable[T any] struct {
	rows[T]
	file   string
	fields []field[T]
	cells  []parquetCell // by position in the header
}

// parquetCell is where the cell of a column lies in a row, and what it means.
type parquetCell struct {
	leaf int // number of the column among all, those within others too
	text func(parquet.Value) string
}

// readParquet reads all of a table. The library may panic on what no writer wrote.
func readParquet[T any](l *load, t *table[T], name string, r io.ReaderAt, size int64) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = l.brokenParquet(name, fmt.Errorf("%v", p))
		}
	}()
	if err := checkFooter(r, size); err != nil {
		return l.brokenParquet(name, err)
	}
	f, err := parquet.OpenFile(sourceAt{l, r}, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return l.brokenParquet(name, err)
	}
	if err := checkUnpacked(l, name, f); err != nil {
		return err
	}
	c := &parquetTable[T]{rows: rows[T]{load: l, table: t}, file: name}
	if err := c.readHeader(f); err != nil {
		return err
	}
	for _, group := range f.RowGroups() {
		if err := c.readGroup(group, f.NumRows()); err != nil {
			return err
		}
	}
	if t.needed && c.count == 0 {
		return fail(file(name), "", "has no rows")
	}
	return nil
}

func (l *load) brokenParquet(name string, err error) error {
	if done := l.ctx.Err(); done != nil {
		return unreadable(name, done)
	}
	return fail(file(name), "", "is a broken Parquet file: %w", err)
}

// checkFooter makes sure that a file holds as much as its end says of itself, for which the
// library makes room before it looks.
func checkFooter(r io.ReaderAt, size int64) error {
	const tail = 4 + int64(len(parquetMagic))
	var end [tail]byte
	if _, err := r.ReadAt(end[:], max(0, size-tail)); err != nil {
		return err
	}
	if string(end[4:]) != parquetMagic || int64(binary.LittleEndian.Uint32(end[:])) > size-tail {
		return errors.New("it is cut off")
	}
	return nil
}

// checkUnpacked refuses what grows out of proportion: a column may repeat one value
// for ever in a few bytes.
func checkUnpacked(l *load, name string, f *parquet.File) error {
	unpacked := f.NumRows()
	for _, group := range f.Metadata().RowGroups {
		unpacked = max(unpacked, unpacked+group.TotalByteSize)
	}
	if unpacked >= ratioFrom && unpacked/max(f.Size(), 1) > l.Limits.Ratio {
		return fail(file(name), "", "unpacks to %d times its size, more than %d", unpacked/max(f.Size(), 1), l.Limits.Ratio)
	}
	return nil
}

func (c *parquetTable[T]) readHeader(f *parquet.File) error {
	var names []string
	for _, column := range f.Root().Columns() {
		if !column.Leaf() || column.Repeated() {
			c.warn(file(c.file), "nested-value", "column %q holds lists or tables and is not read", column.Name())
			continue
		}
		names = append(names, tidy(column.Name()))
		c.cells = append(c.cells, parquetCell{column.Index(), textOf(column.Type())})
	}
	if len(names) > c.Limits.Columns {
		return fail(file(c.file), "", "has %d columns, more than %d", len(names), c.Limits.Columns)
	}
	var err error
	h := header[T]{load: c.load, table: c.table, names: names, at: func(int) graph.Place { return file(c.file) }}
	c.fields, err = h.match()
	return err
}

func (c *parquetTable[T]) readGroup(group parquet.RowGroup, promised int64) error {
	rows := group.Rows()
	defer ignore(rows.Close)
	var batch [parquetBatch]parquet.Row
	for {
		n, err := rows.ReadRows(batch[:])
		for _, row := range batch[:n] {
			if int64(c.count) == promised {
				return c.brokenParquet(c.file, errors.New("it holds more rows than it says"))
			}
			c.take(row)
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return c.brokenParquet(c.file, err)
		case n == 0:
			return c.brokenParquet(c.file, io.ErrUnexpectedEOF)
		}
	}
}

// take hands on the cells of a row: those of a column stand together, and columns rise.
func (c *parquetTable[T]) take(row parquet.Row) {
	at := graph.Place{File: c.file, Line: c.count + 1}
	c.begin(at)
	for i := range c.fields {
		f := &c.fields[i]
		if v := cellOf(row, c.cells[f.pos].leaf); f.header != "" || f.column != nil {
			text := ""
			if !v.IsNull() {
				text = c.cells[f.pos].text(v)
			}
			c.set(f, text, at)
		}
	}
	c.end()
}

func cellOf(row parquet.Row, leaf int) parquet.Value {
	if leaf < len(row) && row[leaf].Column() == leaf { // no lists before it
		return row[leaf]
	}
	for _, v := range row {
		if v.Column() == leaf {
			return v
		}
	}
	return parquet.NullValue()
}

// sourceAt is source for what is read here and there.
type sourceAt struct {
	*load
	r io.ReaderAt
}

func (s sourceAt) ReadAt(p []byte, at int64) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := s.r.ReadAt(p, at)
	s.done = min(s.done+int64(n), max(s.total, s.done))
	if s.Progress != nil {
		s.Progress(s.done, s.total)
	}
	return n, err
}
