// Package ranking makes a chart of whose loss breaks most, and of the countries in which
// that sits.
package ranking

import (
	"cmp"
	"fmt"
	"strconv"

	"linestop/graph"
	"linestop/graph/rank"
	"linestop/internal/chart"
	"linestop/internal/words"
)

// Options says what is in the chart. The zero value means the defaults.
type Options struct {
	Title string // default: what the ranking says
	Where string // which nodes may be lost; empty: all
	Top   int    // bars to draw at most; default DefaultTop, at most chart.MaxRows
}

// DefaultTop is how many bars can be taken in at a glance.
const DefaultTop = 20

// measure is what a ranking is ordered by, in words.
type measure struct {
	title string
	head  string // of the cells
	cost  string // what a loss does, counted in the second panel
}

var measures = map[rank.By]measure{
	rank.ByProducts: {"Whose loss breaks most products", "products broken", "a product breaks"},
	rank.ByBroken:   {"Whose loss breaks most nodes", "nodes broken", "another node breaks"},
	rank.ByVolume:   {"Whose loss costs most volume", "volume lost", ""},
	rank.ByOutput:   {"Whose loss costs most output", "output lost", ""},
}

// Chart draws a ranking that is sorted by the given measure. The network is the one that
// it was made of.
func Chart(net *graph.Network, r *rank.Ranking, by rank.By, o Options) chart.Ranking {
	c := maker{net, r, by, min(cmp.Or(o.Top, DefaultTop), chart.MaxRows)}
	out := chart.Ranking{Title: cmp.Or(o.Title, measures[by].title), Notes: c.notes(o.Where)}
	if bars := c.bars(); len(bars.Bars) > 0 {
		out.Panels = append(out.Panels, bars)
	}
	if shares := r.Concentration(net, by); len(shares.Shares) > 0 && r.Groups.By != "country" {
		out.Panels = append(out.Panels, c.concentration(shares))
	}
	return out
}

type maker struct {
	net *graph.Network
	*rank.Ranking
	by  rank.By
	top int
}

func (c maker) notes(where string) []string {
	lost := "each " + c.Groups.By + " lost alone"
	if where != "" {
		lost += ", only nodes with " + where
	}
	reading := "reading: structure"
	if c.Output {
		reading += ", steady; output of products, 1 for each that stops"
	}
	return []string{about(c.net), lost + "; " + reading}
}

// about says what the data is.
func about(net *graph.Network) string {
	data := fmt.Sprintf("data: %s, %s, %s", net.Name, words.Count(net.NumNodes(), "node"), words.Count(net.NumSources(), "supply"))
	if net.AsOf != "" {
		data += ", as of " + net.AsOf
	}
	return data
}

// bars are the first of the ranking, as far as they cost anything.
func (c maker) bars() chart.Panel {
	p := chart.Panel{Percent: c.by == rank.ByVolume, Columns: []string{measures[c.by].head}}
	p.Solid, p.Hatched = "in any case", "only if rows that nobody reported turn out so"
	countries, some := false, 0
	for n := range c.Rows {
		row := &c.Rows[n]
		cost := c.by.Of(row)
		if cost == 0 {
			break
		}
		if some++; some > c.top {
			continue
		}
		name, country := c.Groups.Name(row.Group), ""
		if head := c.Groups.Head(row.Group); head != graph.None {
			name, country = c.net.Label(head), c.net.Country(head)
		}
		countries = countries || country != ""
		p.Bars = append(p.Bars, chart.Bar{Label: name, Sure: c.surely(row), To: cost, Cells: []string{c.words(row), country}})
	}
	if countries {
		p.Columns = append(p.Columns, "country")
	}
	if some > c.top {
		p.Notes = []string{fmt.Sprintf("the first %s of %s whose loss costs anything", words.Thousands(c.top), words.Thousands(some))}
	}
	return p
}

// surely is the part of a row's cost that does not hang on unsure rows, as far as that is known.
func (c maker) surely(row *rank.Row) float64 {
	switch {
	case c.Unsure && c.by == rank.ByProducts:
		return float64(row.Surely.Products)
	case c.Unsure && c.by == rank.ByBroken:
		return float64(row.Surely.Nodes)
	}
	return c.by.Of(row)
}

// words are what a row costs.
func (c maker) words(row *rank.Row) string {
	switch c.by {
	case rank.ByProducts:
		return fmt.Sprintf("%s of %s", words.Thousands(int(row.Breaks.Products)), words.Thousands(c.Products))
	case rank.ByBroken:
		return words.Thousands(int(row.Breaks.Nodes))
	case rank.ByVolume:
		return percent(row.Part)
	}
	return strconv.FormatFloat(row.Output, 'g', 3, 64)
}

// mostCountries is how many have a bar of their own.
const mostCountries = 12

// concentration is a stair of shares: each bar begins where the last one ends.
func (c maker) concentration(s rank.Concentration) chart.Panel {
	p := chart.Panel{Title: "In which countries that is", Percent: true, Share: true, Columns: []string{"share", "together"}}
	if cost := measures[c.by].cost; cost != "" {
		p.Notes = append(p.Notes, fmt.Sprintf("%s times %s by the loss of one %s alone: the part of each country", words.Thousands(int(s.Total)), cost, c.Groups.By))
	} else {
		p.Notes = append(p.Notes, fmt.Sprintf("of all that the losses of one %s alone cost, the part of each country", c.Groups.By))
	}
	p.Notes = append(p.Notes, herfindahl(s))
	at := 0.
	add := func(label string, part float64, known bool) {
		if part <= 0 {
			return
		}
		b := chart.Bar{Label: label, From: at, Sure: at, To: min(1, at+part)}
		if known {
			b.Sure = b.To
		}
		at = b.To
		b.Cells = []string{percent(part), percent(at)}
		p.Bars = append(p.Bars, b)
	}
	for _, share := range s.Shares[:min(mostCountries, len(s.Shares))] {
		add(share.Country, share.Part, true)
	}
	others := s.Shares[min(mostCountries, len(s.Shares)):]
	rest := 0.
	for _, share := range others {
		rest += share.Part
	}
	add(words.Count(len(others), "other"), rest, true)
	without := "no country"
	if c.Groups.By != "node" {
		without += ", or several"
	}
	add(without, s.Without, false)
	return p
}

// herfindahl is the index in words.
func herfindahl(s rank.Concentration) string {
	index := func(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
	if s.Without == 0 {
		return fmt.Sprintf("Herfindahl index %s: as if %s countries shared it evenly", index(s.Least), strconv.FormatFloat(1/s.Least, 'f', 1, 64))
	}
	return fmt.Sprintf("Herfindahl index between %s and %s, according to where the part without one country is", index(s.Least), index(s.Most))
}

func percent(part float64) string {
	if part > 0 && part < 0.01 {
		return "<1 %"
	}
	return strconv.FormatFloat(part*100, 'f', 0, 64) + " %"
}
