// Package days makes a chart of what a scenario does from day to day: a row for each
// product, with what really happened beside it where the scenario says so.
package days

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"linestop/graph"
	"linestop/graph/timeline"
	"linestop/internal/chart"
	"linestop/internal/words"
)

// Options says what is in the chart. The zero value takes products and whatever
// the scenario expects something of.
type Options struct {
	Title  string         // default: the title of the scenario, else its name or what it cuts
	Rows   []graph.NodeID // these nodes instead
	All    bool           // every node that loses output besides
	Budget int            // rows to draw at most; default that of the kind of chart
}

// Chart puts the course of each node into a row, the one that stops first at the
// top. The network is the one that r was computed on.
func Chart(net *graph.Network, s graph.Scenario, r *timeline.Result, o Options) chart.Chart {
	c := chart.Chart{
		Title:   cmp.Or(o.Title, s.Title, s.Name, cuts(net, s.Cuts)),
		Start:   s.Start,
		Horizon: r.Plan.Horizon,
		Marks:   marks(net, s),
		Noun:    "product",
		Columns: []string{"stop", "restart", "days lost"},
		Budget:  o.Budget,
	}
	c.Notes = notes(net, s, r, c)
	if o.All || o.Rows != nil || len(s.Expect) > 0 {
		c.Noun = "node"
	}
	truth := truths(s.Expect)
	for _, i := range nodes(net, r, truth, o) {
		c.Rows = append(c.Rows, row(net, r, i, c, truth[net.ID(i)]))
	}
	return c
}

func row(net *graph.Network, r *timeline.Result, i graph.NodeID, c chart.Chart, truth []chart.Step) chart.Row {
	course := r.Course(i)
	row := chart.Row{
		Label:  net.Label(i),
		Actual: truth,
		Cells:  []string{day(c, course.Stop), day(c, course.Restart), strconv.FormatFloat(math.Round(course.LostDays*10)/10, 'f', -1, 64)},
	}
	for _, s := range course.Steps {
		row.Steps = append(row.Steps, chart.Step{Day: s.Day, Level: min(max(s.Level, 0), 1)})
	}
	if r.Until < r.Plan.Horizon {
		row.Steps = append(row.Steps, chart.Step{Day: r.Until, Level: math.NaN()})
	}
	return row
}

func day(c chart.Chart, n graph.Number) string {
	if !n.Given {
		return ""
	}
	return c.Day(n.Value)
}

// nodes are those that get a row, in order.
func nodes(net *graph.Network, r *timeline.Result, truth map[string][]chart.Step, o Options) []graph.NodeID {
	list := slices.Clone(o.Rows)
	if o.Rows == nil {
		list = slices.Clone(net.Products())
		for id := range truth {
			if i, ok := net.Lookup(id); ok {
				list = append(list, i)
			}
		}
	}
	if o.All {
		for _, c := range r.Nodes {
			list = append(list, c.Node)
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	never := math.Inf(1)
	slices.SortStableFunc(list, func(i, j graph.NodeID) int {
		a, b := r.Course(i), r.Course(j)
		return cmp.Or(
			cmp.Compare(a.Stop.Or(never), b.Stop.Or(never)),
			cmp.Compare(a.FirstLoss.Or(never), b.FirstLoss.Or(never)),
			cmp.Compare(b.LostDays, a.LostDays),
		)
	})
	return list
}

// notes name the data, the scenario and the reading.
func notes(net *graph.Network, s graph.Scenario, r *timeline.Result, c chart.Chart) []string {
	data := fmt.Sprintf("data: %s, %s, %s", net.Name, words.Count(net.NumNodes(), "node"), words.Count(net.NumSources(), "supply"))
	if net.AsOf != "" {
		data += ", as of " + net.AsOf
	}
	scenario := "scenario: " + s.Name
	if s.Name == "" {
		scenario = "cut: " + cuts(net, s.Cuts)
	}
	scenario += fmt.Sprintf(", followed for %g days", r.Plan.Horizon)
	if n := len(s.Changes); n > 0 {
		scenario += ", with " + words.Count(n, "change") + " to the data"
	}
	list := []string{data, scenario, "reading: timeline"}
	if r.Limit == timeline.Events {
		list = append(list, fmt.Sprintf("too much happens: known only up to %s", c.Day(r.Until)))
	}
	if n := len(r.Revivals); n > 0 {
		list = append(list, fmt.Sprintf("%d times nodes that stood still start again by each other's goods alone, first on %s: in truth somebody must start them", n, c.Day(r.Revivals[0].Day)))
	}
	return list
}
