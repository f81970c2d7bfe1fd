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
	texts   []narrow       // of symbols
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
	values narrow // symbols
}

func newColumns(numbers, texts int) columns {
	return columns{
		numbers: make([][]stored, numbers), ranges: make([]map[int]span, numbers),
		texts: make([]narrow, texts), attrAt: map[string]int{},
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
	c.texts[field].put(row, uint32(s))
}

func (c *columns) setAttr(name string, row int, s symbol) {
	i, ok := c.attrAt[name]
	if !ok {
		i = len(c.attrs)
		c.attrAt[name] = i
		c.attrs = append(c.attrs, attrColumn{name: name})
	}
	c.attrs[i].values.put(row, uint32(s))
}

func (c *columns) text(field, row int) symbol { return symbol(c.texts[field].at(row)) }

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

// fit gives back what the columns grew in advance.
func (c *columns) fit() {
	for field := range c.numbers {
		c.numbers[field] = fit(c.numbers[field])
	}
	for field := range c.texts {
		c.texts[field].fit()
	}
	for i := range c.attrs {
		c.attrs[i].values.fit()
	}
}

func (c *columns) names() []string {
	var names []string
	for _, a := range c.attrs {
		names = append(names, a.name)
	}
	return names
}
