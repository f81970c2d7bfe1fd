package report

import (
	"fmt"
	"slices"

	"linestop/graph"
	"linestop/graph/simulate"
	"linestop/internal/words"
)

// Simulate is the answer to how often and when.
type Simulate struct {
	Net      *graph.Network
	Scenario graph.Scenario // without cuts: nodes failed by chance
	Result   *simulate.Result
	Seed     uint64
	All      bool // list every product
}

type simulateAnswer struct {
	header
	Reading  []string          `json:"reading"`
	Scenario scenario          `json:"scenario"`
	Runs     int               `json:"runs"`
	Seed     uint64            `json:"seed"`
	Horizon  float64           `json:"horizon"`
	Ranges   int               `json:"ranges"`
	Fallible int               `json:"fallible"`
	Products []simulateProduct `json:"products"`
}

type simulateProduct struct {
	ID       string     `json:"id"`
	Name     string     `json:"name"`
	Stops    int        `json:"stops"`
	PStop    float64    `json:"p_stop"`
	Interval [2]float64 `json:"p_stop_95"`
	Losses   int        `json:"losses"`
	StopDay  *quantiles `json:"stop_day,omitempty"`
	LostDays quantiles  `json:"lost_days"`
}

type quantiles struct {
	P5  float64 `json:"p5"`
	P50 float64 `json:"p50"`
	P95 float64 `json:"p95"`
}

func (s Simulate) json() any {
	return simulateAnswer{
		newHeader("simulate", s.Net),
		[]string{"timeline"},
		newScenario(s.Scenario), s.Result.Runs, s.Seed, s.Result.Horizon, s.Result.Ranges, s.Result.Fallible, s.products(),
	}
}

func (s Simulate) products() []simulateProduct {
	list := []simulateProduct{}
	for _, o := range s.Result.Outcomes {
		p := simulateProduct{
			ID: s.Net.ID(o.Node), Name: s.Net.Label(o.Node), Stops: o.Stops, Losses: o.Losses,
			PStop: float64(o.Stops) / float64(s.Result.Runs), LostDays: quantiles(o.LostDays),
		}
		p.Interval[0], p.Interval[1] = simulate.Wilson(o.Stops, s.Result.Runs)
		if o.Stops > 0 {
			q := quantiles(o.StopDay)
			p.StopDay = &q
		}
		list = append(list, p)
	}
	return list
}

func (s Simulate) table() Table {
	t := Table{Header: []string{
		"id", "name", "runs", "stops", "p_stop", "p_stop_low", "p_stop_high",
		"stop_day_p5", "stop_day_p50", "stop_day_p95", "lost_days_p5", "lost_days_p50", "lost_days_p95", "losses",
	}}
	for _, p := range s.products() {
		row := []string{p.ID, p.Name, fmt.Sprint(s.Result.Runs), fmt.Sprint(p.Stops), fmt.Sprint(p.PStop), fmt.Sprint(p.Interval[0]), fmt.Sprint(p.Interval[1]), "", "", ""}
		if p.StopDay != nil {
			row = append(row[:7], fmt.Sprint(p.StopDay.P5), fmt.Sprint(p.StopDay.P50), fmt.Sprint(p.StopDay.P95))
		}
		t.Rows = append(t.Rows, append(row, fmt.Sprint(p.LostDays.P5), fmt.Sprint(p.LostDays.P50), fmt.Sprint(p.LostDays.P95), fmt.Sprint(p.Losses)))
	}
	return t
}

func (s Simulate) text(p *page) {
	r := s.Result
	what := title(s.Scenario)
	if r.Fallible > 0 {
		what = words.Count(r.Fallible, "node") + " may fail, each by itself"
	}
	p.line("%s %s", p.in(bold, "simulated:"), what)
	p.line("%s %s", p.in(bold, "data:"), describe(s.Net).line())
	p.line("  %s of %s, seed %d", words.Count(r.Runs, "run"), days(r.Horizon), s.Seed)
	if r.Ranges > 0 {
		p.line("  drawn for each run: %s of which only the ends are known, every value between equally likely", words.Count(r.Ranges, "number"))
	}
	stopped := 0
	for _, o := range r.Outcomes {
		stopped += one(o.Stops > 0)
	}
	p.line("")
	p.line("%s", p.in(red, fmt.Sprintf("%s of %s stopped in some run", words.Thousands(stopped), words.Count(len(s.Net.Products()), "product"))))
	s.outcomes(p)
	p.line("")
	p.line("%s timeline; the stop day of the runs that stop, the lost days of all runs, at 5, 50 and 95 %% of them", p.in(dim, "reading:"))
}

func (s Simulate) outcomes(p *page) {
	outcomes := s.Result.Outcomes
	if len(outcomes) == 0 {
		p.line("  no product lost anything in any run")
		return
	}
	shown := outcomes
	if !s.All && len(shown) > 2*screen {
		shown = shown[:2*screen]
	}
	c := calendar{s.Scenario.Start}
	rows := [][]cell{{{"product", dim}, {"stops", dim}, {"", dim}, {"stop day", dim}, {"lost days", dim}}}
	slowed := slices.ContainsFunc(shown, func(o simulate.Outcome) bool { return o.Losses > o.Stops })
	if slowed {
		rows[0] = append(rows[0], cell{"loses output", dim})
	}
	for _, o := range shown {
		low, high := simulate.Wilson(o.Stops, s.Result.Runs)
		stopDay := "never"
		if o.Stops > 0 {
			stopDay = fmt.Sprintf("%s · %s · %s", c.date(o.StopDay.P5), c.date(o.StopDay.P50), c.date(o.StopDay.P95))
		}
		rows = append(rows, []cell{
			{short(s.Net.ID(o.Node)), bold},
			{percent(float64(o.Stops) / float64(s.Result.Runs)), plain},
			{fmt.Sprintf("(%s to %s)", percent(low), percent(high)), dim},
			{stopDay, plain},
			{fmt.Sprintf("%s · %s · %s", brief(o.LostDays.P5), brief(o.LostDays.P50), brief(o.LostDays.P95)), plain},
		})
		if slowed {
			rows[len(rows)-1] = append(rows[len(rows)-1], cell{percent(float64(o.Losses) / float64(s.Result.Runs)), plain})
		}
	}
	p.columns(rows)
	if hidden := len(outcomes) - len(shown); hidden > 0 {
		p.line("  ... and %s more (--all lists every product)", words.Thousands(hidden))
	}
}
