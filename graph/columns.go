package graph

import (
	"cmp"
	"context"
	"iter"
	"slices"
)

// symbol stands for a text in the network's lexicon; 0 is the empty one.
type symbol int32

// columns holds the cells of a table's rows, one slice for each column. A
// column takes no space until a row gives it, and none for the rows after the
// last that does: a bare edge list of millions of rows pays for none.
type columns struct {
	numbers [][]stored
	ranges  [][]span // by column: those that rows give, by row
	texts   []narrow // of symbols
	attrs   []attrColumn
	attrAt  map[string]int // by name, where in attrs
}

// stored is a Number in half the space: ranges, which are few, lie apart.
type stored struct {
	value  float64
	column uint32
	given  given
}

// given is how a number is.
type given uint32

const (
	blank given = iota
	exact
	ranged
)

// span are the ends of the range in a row.
type span struct {
	row       int64
	low, high float64
}

type attrColumn struct {
	name   string
	values narrow // symbols
}

func newColumns(numbers, texts int) columns {
	return columns{
		numbers: make([][]stored, numbers), ranges: make([][]span, numbers),
		texts: make([]narrow, texts), attrAt: map[string]int{},
	}
}

func (c *columns) setNumber(field, row int, n *Number) {
	how := exact
	if n.IsRange() {
		how = ranged
		c.ranges[field] = append(c.ranges[field], span{int64(row), n.Low, n.High})
	}
	put(&c.numbers[field], row, stored{n.Value, n.Column, how})
}

func (c *columns) setText(field, row int, s symbol) {
	c.texts[field].put(row, uint32(s))
}

func (c *columns) setAttr(name string, row int, s symbol) { c.attr(name).put(row, uint32(s)) }

// attr is the column of an attribute, a new one if none has its name.
func (c *columns) attr(name string) *narrow {
	i, ok := c.attrAt[name]
	if !ok {
		i = len(c.attrs)
		c.attrAt[name] = i
		c.attrs = append(c.attrs, attrColumn{name: name})
	}
	return &c.attrs[i].values
}

// take appends the cells of p, whose first row becomes row. symbols are the numbers
// here of the texts there.
func (c *columns) take(p *columns, row int, symbols []symbol) {
	for field, cells := range p.numbers {
		if len(cells) > 0 {
			c.numbers[field] = append(stretched(c.numbers[field], row), cells...)
		}
		for _, r := range p.ranges[field] {
			c.ranges[field] = append(c.ranges[field], span{int64(row) + r.row, r.low, r.high})
		}
	}
	for field := range p.texts {
		c.texts[field].takeSymbols(&p.texts[field], row, symbols)
	}
	for i := range p.attrs {
		c.attr(p.attrs[i].name).takeSymbols(&p.attrs[i].values, row, symbols)
	}
}

// reset takes all cells out and keeps their space, and the names of attributes.
func (c *columns) reset() {
	for field := range c.numbers {
		c.numbers[field] = c.numbers[field][:0]
		c.ranges[field] = c.ranges[field][:0]
	}
	for field := range c.texts {
		c.texts[field].reset()
	}
	for i := range c.attrs {
		c.attrs[i].values.reset()
	}
}

func (c *columns) text(field, row int) symbol { return symbol(c.texts[field].at(row)) }

func (c *columns) number(field, row int) Number {
	v := at(c.numbers[field], row)
	n := Number{Value: v.value, Column: v.column, Given: v.given != blank}
	if v.given == ranged {
		i, _ := slices.BinarySearchFunc(c.ranges[field], int64(row), func(s span, row int64) int { return cmp.Compare(s.row, row) })
		n.Low, n.High = c.ranges[field][i].low, c.ranges[field][i].high
	}
	return n
}

// given yields the numbers of a column that rows give, by row.
func (c *columns) given(ctx context.Context, field int) iter.Seq2[int, Number] {
	return func(yield func(int, Number) bool) {
		for row, v := range eachOf(ctx, c.numbers[field]) {
			if v.given != blank && !yield(row, c.number(field, row)) {
				return
			}
		}
	}
}

// fit gives back what the columns grew in advance.
func (c *columns) fit() {
	for field := range c.numbers {
		c.numbers[field], c.ranges[field] = fit(c.numbers[field]), fit(c.ranges[field])
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
