package graph

import (
	"fmt"
	"slices"
	"strings"
)

// assumable are the columns whose blanks an assumption may fill.
var assumable = []string{"buffer_days", "max_share", "recover_days", "refill", "stock_days", "switch_days", "transit_days"}

// Assumable is the whole name of a column whose blanks Assuming may fill:
// buffer_days where buffer is asked for.
func Assumable(column string) (string, error) {
	for _, name := range assumable {
		if column == name || column+"_days" == name {
			return name, nil
		}
	}
	return "", fmt.Errorf("column %q is none of %s", column, strings.Join(assumable, ", "))
}

// Assuming is the network with v in the place of what nobody stated in a column that
// is Assumable, and how many blanks that were. What one row
// says of its need is stated for all of them; nodes that no row describes have no
// cells to fill. It shares all other columns. v is what the column takes: days or a part,
// at least 0.
func (n *Network) Assuming(column string, v float64) (*Network, int, error) {
	name, err := Assumable(column)
	if err != nil {
		return nil, 0, err
	}
	for _, c := range slices.Concat(nodeSpans, rowSpans) {
		if c.name == name && !(v >= 0 && v <= c.most) {
			return nil, 0, fmt.Errorf("%s %v is not %s", column, v, c)
		}
	}
	assumed := *n
	for _, c := range nodeSpans {
		if c.name == name {
			return &assumed, assumed.nodeRows.fill(c.field, v, n.describing()), nil
		}
	}
	var field int
	for _, c := range rowSpans {
		if c.name == name {
			field = c.field
		}
	}
	return &assumed, assumed.sources.fill(field, v, n.open(field)), nil
}

// describing lists the rows that describe a node, not those that repeat one.
func (n *Network) describing() []int32 {
	var rows []int32
	for _, row := range n.nodeRow {
		if row > 0 {
			rows = append(rows, row-1)
		}
	}
	return rows
}

// open lists the rows in which a column of sources may be filled.
func (n *Network) open(field int) []int32 {
	var rows []int32
	speaksOfNeed := slices.ContainsFunc(ofNeed, func(c needColumn) bool { return c.field == field })
	for k := range NeedID(n.NumNeeds()) {
		sources := n.SourcesOf(k)
		if speaksOfNeed {
			if v, _ := n.firstGiven(field, sources); v.Given {
				continue
			}
			sources = sources[:1]
		}
		for _, s := range sources {
			rows = append(rows, int32(s))
		}
	}
	return rows
}

// fill gives a column of its own to c, with v where rows were blank, and counts them.
func (c *columns) fill(field int, v float64, rows []int32) int {
	c.numbers = slices.Clone(c.numbers)
	column := slices.Clone(c.numbers[field])
	filled := 0
	for _, row := range rows {
		if at(column, int(row)).given == blank {
			put(&column, int(row), stored{value: v, given: exact})
			filled++
		}
	}
	c.numbers[field] = column
	return filled
}
