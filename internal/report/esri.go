package report

import (
	"fmt"
	"iter"
	"math"
	"strconv"

	"linestop/graph"
	"linestop/graph/esri"
	"linestop/internal/words"
)

// ESRI is the answer to whose loss costs the economy most.
type ESRI struct {
	Net     *graph.Network
	Facts   esri.Facts
	Ranking *esri.Ranking
	Shock   string      // the name of the one shock, if there is one; else each group is lost
	Left    float64     // part that is left of a group
	Inputs  esri.Inputs // whose word counted
	Where   string      // which nodes may be lost; empty: all
	Top     int         // list so many; 0: a screen of text, in other formats all
	All     bool        // list all, in text too
}

type esriAnswer struct {
	header
	Reading []string    `json:"reading"`
	Each    string      `json:"each,omitempty"`
	Shock   string      `json:"shock,omitempty"`
	By      string      `json:"by"`
	Where   string      `json:"where,omitempty"`
	Left    float64     `json:"left"`
	Inputs  string      `json:"inputs"`
	Economy esriEconomy `json:"economy"`
	Summary esriTotals  `json:"summary"`
	// and rows, a list of esriRow
}

type esriEconomy struct {
	Nodes     int     `json:"nodes"`
	Sectors   int     `json:"sectors"`
	Output    float64 `json:"output"`
	Essential int     `json:"essential_flows"`
	Linear    int     `json:"linear_flows"`
	None      int     `json:"flows_without_effect"`
}

type esriTotals struct {
	Lost  int `json:"lost"`
	Steps int `json:"steps"`
	Open  int `json:"open"`
}

type esriRow struct {
	ID        string  `json:"id"`
	Name      string  `json:"name"`
	Kind      string  `json:"kind"`
	Country   string  `json:"country"`
	Sector    string  `json:"sector"`
	Cut       int     `json:"cut"`
	Total     float64 `json:"esri"`
	Down      float64 `json:"downstream"`
	Up        float64 `json:"upstream"`
	StopTotal float64 `json:"esri_stopped"`
	StopDown  float64 `json:"downstream_stopped"`
	StopUp    float64 `json:"upstream_stopped"`
	Steps     int     `json:"steps"`
	Settled   bool    `json:"settled"`
}

func (r ESRI) json() any {
	out := esriAnswer{
		header: newHeader("rank", r.Net), Reading: []string{"economic"}, Shock: r.Shock, By: "esri", Where: r.Where, Left: r.Left,
		Inputs: string(r.Inputs), Summary: r.totals(),
		Economy: esriEconomy{
			r.Facts.Nodes, r.Facts.Sectors, rounded(r.Facts.Output),
			r.Facts.Flows[graph.Essential], r.Facts.Flows[graph.Linear], r.Facts.Flows[graph.NoEffect],
		},
	}
	if r.Inputs == esri.ByData {
		out.Inputs = "data"
	}
	if r.Shock == "" {
		out.Each = r.Ranking.Groups.By
	}
	return out
}

func (r ESRI) totals() esriTotals {
	t := esriTotals{Lost: len(r.Ranking.Rows)}
	for _, row := range r.Ranking.Rows {
		t.Steps = max(t.Steps, row.Steps)
		t.Open += one(row.Open)
	}
	return t
}

func (r ESRI) list() (string, iter.Seq[any]) {
	return "rows", func(yield func(any) bool) {
		for _, row := range r.top() {
			if !yield(r.row(row)) {
				return
			}
		}
	}
}

// top are the rows to list, if they need not fit on a screen.
func (r ESRI) top() []esri.Row {
	if r.Top > 0 && r.Top < len(r.Ranking.Rows) {
		return r.Ranking.Rows[:r.Top]
	}
	return r.Ranking.Rows
}

func (r ESRI) row(row esri.Row) esriRow {
	out := esriRow{
		ID: r.Shock, Name: r.Shock, Cut: row.Nodes, Steps: row.Steps, Settled: !row.Open,
		Total: lost(row.Settled.Total), Down: lost(row.Settled.Downstream), Up: lost(row.Settled.Upstream),
		StopTotal: lost(row.Stopped.Total), StopDown: lost(row.Stopped.Downstream), StopUp: lost(row.Stopped.Upstream),
	}
	if r.Shock != "" {
		return out
	}
	out.ID = r.Ranking.Groups.Name(row.Group)
	out.Name = out.ID
	if head := r.Ranking.Groups.Head(row.Group); head != graph.None {
		out.Name, out.Kind, out.Country, out.Sector = r.Net.Label(head), r.Net.Kind(head), r.Net.Country(head), r.Net.Sector(head)
		return out
	}
	switch r.Ranking.Groups.By {
	case "country":
		out.Country = out.ID
	case "sector":
		out.Sector = out.ID
	}
	return out
}

// lost drops the digits that are not settled.
func lost(part float64) float64 { return math.Round(part*1e9) / 1e9 }

func (r ESRI) table() Table {
	t := Table{Header: []string{
		"id", "name", "kind", "country", "sector", "cut", "esri", "downstream", "upstream",
		"esri_stopped", "downstream_stopped", "upstream_stopped", "steps", "settled",
	}}
	t.Long = func(yield func([]string) bool) {
		for _, row := range r.top() {
			o := r.row(row)
			cells := []string{o.ID, o.Name, o.Kind, o.Country, o.Sector, strconv.Itoa(o.Cut)}
			for _, v := range []float64{o.Total, o.Down, o.Up, o.StopTotal, o.StopDown, o.StopUp} {
				cells = append(cells, figure(&v))
			}
			if !yield(append(cells, strconv.Itoa(o.Steps), strconv.FormatBool(o.Settled))) {
				return
			}
		}
	}
	return t
}

func (r ESRI) text(p *page) {
	if r.Shock != "" {
		p.line("%s %s", p.in(bold, "shock:"), clean(r.Shock))
	} else {
		p.line("%s each %s lost alone%s", p.in(bold, "ranking:"), short(r.Ranking.Groups.By), r.leaves())
	}
	if r.Where != "" {
		p.line("  only nodes with %s are lost", clean(r.Where))
	}
	p.line("%s %s", p.in(bold, "data:"), describe(r.Net).line())
	p.line("")
	shown := r.screenful()
	if len(shown) > 0 {
		p.line("%s", p.in(red, r.headline(shown[0])))
		r.columns(p, shown)
	}
	if hidden := len(r.Ranking.Rows) - len(shown); hidden > 0 {
		p.line("  ... and %s more (--all lists all)", words.Thousands(hidden))
	}
	p.line("")
	r.foot(p)
}

func (r ESRI) headline(row esri.Row) string {
	cost := words.Percent(row.Settled.Total) + " of all output"
	if r.Shock != "" {
		return "the shock costs " + cost
	}
	return fmt.Sprintf("the loss of %s costs most: %s", r.name(row), cost)
}

func (r ESRI) leaves() string {
	if r.Left == 0 {
		return ""
	}
	return fmt.Sprintf(", %s left of it", words.Percent(r.Left))
}

// screenful are the rows to list in text.
func (r ESRI) screenful() []esri.Row {
	if rows := r.top(); r.All || r.Top > 0 || len(rows) <= 2*screen {
		return rows
	}
	return r.Ranking.Rows[:2*screen]
}

func (r ESRI) name(row esri.Row) string { return short(r.row(row).ID) }

func (r ESRI) columns(p *page, rows []esri.Row) {
	list := [][]cell{{{"lost", dim}, {"nodes", dim}, {"costs", dim}, {"downstream", dim}, {"upstream", dim}, {"by the stop rule", dim}}}
	for _, row := range rows {
		settled, stopped := row.Settled, words.Percent(row.Stopped.Total)
		if row.Open {
			stopped += ", not settled"
		}
		list = append(list, []cell{
			{r.name(row), bold},
			{words.Thousands(row.Nodes), plain},
			{words.Percent(settled.Total), plain},
			{words.Percent(settled.Downstream), plain},
			{words.Percent(settled.Upstream), plain},
			{stopped, plain},
		})
	}
	p.columns(list)
}

func (r ESRI) foot(p *page) {
	f, t := r.Facts, r.totals()
	p.line("%s %s in %s, %s of output; %s: %s essential, %s linear, %s without effect", p.in(dim, "economy:"),
		words.Count(f.Nodes, "node"), words.Count(f.Sectors, "sector"), strconv.FormatFloat(f.Output, 'g', 6, 64),
		words.Count(f.Flows[0]+f.Flows[1]+f.Flows[2], "flow"), words.Thousands(f.Flows[graph.Essential]), words.Thousands(f.Flows[graph.Linear]), words.Thousands(f.Flows[graph.NoEffect]))
	p.line("%s economic: output lost where nothing changes any more; the stop rule ends when no step takes a hundredth of a node's output, here within %s", p.in(dim, "reading:"), words.Count(t.Steps, "step"))
	if t.Open > 0 {
		p.line("%s %s had not settled when it was given up: their figures are too low", p.in(yellow, "not settled:"), words.Count(t.Open, "loss"))
	}
}
