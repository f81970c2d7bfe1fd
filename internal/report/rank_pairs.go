package report

import (
	"fmt"
	"slices"

	"linestop/graph/rank"
	"linestop/internal/words"
)

// RankPairs is the answer to which two losses together break most that neither breaks alone.
type RankPairs struct {
	Rank  Rank
	Pairs *rank.PairRanking
}

type pairsAnswer struct {
	header
	Reading  []string  `json:"reading"`
	Each     string    `json:"each"`
	By       rank.By   `json:"by"`
	Where    string    `json:"where,omitempty"`
	Products int       `json:"products"`
	Complete bool      `json:"complete"`
	Through  int       `json:"through"` // of the groups of the ranking, from the first on
	Lost     int       `json:"lost"`
	Found    int64     `json:"found"`
	Pairs    []pairRow `json:"pairs"`
}

type pairRow struct {
	Lost             [2]pairMember `json:"lost"`
	Only             int32         `json:"only_together"`
	ProductsOnly     int32         `json:"products_only_together"`
	Broken           int32         `json:"broken"`
	Possibly         int32         `json:"broken_possibly"`
	ProductsBroken   int32         `json:"products_broken"`
	ProductsPossibly int32         `json:"products_broken_possibly"`
	Cut              int32         `json:"cut"`
	ProductsCut      int32         `json:"products_cut"`
}

// pairMember is one of the two, with what it breaks alone.
type pairMember struct {
	ID             string `json:"id"`
	Name           string `json:"name"`
	Kind           string `json:"kind"`
	Country        string `json:"country"`
	Broken         int32  `json:"broken"`
	ProductsBroken int32  `json:"products_broken"`
	Cut            int32  `json:"cut"`
	ProductsCut    int32  `json:"products_cut"`
}

func (r RankPairs) complete() bool { return r.Pairs.Through == len(r.Rank.Ranking.Rows) }

func (r RankPairs) json() any {
	out := pairsAnswer{
		header: newHeader("pairs", r.Rank.Net), Reading: []string{"structure"}, Each: r.Rank.Ranking.Groups.By, By: r.Rank.By, Where: r.Rank.Where,
		Products: r.Rank.Ranking.Products, Complete: r.complete(), Through: r.Pairs.Through, Lost: len(r.Rank.Ranking.Rows), Found: r.Pairs.Found,
		Pairs: []pairRow{},
	}
	for _, p := range r.Pairs.Pairs {
		out.Pairs = append(out.Pairs, r.pair(p))
	}
	return out
}

func (r RankPairs) pair(p rank.Pair) pairRow {
	out := pairRow{
		Lost: [2]pairMember{r.member(p.A), r.member(p.B)},
		Only: p.Only.Nodes, ProductsOnly: p.Only.Products, Broken: p.Breaks.Nodes, ProductsBroken: p.Breaks.Products,
		Cut: p.Lost.Nodes, ProductsCut: p.Lost.Products,
	}
	out.Possibly, out.ProductsPossibly = p.Breaks.Nodes-p.Surely.Nodes, p.Breaks.Products-p.Surely.Products
	return out
}

func (r RankPairs) member(row rank.Row) pairMember {
	one := r.Rank.row(row)
	return pairMember{one.ID, one.Name, one.Kind, one.Country, one.Broken, one.ProductsBroken, row.Lost.Nodes, row.Lost.Products}
}

func (r RankPairs) table() Table {
	t := Table{Header: []string{
		"id_1", "name_1", "id_2", "name_2", "only_together", "products_only_together", "broken", "products_broken",
		"broken_possibly", "products_broken_possibly", "cut", "products_cut", "broken_1", "products_broken_1", "broken_2", "products_broken_2",
		"products_cut_1", "products_cut_2",
	}}
	for _, pair := range r.Pairs.Pairs {
		p := r.pair(pair)
		a, b := p.Lost[0], p.Lost[1]
		cells := []string{a.ID, a.Name, b.ID, b.Name}
		for _, n := range []int32{
			p.Only, p.ProductsOnly, p.Broken, p.ProductsBroken, p.Possibly, p.ProductsPossibly, p.Cut, p.ProductsCut,
			a.Broken, a.ProductsBroken, b.Broken, b.ProductsBroken, a.ProductsCut, b.ProductsCut,
		} {
			cells = append(cells, fmt.Sprint(n))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func (r RankPairs) text(p *page) {
	p.line("%s any %s lost together, by what neither breaks alone", p.in(bold, "ranking:"), words.Count(2, r.Rank.noun()))
	r.Rank.about(p)
	r.pairs(p)
	if hidden := r.Pairs.Found - int64(len(r.Pairs.Pairs)); hidden > 0 {
		p.line("  ... and %s more (--top lists more)", words.Thousands(int(hidden)))
	}
	if !r.complete() {
		p.line("%s", p.in(yellow, fmt.Sprintf("time ran out: of the %s, in the order of the ranking, the first %s were held against all others; pairs of the rest may be missing",
			words.Count(len(r.Rank.Ranking.Rows), r.Rank.noun()), words.Thousands(r.Pairs.Through))))
	}
	p.line("")
	r.Rank.foot(p)
}

func (r RankPairs) pairs(p *page) {
	switch {
	case len(r.Pairs.Pairs) == 0 && !r.complete():
		p.line("no %s that break what neither breaks alone were found", words.Count(2, r.Rank.noun()))
		return
	case len(r.Pairs.Pairs) == 0:
		p.line("%s", p.in(green, fmt.Sprintf("no %s break what neither breaks alone", words.Count(2, r.Rank.noun()))))
		return
	}
	first := r.Pairs.Pairs[0]
	p.line("%s", p.in(red, fmt.Sprintf("%s and %s break most that neither breaks alone: %s of %s, and %s; %s something so",
		r.Rank.name(first.A), r.Rank.name(first.B), words.Thousands(int(first.Only.Products)), words.Count(r.Rank.Ranking.Products, "product"),
		words.Count(int(first.Only.Nodes-first.Only.Products), "other node"), words.Count(int(r.Pairs.Found), "pair")+either(r.Pairs.Found == 1, " breaks", " break"))))
	lost := "" // what one breaks may be lost with the other, so that only both counts together add up
	if slices.ContainsFunc(r.Pairs.Pairs, func(pair rank.Pair) bool { return pair.Lost.Products > 0 }) {
		lost = " or lost"
	}
	rows := [][]cell{{{"lost together", dim}, {"", dim}, {"products only so", dim}, {"other nodes only so", dim}, {"products broken" + lost + " in all", dim}, {"by each alone", dim}}}
	for _, pair := range r.Pairs.Pairs {
		rows = append(rows, []cell{
			{r.Rank.name(pair.A), bold},
			{r.Rank.name(pair.B), bold},
			{words.Thousands(int(pair.Only.Products)), plain},
			{words.Thousands(int(pair.Only.Nodes - pair.Only.Products)), plain},
			{r.Rank.counted(pair.Breaks.Products+pair.Lost.Products, pair.Surely.Products+pair.Lost.Products), plain},
			{alone(pair.A) + ", " + alone(pair.B), plain},
		})
	}
	p.columns(rows)
}

// alone is how many products are broken or lost by one of the two.
func alone(row rank.Row) string { return words.Thousands(int(row.Breaks.Products + row.Lost.Products)) }
