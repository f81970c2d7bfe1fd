package graph

import (
	"context"
	"iter"
	"math"
	"slices"

	"linestop/internal/sections"
)

// narrow is a column of numbers, most of them small: each takes a byte, or two or
// four if the largest must. A column grows when a row is put; what lies past its end
// is 0, so that a column that nobody fills takes no space.
type narrow struct { // one of them is in use
	bytes  []uint8
	shorts []uint16
	longs  []uint32
}

func (c *narrow) at(row int) uint32 {
	switch {
	case row < len(c.bytes):
		return uint32(c.bytes[row])
	case row < len(c.shorts):
		return uint32(c.shorts[row])
	case row < len(c.longs):
		return c.longs[row]
	}
	return 0
}

// put writes v at row, once: a 0 is there already.
func (c *narrow) put(row int, v uint32) {
	if v == 0 {
		return
	}
	if v > math.MaxUint8 && c.bytes != nil {
		c.shorts, c.bytes = widened[uint16](c.bytes), nil
	}
	if v > math.MaxUint16 && c.shorts != nil {
		c.longs, c.shorts = widened[uint32](c.shorts), nil
	}
	switch {
	case c.longs != nil || v > math.MaxUint16:
		put(&c.longs, row, v)
	case c.shorts != nil || v > math.MaxUint8:
		put(&c.shorts, row, uint16(v))
	default:
		put(&c.bytes, row, uint8(v))
	}
}

func widened[To, From uint8 | uint16 | uint32](from []From) []To {
	to := make([]To, len(from))
	for row, v := range from {
		to[row] = To(v)
	}
	return to
}

func (c *narrow) len() int { return max(len(c.bytes), len(c.shorts), len(c.longs)) }

// given yields what is not 0, by row, until ctx ends.
func (c *narrow) given(ctx context.Context) iter.Seq2[int, uint32] {
	return func(yield func(int, uint32) bool) {
		for row := range Each(ctx, c.len()) {
			if v := c.at(row); v != 0 && !yield(row, v) {
				return
			}
		}
	}
}

// take appends what p gives; its first row becomes row.
func (c *narrow) take(p *narrow, row int) {
	for at := range p.len() {
		c.put(row+at, p.at(at))
	}
}

// takeSymbols is take for symbols: their numbers here are those of the texts there.
func (c *narrow) takeSymbols(p *narrow, row int, symbols []symbol) {
	for at := range p.len() {
		c.put(row+at, uint32(symbols[p.at(at)]))
	}
}

// reset takes all rows out and keeps their space.
func (c *narrow) reset() { c.bytes, c.shorts, c.longs = c.bytes[:0], c.shorts[:0], c.longs[:0] }

// drop gives back what the column takes in a space.
func (c *narrow) drop(s *sections.Space) {
	sections.Drop(s, c.bytes)
	sections.Drop(s, c.shorts)
	sections.Drop(s, c.longs)
	*c = narrow{}
}

// fit gives back what the column grew in advance.
func (c *narrow) fit() {
	c.bytes, c.shorts, c.longs = fit(c.bytes), fit(c.shorts), fit(c.longs)
}

// fit moves a list that wastes more than a sixteenth of its space to one of its size.
func fit[T any](list []T) []T {
	if cap(list)-len(list) <= len(list)/16 {
		return list
	}
	return slices.Clone(list)
}

// put writes v at row, growing the column with zeros as needed.
func put[T any](column *[]T, row int, v T) {
	*column = stretched(*column, row+1)
	(*column)[row] = v
}

// stretched gives a column at least so many rows.
func stretched[T any](column []T, rows int) []T {
	if missing := rows - len(column); missing > 0 {
		return append(column, make([]T, missing)...)
	}
	return column
}

// at reads row; a row past the column's end was never given.
func at[T any](column []T, row int) (v T) {
	if row < len(column) {
		v = column[row]
	}
	return v
}
