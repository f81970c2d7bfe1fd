package ranking

import (
	"cmp"
	"fmt"

	"linestop/graph"
	"linestop/graph/esri"
	"linestop/internal/chart"
	"linestop/internal/words"
)

// Costs draws what losses cost an economy: the part by the stop rule solid, the rest hatched. A ranking of one
// shock goes by the given name.
func Costs(net *graph.Network, r *esri.Ranking, shock string, o Options) chart.Ranking {
	lost := shock + " lost"
	if shock == "" {
		lost = "each " + r.Groups.By + " lost alone"
	}
	if o.Where != "" {
		lost += ", only nodes with " + o.Where
	}
	out := chart.Ranking{
		Title: cmp.Or(o.Title, "Whose loss costs the economy most"),
		Notes: []string{about(net), lost + "; reading: economic (ESRI), part of all output"},
	}
	p := chart.Panel{Percent: true, Columns: []string{"lost", "downstream", "upstream"}, Solid: "by the stop rule", Hatched: "until nothing changes"}
	top := min(cmp.Or(o.Top, DefaultTop), chart.MaxRows, len(r.Rows))
	for _, row := range r.Rows[:top] {
		label := shock
		if shock == "" {
			label = r.Groups.Name(row.Group)
			if head := r.Groups.Head(row.Group); head != graph.None {
				label = net.Label(head)
			}
		}
		stopped, settled := row.Stopped, row.Settled
		p.Bars = append(p.Bars, chart.Bar{
			Label: label, Sure: min(stopped.Total, settled.Total), To: settled.Total,
			Cells: []string{words.Percent(settled.Total), words.Percent(settled.Downstream), words.Percent(settled.Upstream)},
		})
	}
	if len(r.Rows) > top {
		p.Notes = []string{fmt.Sprintf("the first %s of %s", words.Thousands(top), words.Thousands(len(r.Rows)))}
	}
	out.Panels = []chart.Panel{p}
	return out
}
