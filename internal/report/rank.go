package report

import (
	"fmt"
	"iter"
	"strconv"

	"linestop/graph"
	"linestop/graph/rank"
)

// Rank is the answer to whose loss breaks most.
type Rank struct {
	Net     *graph.Network
	Ranking *rank.Ranking // sorted
	By      rank.By
	Where   string // which nodes may be lost; empty: all
	Top     int    // list so many; 0: a screen of text, in other formats all
	All     bool   // list all, in text too
}

type rankAnswer struct {
	header
	Reading  []string   `json:"reading"`
	Each     string     `json:"each"`
	By       rank.By    `json:"by"`
	Where    string     `json:"where,omitempty"`
	Products int        `json:"products"`
	Volumes  []volume   `json:"volumes,omitempty"` // of all products
	Summary  rankTotals `json:"summary"`

	Concentration *concentration `json:"concentration,omitempty"`
	// and rows, a list of rankRow
}

// rankTotals counts what is lost in turn.
type rankTotals struct {
	Lost          int `json:"lost"`
	BreakNodes    int `json:"break_nodes"`    // those whose loss breaks something
	BreakProducts int `json:"break_products"` // and a product
}

// concentration says in which countries that sits.
type concentration struct {
	Total     float64        `json:"total"`
	Countries []countryShare `json:"countries"`
	Without   float64        `json:"without"`
	Least     float64        `json:"herfindahl_least"`
	Most      float64        `json:"herfindahl_most"`
}

type countryShare struct {
	Country string  `json:"country"`
	Share   float64 `json:"share"`
}

type rankRow struct {
	ID               string   `json:"id"`
	Name             string   `json:"name"`
	Kind             string   `json:"kind"`
	Country          string   `json:"country"`
	Broken           int32    `json:"broken"`
	Possibly         int32    `json:"broken_possibly"`
	ProductsBroken   int32    `json:"products_broken"`
	ProductsPossibly int32    `json:"products_broken_possibly"`
	ProductsShare    float64  `json:"products_share"`
	Cut              int32    `json:"cut"`
	ProductsCut      int32    `json:"products_cut"`
	VolumeLost       []volume `json:"volume_lost,omitempty"`
	VolumeShare      *float64 `json:"volume_share,omitempty"`
	OutputLost       *float64 `json:"output_lost,omitempty"`
	OutputVolume     []volume `json:"output_volume_lost,omitempty"`
}

// volume is output per day.
type volume struct {
	Unit   string  `json:"unit"`
	PerDay float64 `json:"per_day"`
}

func (r Rank) json() any {
	out := rankAnswer{
		header: newHeader("rank", r.Net), Reading: []string{"structure"}, Each: r.Ranking.Groups.By, By: r.By, Where: r.Where,
		Products: r.Ranking.Products, Summary: r.totals(), Concentration: r.concentration(),
	}
	if r.Ranking.Output {
		out.Reading = append(out.Reading, "steady")
	}
	for _, u := range r.Ranking.Units {
		out.Volumes = append(out.Volumes, volume{u.Name, rounded(u.Volume)})
	}
	return out
}

// concentration is nil where nothing that costs anything is in one country.
func (r Rank) concentration() *concentration {
	c := r.Ranking.Concentration(r.Net, r.By)
	if c.Shares == nil {
		return nil
	}
	out := &concentration{Total: rounded(c.Total), Without: rounded(c.Without), Least: rounded(c.Least), Most: rounded(c.Most)}
	for _, s := range c.Shares {
		out.Countries = append(out.Countries, countryShare{s.Country, rounded(s.Part)})
	}
	return out
}

func (r Rank) totals() rankTotals {
	t := rankTotals{Lost: len(r.Ranking.Rows)}
	for _, row := range r.Ranking.Rows {
		t.BreakNodes += one(row.Breaks.Nodes > 0)
		t.BreakProducts += one(row.Breaks.Products > 0)
	}
	return t
}

func (r Rank) list() (string, iter.Seq[any]) {
	return "rows", func(yield func(any) bool) {
		for _, row := range r.top() {
			if !yield(r.row(row)) {
				return
			}
		}
	}
}

// top are the rows to list, if they need not fit on a screen.
func (r Rank) top() []rank.Row {
	if r.Top > 0 && r.Top < len(r.Ranking.Rows) {
		return r.Ranking.Rows[:r.Top]
	}
	return r.Ranking.Rows
}

func (r Rank) row(row rank.Row) rankRow {
	name := r.Ranking.Groups.Name(row.Group)
	out := rankRow{
		ID: name, Name: name,
		Broken: row.Breaks.Nodes, ProductsBroken: row.Breaks.Products, ProductsShare: r.share(row),
		Cut: row.Lost.Nodes, ProductsCut: row.Lost.Products,
		VolumeLost: r.volumes(row.Volumes), OutputVolume: r.volumes(row.OutputVolumes),
	}
	if head := r.Ranking.Groups.Head(row.Group); head != graph.None {
		out.Name, out.Kind, out.Country = r.Net.Label(head), r.Net.Kind(head), r.Net.Country(head)
	} else if r.Ranking.Groups.By == "country" {
		out.Country = name
	}
	if r.Ranking.Unsure {
		out.Possibly, out.ProductsPossibly = row.Breaks.Nodes-row.Surely.Nodes, row.Breaks.Products-row.Surely.Products
	}
	if len(r.Ranking.Units) > 0 {
		part := rounded(row.Part)
		out.VolumeShare = &part
	}
	if r.Ranking.Output {
		lost := rounded(row.Output)
		out.OutputLost = &lost
	}
	return out
}

// share is the part of all products for which a group is a single point of failure.
func (r Rank) share(row rank.Row) float64 {
	return rounded(float64(row.Breaks.Products) / float64(max(1, r.Ranking.Products)))
}

func (r Rank) volumes(list []rank.Volume) []volume {
	var out []volume
	for _, v := range list {
		out = append(out, volume{r.Ranking.Units[v.Unit].Name, rounded(v.PerDay)})
	}
	return out
}

// rounded drops the last digits, in which sums of decimal numbers are off.
func rounded(v float64) float64 {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return v
}

func (r Rank) table() Table {
	t := Table{Header: []string{
		"id", "name", "kind", "country", "broken", "products_broken", "products_share",
		"broken_possibly", "products_broken_possibly", "cut", "products_cut",
	}}
	for _, u := range r.Ranking.Units {
		t.Header = append(t.Header, inUnit("volume_lost", u))
	}
	if r.Ranking.Output {
		t.Header = append(t.Header, "output_lost")
		for _, u := range r.Ranking.Units {
			t.Header = append(t.Header, inUnit("output_lost", u))
		}
	}
	t.Long = func(yield func([]string) bool) {
		for _, row := range r.top() {
			if !yield(r.cells(row)) {
				return
			}
		}
	}
	return t
}

func inUnit(what string, u rank.Unit) string {
	if u.Name == "" {
		return what
	}
	return clean(fmt.Sprintf("%s (%s)", what, u.Name))
}

func (r Rank) cells(row rank.Row) []string {
	out := r.row(row)
	cells := []string{out.ID, out.Name, out.Kind, out.Country}
	for _, v := range []any{
		out.Broken, out.ProductsBroken, out.ProductsShare, out.Possibly, out.ProductsPossibly, out.Cut, out.ProductsCut,
	} {
		cells = append(cells, fmt.Sprint(v))
	}
	cells = append(cells, r.perUnit(row.Volumes)...)
	if out.OutputLost != nil {
		cells = append(cells, figure(out.OutputLost))
		cells = append(cells, r.perUnit(row.OutputVolumes)...)
	}
	return cells
}

// perUnit are volumes, one for each unit that there is.
func (r Rank) perUnit(list []rank.Volume) []string {
	cells := make([]string, len(r.Ranking.Units))
	for n := range cells {
		cells[n] = "0"
	}
	for _, v := range list {
		day := rounded(v.PerDay)
		cells[v.Unit] = figure(&day)
	}
	return cells
}
