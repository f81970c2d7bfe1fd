package graph

import "slices"

// Range is a number of the data of which only the ends are known.
type Range struct {
	Node      NodeID   // whose number it is; None where it is a row's
	Source    SourceID // the row it stands in, of a row's
	Field     string   // name of its column
	Low, High float64
}

// Ranges lists the numbers of which only the ends are known, those of nodes
// first, by column and row. What the rows of a need say of it together counts
// once.
func (n *Network) Ranges() []Range {
	var list []Range
	n.eachRange(func(r Range, _ *columns, _, _ int) { list = append(list, r) })
	return list
}

// Drawn is the network with values in the place of its ranges, in the order of
// Ranges. It shares all columns but those that hold ranges.
func (n *Network) Drawn(values []float64) *Network {
	drawn := *n
	drawn.nodeRows.numbers = n.nodeRows.withoutRanges()
	drawn.sources.numbers = n.sources.withoutRanges()
	next := 0
	n.eachRange(func(_ Range, c *columns, field, row int) {
		to := drawn.nodeRows.numbers
		if c == &n.sources.columns {
			to = drawn.sources.numbers
		}
		to[field][row].value = values[next]
		next++
	})
	return &drawn
}

// withoutRanges copies the columns that hold ranges, with their middles.
func (c *columns) withoutRanges() [][]stored {
	numbers := slices.Clone(c.numbers)
	for field, ranges := range c.ranges {
		if len(ranges) > 0 {
			numbers[field] = slices.Clone(numbers[field])
			for _, r := range ranges {
				numbers[field][r.row].given = exact
			}
		}
	}
	return numbers
}

func (n *Network) eachRange(yield func(r Range, c *columns, field, row int)) {
	each := func(c *columns, columns []limits, owner func(field, row int) (NodeID, SourceID, bool)) {
		for _, column := range columns {
			for _, r := range c.ranges[column.field] {
				if node, source, counts := owner(column.field, int(r.row)); counts {
					yield(Range{node, source, column.name, r.low, r.high}, c, column.field, int(r.row))
				}
			}
		}
	}
	each(&n.nodeRows.columns, nodeSpans, func(_, row int) (NodeID, SourceID, bool) {
		node := n.nodeRows.node[row]
		return node, 0, n.rowOf(node) == row
	})
	each(&n.sources.columns, rowSpans, func(field, row int) (NodeID, SourceID, bool) {
		return None, SourceID(row), n.speaks(field, SourceID(row))
	})
}

// speaks says whether the cell of a row counts: of a column that speaks of the
// need only the first that is given does.
func (n *Network) speaks(field int, s SourceID) bool {
	if !slices.ContainsFunc(ofNeed, func(c needColumn) bool { return c.field == field }) {
		return true
	}
	_, first := n.firstGiven(field, n.SourcesOf(n.NeedOf(s)))
	return first == s
}
