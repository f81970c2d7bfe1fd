package graph

import (
	"context"
	"iter"
)

// symbol stands for a text in the network's lexicon; 0 is the empty one.
type symbol int32

// columns holds the cells of a table's rows, one slice for each column. A
// column takes no space until a row gives it, and none for the rows after the
// last that does: a bare edge list of millions of rows pays for none.
type columns struct {
	numbers [][]stored
	ranges  []map[int]span // by column: of the rows that give one
	texts   [][]symbol
	attrs   []attrColumn
	attrAt  map[string]int // by name, where in attrs
}

// stored is a Number in half the space: ranges, which are few, lie apart.
type stored struct {
	value  float64
	column uint32
	given  bool
	ranged bool
}

type span struct{ low, high float64 }

type attrColumn struct {
	name   string
	values []symbol
}

func newColumns(numbers, texts int) columns {
	return columns{
		numbers: make([][]stored, numbers), ranges: make([]map[int]span, numbers),
		texts: make([][]symbol, texts), attrAt: map[string]int{},
	}
}

func (c *columns) setNumber(field, row int, n Number) {
	if !n.Given {
		return
	}
	put(&c.numbers[field], row, stored{n.Value, n.Column, true, n.IsRange()})
	if n.IsRange() {
		if c.ranges[field] == nil {
			c.ranges[field] = map[int]span{}
		}
		c.ranges[field][row] = span{n.Low, n.High}
	}
}

func (c *columns) setText(field, row int, s symbol) {
	if s != 0 {
		put(&c.texts[field], row, s)
	}
}

func (c *columns) setAttr(name string, row int, s symbol) {
	i, ok := c.attrAt[name]
	if !ok {
		i = len(c.attrs)
		c.attrAt[name] = i
		c.attrs = append(c.attrs, attrColumn{name: name})
	}
	if s != 0 {
		put(&c.attrs[i].values, row, s)
	}
}

func (c *columns) text(field, row int) symbol { return at(c.texts[field], row) }

func (c *columns) number(field, row int) Number {
	v := at(c.numbers[field], row)
	n := Number{Value: v.value, Column: v.column, Given: v.given}
	if v.ranged {
		r := c.ranges[field][row]
		n.Low, n.High = r.low, r.high
	}
	return n
}

// given yields the numbers of a column that rows give, by row.
func (c *columns) given(ctx context.Context, field int) iter.Seq2[int, Number] {
	return func(yield func(int, Number) bool) {
		for row, v := range eachOf(ctx, c.numbers[field]) {
			if v.given && !yield(row, c.number(field, row)) {
				return
			}
		}
	}
}

// put writes v at row, growing the column with zeros as needed.
func put[T any](column *[]T, row int, v T) {
	if missing := row + 1 - len(*column); missing > 0 {
		*column = append(*column, make([]T, missing)...)
	}
	(*column)[row] = v
}

// at reads row; a row past the column's end was never given.
func at[T any](column []T, row int) (v T) {
	if row < len(column) {
		v = column[row]
	}
	return v
}

func (c *columns) names() []string {
	var names []string
	for _, a := range c.attrs {
		names = append(names, a.name)
	}
	return names
}
