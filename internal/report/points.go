package report

import (
	"slices"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/internal/words"
)

// Points are the single points of failure of products.
type Points struct {
	Net     *graph.Network
	Groups  *graph.Groups   // what is lost at once
	Singles *cutset.Singles // whose loss alone breaks a product
	Sure    *cutset.Singles // those of them that do however the unsure rows turn out
	All     bool            // list every one
}

// point is a single point of failure of a product.
type point struct {
	group graph.GroupID
	sure  bool
}

func (s Points) losses() losses { return losses{names{s.Net}, s.Groups} }

// of lists those of a product, sure ones first.
func (s Points) of(product graph.NodeID) []point {
	sure := s.Sure.Of(product)
	var list []point
	for _, g := range s.Singles.Of(product) {
		_, found := slices.BinarySearch(sure, g)
		list = append(list, point{g, found})
	}
	slices.SortStableFunc(list, func(a, b point) int { return one(b.sure) - one(a.sure) })
	return list
}

// possibly counts those of a product that are not sure.
func (s Points) possibly(product graph.NodeID) int {
	return s.Singles.Count(product) - s.Sure.Count(product)
}

// shown is how many rows of a list are written if not more than some fit, and how many are left out.
func (s Points) shown(rows, fit int) (shown, hidden int) {
	if s.All || rows <= fit {
		return rows, 0
	}
	return fit, rows - fit
}

func (p *page) more(hidden int, every string) {
	if hidden > 0 {
		p.line("  ... and %s more (--all lists every %s)", words.Thousands(hidden), every)
	}
}

// loses says what the answer rests on.
func (p *page) loses(unsure bool) {
	p.line("")
	p.line("%s structure: what breaks if the loss lasts and the sources that are left can carry the load", p.in(dim, "reading:"))
	if unsure {
		p.certainties()
	}
}
