package report

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"linestop/graph"
	"linestop/internal/words"
)

// SpofAll is the answer to how many single points of failure each of several products has.
type SpofAll struct {
	Points
	Products []graph.NodeID
}

type spofAllAnswer struct {
	header
	Reading []string     `json:"reading"`
	By      string       `json:"by"`
	Summary spofSummary  `json:"summary"`
	Most    []spofSpread `json:"most"`
	// and products, a list of spofProduct
}

type spofSummary struct {
	Products int `json:"products"`
	Broken   int `json:"products_with_points"`
	Points   int `json:"points"` // that are one for some product
}

type spofSpread struct {
	lostGroup
	Products int `json:"products"`
}

type spofProduct struct {
	Product  string   `json:"product"`
	Name     string   `json:"name"`
	Points   int      `json:"points"`
	Possible int      `json:"points_possible"`
	Nodes    []string `json:"nodes,omitempty"` // with All
}

func (s SpofAll) json() any {
	out := spofAllAnswer{newHeader("spof", s.Net), []string{"structure"}, s.Groups.By, s.summary(), []spofSpread{}}
	list, spread := s.spread()
	for _, g := range list[:min(screen, len(list))] {
		out.Most = append(out.Most, spofSpread{s.losses().group(g), spread[g]})
	}
	return out
}

func (s SpofAll) summary() spofSummary {
	list, _ := s.spread()
	out := spofSummary{Products: len(s.Products), Points: len(list)}
	for _, i := range s.Products {
		out.Broken += one(s.Singles.Count(i) > 0)
	}
	return out
}

func (s SpofAll) list() (string, iter.Seq[any]) {
	return "products", func(yield func(any) bool) {
		for _, i := range s.worst() {
			entry := spofProduct{s.Net.ID(i), s.Net.Label(i), s.Singles.Count(i), s.possibly(i), nil}
			if s.All {
				for _, point := range s.of(i) {
					entry.Nodes = append(entry.Nodes, s.Groups.Name(point.group))
				}
			}
			if !yield(entry) {
				return
			}
		}
	}
}

// worst lists the products, those with most single points first.
func (s SpofAll) worst() []graph.NodeID {
	list := slices.Clone(s.Products)
	slices.SortStableFunc(list, func(a, b graph.NodeID) int { return cmp.Compare(s.Singles.Count(b), s.Singles.Count(a)) })
	return list
}

// spread lists the groups that are single points of failure, those of most products first, and for how
// many each is one.
func (s SpofAll) spread() (list []graph.GroupID, spread []int) {
	spread = s.Singles.Spread()
	for g, n := range spread {
		if n > 0 {
			list = append(list, graph.GroupID(g))
		}
	}
	slices.SortStableFunc(list, func(a, b graph.GroupID) int { return cmp.Compare(spread[b], spread[a]) })
	return list, spread
}

// table has a row for each product or, if all are asked for, for each of its single points.
func (s SpofAll) table() Table {
	if s.All {
		return Table{Header: []string{"product", "id", "name", "kind", "country", "certainty"}, Long: s.rows}
	}
	return Table{Header: []string{"product", "name", "points", "points_possible"}, Long: func(yield func([]string) bool) {
		for _, i := range s.worst() {
			if !yield([]string{s.Net.ID(i), s.Net.Label(i), fmt.Sprint(s.Singles.Count(i)), fmt.Sprint(s.possibly(i))}) {
				return
			}
		}
	}}
}

func (s SpofAll) rows(yield func([]string) bool) {
	for _, i := range s.worst() {
		for _, point := range s.of(i) {
			g := s.losses().group(point.group)
			if !yield([]string{s.Net.ID(i), g.ID, g.Name, g.Kind, g.Country, certainty(point.sure)}) {
				return
			}
		}
	}
}

func (s SpofAll) text(p *page) {
	l := s.losses()
	p.line("%s %s%s", p.in(bold, "single points of failure:"), words.Count(len(s.Products), "product"), l.by())
	p.line("%s %s", p.in(bold, "data:"), describe(s.Net).line())
	p.line("")
	sum := s.summary()
	p.line("%s", p.in(either(sum.Broken > 0, red, green), fmt.Sprintf("%s of %s with single points of failure", words.Thousands(sum.Broken), words.Count(sum.Products, "product"))))
	list, spread := s.spread()
	unsure := s.products(p, sum.Broken, spread)
	if len(list) > 0 {
		p.line("")
		p.line("%s a single point of failure of some product", l.count(len(list))+either(len(list) == 1, " is", " are"))
		shown, hidden := s.shown(len(list), screen)
		var rows [][]cell
		for _, g := range list[:shown] {
			rows = append(rows, []cell{{l.lost(g), bold}, {"of " + words.Count(spread[g], "product"), plain}})
		}
		p.columns(rows)
		p.more(hidden, "one")
	}
	p.loses(unsure)
}

// products lists those that have single points, with the worst of them.
func (s SpofAll) products(p *page, broken int, spread []int) (unsure bool) {
	const few = 3
	l := s.losses()
	shown, hidden := s.shown(broken, screen)
	var rows [][]cell
	for _, i := range s.worst()[:shown] {
		points, possible := s.of(i), s.possibly(i)
		unsure = unsure || possible > 0
		slices.SortStableFunc(points, func(a, b point) int {
			return cmp.Or(one(b.sure)-one(a.sure), cmp.Compare(spread[b.group], spread[a.group]))
		})
		var worst []string
		for _, point := range points {
			worst = append(worst, l.lost(point.group))
		}
		most := either(s.All, len(worst), few)
		rows = append(rows, []cell{{l.id(i), bold}, {words.Thousands(len(points)) + possibly(possible), plain}, {listed(worst, most), plain}})
	}
	p.columns(rows)
	p.more(hidden, "product")
	return unsure
}
