package rank

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
)

// By is what a ranking is ordered by, the most first.
type By string

const (
	ByProducts By = "products_broken"
	ByBroken   By = "broken" // nodes
	ByVolume   By = "volume" // Row.Part
	ByOutput   By = "output" // lost, if it is known
)

// Orders lists what a ranking can be ordered by, the default first.
func Orders() []By { return []By{ByProducts, ByBroken, ByVolume, ByOutput} }

// ParseBy reads an order by its name. Others are orders that the caller knows besides, for what
// the error may suggest.
func ParseBy(name string, others ...string) (By, error) {
	if slices.Contains(Orders(), By(name)) {
		return By(name), nil
	}
	var names []string
	for _, by := range Orders() {
		names = append(names, string(by))
	}
	names = append(names, others...)
	if near := graph.Nearest(name, slices.Values(names), 1); len(near) > 0 {
		return "", fmt.Errorf("%q is no order (did you mean %q?)", name, near[0])
	}
	return "", fmt.Errorf("%q is none of %s", name, strings.Join(names, ", "))
}

// Sort orders the rows. Where they are equal the other orders decide, in the order of
// Orders, then that of the groups.
func (r *Ranking) Sort(by By) {
	r.by = by
	orders := append([]By{by}, Orders()...)
	slices.SortFunc(r.Rows, func(a, b Row) int {
		for _, by := range orders {
			if c := cmp.Compare(by.Of(&b), by.Of(&a)); c != 0 {
				return c
			}
		}
		return cmp.Compare(a.Group, b.Group)
	})
}

// Of is how much of it the loss of a row costs.
func (by By) Of(row *Row) float64 {
	switch by {
	case ByBroken:
		return float64(row.Breaks.Nodes)
	case ByVolume:
		return row.Part
	case ByOutput:
		return row.Output
	}
	return float64(row.Breaks.Products)
}
