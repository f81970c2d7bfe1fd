package loaders

import (
	"encoding/csv"
	"io"
	"strings"
	"unsafe"

	"linestop/graph"
)

// csvBlock reads a block of a table into a part of the network. Its space is used
// again for other blocks.
type csvBlock[T any] struct {
	rows[T]
	record
	block
	of      *csvTable[T]
	rest    string              // of its text, still to be read
	bad     int                 // records that could not be read
	unnamed map[int]graph.Place // by position: the first ink in a column without a name
	other   error               // the first row seems to have another delimiter
	err     error               // what ended the reading early
}

func newBlock[T any](c *csvTable[T]) *csvBlock[T] {
	apart := *c.load
	apart.build = c.build.Part()
	return &csvBlock[T]{rows: rows[T]{load: &apart, table: c.table}, of: c}
}

func (b *csvBlock[T]) read() *csvBlock[T] {
	b.record = record{file: b.of.file, line: b.lines, cells: b.cells, starts: b.starts}
	b.rest = unsafe.String(unsafe.SliceData(b.text), len(b.text)) // not changed before all is read
	b.count, b.bad, b.unnamed, b.other = 0, 0, nil, nil
	quotes := strings.IndexByte(b.rest, '"') >= 0
	for b.err = b.next(quotes); b.err == nil; b.err = b.next(quotes) {
		if !isBlank(b.cells) {
			b.take()
		}
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return b
}

// next reads the next record that can be read. From the first on that is not plain
// they are left to encoding/csv.
func (b *csvBlock[T]) next(quotes bool) error {
	for b.csv == nil && b.rest != "" {
		line, rest, _ := strings.Cut(b.rest, "\n")
		line = strings.TrimSuffix(line, "\r")
		if b.broken || !b.split(line, b.of.comma, quotes) {
			b.csv = b.of.reader(strings.NewReader(b.rest))
			break
		}
		b.rest = rest
		b.line++
		if line != "" {
			return nil
		}
	}
	if b.csv == nil {
		return io.EOF
	}
	for {
		err := b.readCSV()
		if err == nil && !b.broken {
			return nil
		}
		if err := b.passOver(err); err != nil {
			return err
		}
	}
}

// take hands on the cells of a record.
func (b *csvBlock[T]) take() {
	if b.count == 0 {
		b.other = b.otherDelimiter()
	}
	fields, width := b.of.fields, len(b.of.names)
	b.begin(b.at(min(fields[0].pos, len(b.cells)-1)))
	switch {
	case len(b.cells) < width:
		b.problem(b.at(0), "ragged-row", "the row has only %d of the %d cells of the header", len(b.cells), width)
	case !isBlank(b.cells[width:]):
		b.problem(b.at(width), "ragged-row", "the row has %d cells, the header %d: put a cell that holds %q in quotes",
			len(b.cells), width, b.of.comma)
	}
	if !b.added {
		b.nameAttributes()
	}
	for i := range fields {
		f := &fields[i]
		switch {
		case f.pos >= len(b.cells):
			b.drop = b.drop || f.isNeeded() // reported as ragged
		case f.column == nil && f.header == "":
			b.noName(f)
		default:
			b.set(f, b.cells[f.pos], b.at(f.pos))
		}
	}
	b.end()
}

// nameAttributes gives the columns of attributes the order of the header.
func (b *csvBlock[T]) nameAttributes() {
	for _, f := range b.of.fields {
		if f.column == nil && f.header != "" {
			b.attr(f.header, "")
		}
	}
}

// otherDelimiter refuses a first row that is one cell and would fall into as
// many as the header has by another delimiter: so would all that follow.
func (b *csvBlock[T]) otherDelimiter() error {
	names, comma := b.of.names, b.of.comma
	if b.Delimiter != 0 || len(b.cells) > 1 || len(names) == 1 {
		return nil
	}
	for _, other := range delimiters {
		if strings.Count(b.cells[0], string(other)) == len(names)-1 {
			return fail(b.at(0), "save the file with one delimiter, or say which: --delimiter",
				"the header is separated by %q, but this row by %q", comma, other)
		}
	}
	return nil
}

// noName passes over a cell of a column without a name.
func (b *csvBlock[T]) noName(f *field[T]) {
	if _, met := b.unnamed[f.pos]; met || strings.TrimSpace(b.cells[f.pos]) == "" {
		return
	}
	if b.unnamed == nil {
		b.unnamed = map[int]graph.Place{}
	}
	b.unnamed[f.pos] = b.at(f.pos)
}

// reader reads records of the table.
func (c *csvTable[T]) reader(r io.Reader) *csv.Reader {
	records := csv.NewReader(r)
	records.Comma = c.comma
	records.FieldsPerRecord = -1
	records.ReuseRecord = true
	return records
}

func isBlank(cells []string) bool {
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}
