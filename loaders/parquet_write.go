package loaders

import (
	"cmp"
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"

	"linestop/graph"
)

const (
	parquetBatch = 1024    // rows handed to the library at a time
	parquetGroup = 1 << 18 // rows that are held in memory, to be packed by column
)

// parquetColumn is a column of ours or an attribute as it is written.
type parquetColumn[T any] struct {
	name  string
	node  parquet.Node
	value func(*T) parquet.Value // null where the cell is blank
}

// writeParquet writes a table with the columns that are used, then the attributes:
// numbers as doubles, or as texts where some are ranges.
func writeParquet[T any](w io.Writer, t *table[T], rows written[T]) error {
	var columns []parquetColumn[T]
	for _, c := range rows.used(t) {
		columns = append(columns, c.forParquet(rows))
	}
	for _, name := range rows.kept(t, nil) {
		columns = append(columns, parquetColumn[T]{name, optional(parquet.String()), func(row *T) parquet.Value {
			return textValue(attribute(*t.attrs(row), name))
		}})
	}
	root := inOrder{parquet.Group{}, nil}
	for _, c := range columns {
		root.Group[c.name] = c.node
		root.names = append(root.names, c.name)
	}
	out := parquet.NewGenericWriter[any](w, parquet.NewSchema(t.name, root),
		parquet.MaxRowsPerRowGroup(parquetGroup))
	batch := make([]parquet.Row, 0, parquetBatch)
	for row := range rows.rows {
		cells := make(parquet.Row, len(columns))
		for at, c := range columns {
			v := c.value(&row)
			cells[at] = v.Level(0, given(v), at)
		}
		if batch = append(batch, cells); len(batch) == parquetBatch {
			if _, err := out.WriteRows(batch); err != nil {
				return err
			}
			batch = batch[:0]
		}
	}
	_, err := out.WriteRows(batch)
	return cmp.Or(err, out.Close())
}

// given is the definition level of an optional value.
func given(v parquet.Value) int {
	if v.IsNull() {
		return 0
	}
	return 1
}

func (c *column[T]) forParquet(rows written[T]) parquetColumn[T] {
	switch {
	case c.number != nil && !rows.anyRange(c):
		return parquetColumn[T]{c.name, optional(parquet.Leaf(parquet.DoubleType)), func(row *T) parquet.Value {
			if v := c.number(row); v.Given {
				return parquet.DoubleValue(v.Value)
			}
			return parquet.NullValue()
		}}
	case c.mark != nil:
		return parquetColumn[T]{c.name, optional(parquet.Leaf(parquet.BooleanType)), func(row *T) parquet.Value {
			if m := *c.mark(row); m != graph.Unmarked {
				return parquet.BooleanValue(m == graph.Yes)
			}
			return parquet.NullValue()
		}}
	}
	return parquetColumn[T]{c.name, optional(parquet.String()), func(row *T) parquet.Value { return textValue(c.value(row)) }}
}

// anyRange says whether some row gives a range in a column.
func (w written[T]) anyRange(c *column[T]) bool {
	for row := range w.rows {
		if c.number(&row).IsRange() {
			return true
		}
	}
	return false
}

func optional(n parquet.Node) parquet.Node {
	return parquet.Optional(parquet.Compressed(n, codec))
}

var codec compress.Codec = &parquet.Snappy

func textValue(text string) parquet.Value {
	if text == "" {
		return parquet.NullValue()
	}
	return parquet.ValueOf(text)
}

// inOrder is a group that keeps the order of its columns; the library's own sorts
// them by name.
type inOrder struct {
	parquet.Group
	names []string
}

func (g inOrder) Fields() []parquet.Field {
	fields := g.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return cmp.Compare(slices.Index(g.names, a.Name()), slices.Index(g.names, b.Name()))
	})
	return fields
}
