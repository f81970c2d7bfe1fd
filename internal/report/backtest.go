package report

import (
	"fmt"
	"math"

	"linestop/graph"
	"linestop/graph/backtest"
	"linestop/internal/words"
)

// Backtest is the answer to how predictions fared: one scenario, or several.
type Backtest struct {
	Scenarios []BacktestOf
	Several   bool // asked as all, so that even one is a list
}

// BacktestOf is one scenario held against what really happened, beside two predictions that
// need no mathematics.
type BacktestOf struct {
	Net      *graph.Network
	Scenario graph.Scenario
	Rows     []backtest.Row
	Nobody   backtest.Summary // of "nobody stops"
	Everyone backtest.Summary // of "everyone reachable stops at once"
}

type backtestAnswer struct {
	Linestop int            `json:"linestop"`
	Question string         `json:"question"`
	Data     *data          `json:"data,omitempty"`
	Reading  []string       `json:"reading"`
	Scenario string         `json:"scenario"`
	Rows     []backtestRow  `json:"rows"`
	Summary  backtestScore  `json:"summary"`
	Each     []backtestEach `json:"scenarios,omitempty"`
}

type backtestEach struct {
	Data     string        `json:"data"`
	Scenario string        `json:"scenario"`
	Summary  backtestScore `json:"summary"`
}

type backtestRow struct {
	Data      string   `json:"data,omitempty"`
	Scenario  string   `json:"scenario,omitempty"`
	Node      string   `json:"node"`
	Use       string   `json:"use"`
	Expected  string   `json:"expected"`
	From      *float64 `json:"expected_from,omitempty"`
	Until     *float64 `json:"expected_until,omitempty"`
	Through   *float64 `json:"expected_through,omitempty"`
	Predicted string   `json:"predicted"`
	First     *float64 `json:"predicted_from,omitempty"`
	Back      *float64 `json:"predicted_back,omitempty"`
	Verdict   string   `json:"verdict"`
	Over      bool     `json:"overstated,omitempty"`
	DayError  *float64 `json:"day_error,omitempty"`
	BackError *float64 `json:"back_error,omitempty"`
	Evidence  string   `json:"evidence,omitempty"`
}

type backtestScore struct {
	backtestCounts
	Nobody   backtestCounts `json:"nobody_stops"`
	Everyone backtestCounts `json:"everyone_reachable_stops"`
}

type backtestCounts struct {
	Hits        int      `json:"hits"`
	Misses      int      `json:"misses"`
	FalseAlarms int      `json:"false_alarms"`
	CorrectNone int      `json:"correct_none"`
	Overstated  int      `json:"overstated"`
	DayError    *float64 `json:"median_day_error,omitempty"`
	BackError   *float64 `json:"median_back_error,omitempty"`
}

func counts(s backtest.Summary) backtestCounts {
	return backtestCounts{s.Hits, s.Misses, s.FalseAlarms, s.CorrectNones, s.Overstated, given(s.DayError), given(s.BackError)}
}

// given is a number for JSON: absent if it is missing.
func given(n graph.Number) *float64 {
	if !n.Given {
		return nil
	}
	return &n.Value
}

func (b Backtest) json() any {
	out := backtestAnswer{Linestop: 1, Question: "backtest", Reading: []string{"timeline"}, Scenario: "all", Rows: []backtestRow{}}
	for _, s := range b.Scenarios {
		for _, r := range s.Rows {
			row := newBacktestRow(r)
			if b.Several {
				row.Data, row.Scenario = s.Net.Name, s.Scenario.Name
			}
			out.Rows = append(out.Rows, row)
		}
		if b.Several {
			out.Each = append(out.Each, backtestEach{s.Net.Name, s.Scenario.Name, s.score()})
		}
	}
	out.Summary = b.total().score()
	if !b.Several {
		described := describe(b.Scenarios[0].Net)
		out.Data, out.Scenario = &described, b.Scenarios[0].Scenario.Name
	}
	return out
}

func newBacktestRow(r backtest.Row) backtestRow {
	return backtestRow{
		Node: r.Node, Use: r.Use, Expected: r.Effect, From: given(r.From), Until: given(r.Until), Through: given(r.Through),
		Predicted: r.Predicted.String(), First: given(r.First), Back: given(r.Back), Verdict: r.Verdict.String(),
		Over: r.Overstated, DayError: given(r.DayError), BackError: given(r.BackError), Evidence: r.Evidence,
	}
}

func (s BacktestOf) score() backtestScore {
	return backtestScore{counts(backtest.Summarize(s.Rows)), counts(s.Nobody), counts(s.Everyone)}
}

// total is all scenarios as one.
func (b Backtest) total() BacktestOf {
	var all BacktestOf
	for _, s := range b.Scenarios {
		all.Rows = append(all.Rows, s.Rows...)
		all.Nobody = all.Nobody.Plus(s.Nobody)
		all.Everyone = all.Everyone.Plus(s.Everyone)
	}
	return all
}

func (b Backtest) table() Table {
	t := Table{Header: []string{"data", "scenario", "node", "use", "expected", "from", "until", "predicted", "predicted_from", "predicted_back", "verdict", "day_error", "back_error", "evidence"}}
	for _, s := range b.Scenarios {
		c := calendar{s.Scenario.Start}
		for _, r := range s.Rows {
			until := r.Until
			if r.Real == backtest.None {
				until = r.Through
			}
			t.Rows = append(t.Rows, []string{
				s.Net.Name, s.Scenario.Name, r.Node, r.Use, r.Effect, c.maybe(r.From, ""), c.maybe(until, ""),
				r.Predicted.String(), c.maybe(r.First, ""), c.maybe(r.Back, ""), r.Verdict.String(), r.DayError.String(), r.BackError.String(), r.Evidence,
			})
		}
	}
	return t
}

func (b Backtest) text(p *page) {
	for n, s := range b.Scenarios {
		if n > 0 {
			p.line("")
		}
		s.text(p)
	}
	if b.Several {
		p.line("")
		p.line("%s", p.in(bold, "all scenarios together"))
		b.total().verdict(p)
	}
}

func (s BacktestOf) text(p *page) {
	p.line("%s %s (%s)", p.in(bold, "scenario:"), title(s.Scenario), clean(s.Scenario.Name))
	p.line("%s %s", p.in(bold, "data:"), describe(s.Net).line())
	p.line("")
	c := calendar{s.Scenario.Start}
	rows := [][]cell{{{"node", dim}, {"in reality", dim}, {"predicted", dim}, {"verdict", dim}, {"off by", dim}, {"back off by", dim}}}
	for _, r := range s.Rows {
		rows = append(rows, []cell{{short(r.Node), bold}, {real(c, r), plain}, {predicted(c, r), plain}, verdict(r), {off(r.DayError), plain}, {back(r), plain}})
	}
	p.columns(rows)
	p.line("")
	s.verdict(p)
}

func real(c calendar, r backtest.Row) string {
	switch {
	case r.Real == backtest.None:
		return "nothing" + between(c, r.From, r.Through)
	case r.Real == backtest.Stop:
		return "stopped" + between(c, r.From, r.Until)
	}
	return "reduced" + between(c, r.From, r.Until)
}

func between(c calendar, from, until graph.Number) string {
	text := ""
	if from.Given {
		text = " " + c.date(from.Value)
	}
	if until.Given {
		text += " to " + c.date(until.Value)
	}
	return text
}

func predicted(c calendar, r backtest.Row) string {
	words := [...]string{backtest.None: "nothing then", backtest.Reduce: "reduced", backtest.Stop: "stops"}
	text := words[r.Predicted]
	if r.Predicted == backtest.None && !r.First.Given {
		return "nothing"
	}
	if r.First.Given {
		text += " from " + c.date(r.First.Value)
	}
	if r.Back.Given {
		text += ", back " + c.date(r.Back.Value)
	}
	return text
}

func verdict(r backtest.Row) cell {
	words := [...]cell{
		backtest.Hit: {"hit", green}, backtest.Miss: {"miss", red},
		backtest.FalseAlarm: {"false alarm", red}, backtest.CorrectNone: {"rightly quiet", green},
	}
	c := words[r.Verdict]
	if r.Overstated {
		c.text += ", overstated"
	}
	if !r.Scored() {
		return cell{c.text + " (" + clean(r.Use) + ", not scored)", dim}
	}
	return c
}

func back(r backtest.Row) string {
	if r.NeverBack() {
		return "never back"
	}
	return off(r.BackError)
}

func off(by graph.Number) string {
	switch v := by.Value; {
	case !by.Given:
		return ""
	case math.Abs(v) < 0.05:
		return "the day"
	case v < 0:
		return days(-v) + " early"
	default:
		return days(v) + " late"
	}
}

func (s BacktestOf) verdict(p *page) {
	p.columns([][]cell{
		append([]cell{{"linestop", bold}}, tally(backtest.Summarize(s.Rows))...),
		append([]cell{{"nobody stops", plain}}, tally(s.Nobody)...),
		append([]cell{{"everyone reachable stops at once", plain}}, tally(s.Everyone)...),
	})
}

func tally(s backtest.Summary) []cell {
	text := fmt.Sprintf("%d of %d right:", s.Right(), s.Rows())
	more := fmt.Sprintf("%s, %s, %s, %d rightly quiet", words.Count(s.Hits, "hit"), countMisses(s.Misses), words.Count(s.FalseAlarms, "false alarm"), s.CorrectNones)
	if s.Overstated > 0 {
		more += fmt.Sprintf("; %d overstated", s.Overstated)
	}
	if s.DayError.Given {
		more += ", off by " + days(s.DayError.Value) + " in the median"
	}
	if s.BackError.Given {
		more += ", back off by " + days(s.BackError.Value)
	}
	return []cell{{text, plain}, {more, plain}}
}

func countMisses(n int) string {
	if n == 1 {
		return "1 miss"
	}
	return fmt.Sprintf("%d misses", n)
}
