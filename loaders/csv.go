package loaders

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"

	"linestop/graph"
)

// csvTable reads a table from CSV, TSV and their relatives.
type csvTable[T any] struct {
	rows[T]
	file   string
	csv    *csv.Reader
	leash  *leash
	names  []string     // in the header
	fields []field[T]   // what they are
	cells  int          // in the record that was read last
	bad    int          // records that could not be read
	said   map[int]bool // by position: warned of a column without a name
}

// readCSV reads all of a table from text in UTF-8.
func readCSV[T any](l *load, t *table[T], name string, text io.Reader) error {
	c := &csvTable[T]{
		rows:  rows[T]{load: l, table: t},
		file:  name,
		leash: &leash{r: text, limit: l.Limits.Record},
		said:  map[int]bool{},
	}
	if err := c.readHeader(bufio.NewReaderSize(c.leash, chunk)); err != nil {
		return err
	}
	record, err := c.next()
	for ; err == nil; record, err = c.next() {
		if isBlank(record) {
			continue
		}
		if err := c.take(record); err != nil {
			return err
		}
	}
	if err != io.EOF {
		return err
	}
	if t.needed && c.count+c.bad == 0 {
		return fail(file(name), "", "has a header and no rows; the columns are %s", list(c.names))
	}
	return nil
}

// next returns the next record that can be read.
func (c *csvTable[T]) next() ([]string, error) {
	for {
		record, err := c.read()
		if err != nil || c.leash.broken {
			if err := c.passOver(record, err); err != nil {
				return nil, err
			}
			continue
		}
		return record, nil
	}
}

func (c *csvTable[T]) read() ([]string, error) {
	record, err := c.csv.Read()
	c.cells = len(record)
	c.leash.parsed = c.csv.InputOffset()
	return record, err
}

// take hands on the cells of a record.
func (c *csvTable[T]) take(record []string) error {
	if err := c.otherDelimiter(record); err != nil {
		return err
	}
	c.begin(c.at(min(c.fields[0].pos, len(record)-1)))
	switch width := len(c.names); {
	case len(record) < width:
		c.problem(c.at(0), "ragged-row", "the row has only %d of the %d cells of the header", len(record), width)
	case !isBlank(record[width:]):
		c.problem(c.at(width), "ragged-row", "the row has %d cells, the header %d: put a cell that holds %q in quotes",
			len(record), width, c.csv.Comma)
	}
	for i := range c.fields {
		f := &c.fields[i]
		switch {
		case f.pos >= len(record):
			c.drop = c.drop || f.isNeeded() // reported as ragged
		case f.column == nil && f.header == "":
			c.unnamed(f, record[f.pos])
		default:
			c.set(f, record[f.pos], c.at(f.pos))
		}
	}
	c.end()
	return nil
}

// otherDelimiter refuses a first row that is one cell and would fall into as
// many as the header has by another delimiter: so would all that follow.
func (c *csvTable[T]) otherDelimiter(record []string) error {
	if c.Delimiter != 0 || c.count > 0 || len(record) > 1 || len(c.names) == 1 {
		return nil
	}
	for _, other := range delimiters {
		if strings.Count(record[0], string(other)) == len(c.names)-1 {
			return fail(c.at(0), "save the file with one delimiter, or say which: --delimiter",
				"the header is separated by %q, but this row by %q", c.csv.Comma, other)
		}
	}
	return nil
}

// unnamed passes over the cells of a column without a name, and says so once
// if there is anything in them.
func (c *csvTable[T]) unnamed(f *field[T], cell string) {
	if strings.TrimSpace(cell) != "" && !c.said[f.pos] {
		c.warn(c.at(f.pos), "unnamed-column", "column %d has no name in the header and is not read", f.pos+1)
		c.said[f.pos] = true
	}
}

// at is the place of a cell of the record that was read last.
func (c *csvTable[T]) at(pos int) graph.Place {
	if pos >= c.cells {
		return file(c.file)
	}
	line, column := c.csv.FieldPos(pos)
	return graph.Place{File: c.file, Line: line, Column: column}
}

func isBlank(cells []string) bool {
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}
