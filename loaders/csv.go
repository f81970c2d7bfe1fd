package loaders

import (
	"bufio"
	"io"
	"iter"
	"math"

	"linestop/internal/parallel"
)

// csvTable reads a table from CSV, TSV and their relatives: in blocks of whole records,
// which all processors read at once and which are joined in their order. That gives
// what reading record by record would.
type csvTable[T any] struct {
	*load
	table  *table[T]
	file   string
	comma  rune
	names  []string   // in the header
	fields []field[T] // what they are
	idle   []*csvBlock[T]
	count  int          // rows begun, of the blocks joined
	bad    int          // records of theirs that could not be read
	said   map[int]bool // by position: warned of a column without a name
}

// blockSize is how many bytes of a table are read at a time: what so many rows name
// fits into the cache of a processor.
const blockSize = 256 << 10

// readCSV reads all of a table from text in UTF-8.
func readCSV[T any](l *load, t *table[T], name string, text io.Reader) error {
	return readBlocks(l, t, name, text, blockSize)
}

func readBlocks[T any](l *load, t *table[T], name string, text io.Reader, size int) error {
	c := &csvTable[T]{load: l, table: t, file: name, said: map[int]bool{}}
	leash := &leash{r: text, limit: l.Limits.Record}
	r := bufio.NewReaderSize(leash, chunk)
	lines, err := c.readHeader(r, leash)
	if err != nil {
		return err
	}
	leash.limit = math.MaxInt64 // the cutter has its own
	cut := &cutter{r: r, comma: []byte(string(c.comma)), size: size, limit: int(l.Limits.Record), lines: lines}
	for b := range parallel.Ordered(c.blocks(cut), (*csvBlock[T]).read) {
		if err := c.join(b); err != nil {
			return err
		}
	}
	if cut.err != io.EOF {
		return unreadable(name, cut.err)
	}
	if t.needed && c.count+c.bad == 0 {
		return fail(file(name), "", "has a header and no rows; the columns are %s", list(c.names))
	}
	return nil
}

// blocks are those of the rest of the table, in the space of such as were joined.
func (c *csvTable[T]) blocks(cut *cutter) iter.Seq[*csvBlock[T]] {
	return func(yield func(*csvBlock[T]) bool) {
		for {
			b := c.space()
			if !cut.next(&b.block) || !yield(b) {
				return
			}
		}
	}
}

func (c *csvTable[T]) space() *csvBlock[T] {
	last := len(c.idle) - 1
	if last < 0 {
		return newBlock(c)
	}
	b := c.idle[last]
	c.idle = c.idle[:last]
	return b
}

func (c *csvTable[T]) join(b *csvBlock[T]) error {
	switch {
	case c.count == 0 && b.other != nil:
		return b.other
	case b.err != nil:
		return b.err
	}
	for _, f := range c.fields {
		if at, met := b.unnamed[f.pos]; met && !c.said[f.pos] {
			c.warn(at, "unnamed-column", "column %d has no name in the header and is not read", f.pos+1)
			c.said[f.pos] = true
		}
	}
	c.build.Join(b.build)
	c.count += b.count
	c.bad += b.bad
	c.idle = append(c.idle, b)
	return nil
}
