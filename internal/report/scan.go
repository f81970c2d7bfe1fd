package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"linestop/graph"
	"linestop/graph/impact"
	"linestop/graph/timeline"
	"linestop/internal/words"
)

// Scan is the answer to a cut under one assumption after another.
type Scan struct {
	Net      *graph.Network
	Scenario graph.Scenario
	Column   string
	Blanks   int // cells that the assumption fills
	Runs     []impact.Scanned
	All      bool // list every product
}

type scanAnswer struct {
	header
	Reading  []impact.Reading `json:"reading"`
	Scenario scenario         `json:"scenario"`
	Column   string           `json:"column"`
	Blanks   int              `json:"blanks"`
	Values   []float64        `json:"values"`
	Products []scanProduct    `json:"products"`
}

type scanProduct struct {
	ID   string    `json:"id"`
	Name string    `json:"name"`
	Runs []scanRun `json:"runs"`
}

type scanRun struct {
	Value     float64  `json:"value"`
	FirstLoss *float64 `json:"first_loss_day,omitempty"`
	Stop      *float64 `json:"stop_day,omitempty"`
	Restart   *float64 `json:"restart_day,omitempty"`
	LostDays  float64  `json:"lost_days"`
}

func (s Scan) json() any {
	out := scanAnswer{
		newHeader("scan", s.Net), []impact.Reading{impact.Timeline}, newScenario(s.Scenario), s.Column, s.Blanks, []float64{}, []scanProduct{},
	}
	for _, r := range s.Runs {
		out.Values = append(out.Values, r.Value)
	}
	for _, i := range s.products() {
		p := scanProduct{ID: s.Net.ID(i), Name: s.Net.Label(i)}
		for _, r := range s.Runs {
			c := r.Timeline.Course(i)
			p.Runs = append(p.Runs, scanRun{r.Value, given(c.FirstLoss), given(c.Stop), given(c.Restart), c.LostDays})
		}
		out.Products = append(out.Products, p)
	}
	return out
}

// products lists the products that lose something under some assumption, those
// that stop earliest under the first one before others.
func (s Scan) products() []graph.NodeID {
	var list []graph.NodeID
	for _, r := range s.Runs {
		for _, c := range r.Timeline.Nodes {
			if c.FirstLoss.Given && s.Net.IsProduct(c.Node) {
				list = append(list, c.Node)
			}
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	slices.SortStableFunc(list, func(a, b graph.NodeID) int {
		for _, r := range s.Runs {
			if c := compareCourses(r.Timeline.Course(a), r.Timeline.Course(b)); c != 0 {
				return c
			}
		}
		return 0
	})
	return list
}

// compareCourses puts the earlier stop first, then the earlier loss.
func compareCourses(a, b timeline.Course) int {
	never := math.Inf(1)
	return cmp.Or(cmp.Compare(a.Stop.Or(never), b.Stop.Or(never)), cmp.Compare(a.FirstLoss.Or(never), b.FirstLoss.Or(never)))
}

func (s Scan) table() Table {
	t := Table{Header: []string{"id", "name", s.Column, "first_loss_day", "stop_day", "restart_day", "lost_days"}}
	for _, i := range s.products() {
		for _, r := range s.Runs {
			c := r.Timeline.Course(i)
			t.Rows = append(t.Rows, []string{
				s.Net.ID(i), s.Net.Label(i), graph.Num(r.Value).String(),
				c.FirstLoss.String(), c.Stop.String(), c.Restart.String(), graph.Num(c.LostDays).String(),
			})
		}
	}
	return t
}

func (s Scan) text(p *page) {
	p.line("%s %s", p.in(bold, "cut:"), title(s.Scenario))
	p.line("%s %s", p.in(bold, "data:"), describe(s.Net).line())
	if s.Blanks == 0 {
		p.line("  %s is stated everywhere: there is nothing to assume", s.Column)
	} else {
		p.line("  %s is not stated in %s: one column for each value assumed there", s.Column, words.Count(s.Blanks, "place"))
	}
	p.line("")
	products := s.products()
	if len(products) == 0 {
		p.line("no product loses anything under any of them")
		return
	}
	shown := products
	if !s.All && len(shown) > 2*screen {
		shown = shown[:2*screen]
	}
	head := []cell{{"product stops", dim}}
	for _, r := range s.Runs {
		head = append(head, cell{s.Column + " " + graph.Num(r.Value).String(), dim})
	}
	rows := [][]cell{head}
	c := calendar{s.Scenario.Start}
	for _, i := range shown {
		row := []cell{{short(s.Net.ID(i)), bold}}
		for _, r := range s.Runs {
			row = append(row, cell{s.fate(c, r.Timeline.Course(i)), plain})
		}
		rows = append(rows, row)
	}
	p.columns(rows)
	if hidden := len(products) - len(shown); hidden > 0 {
		p.line("  ... and %s more (--all lists every product)", words.Thousands(hidden))
	}
	p.line("")
	p.line("%s timeline, to %s", p.in(dim, "reading:"), c.date(s.Runs[0].Timeline.Until))
}

// fate is the stop day or, if there is none, how far output falls.
func (s Scan) fate(c calendar, course timeline.Course) string {
	switch {
	case course.Stop.Given:
		return c.date(course.Stop.Value)
	case course.FirstLoss.Given:
		return fmt.Sprintf("to %s from %s", percent(lowest(course)), c.date(course.FirstLoss.Value))
	}
	return "-"
}
