package report

import (
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/graph/backtest"
)

// markdown is a page for those who want to know how far to trust a prediction.
func (b Backtest) markdown(p *page) {
	p.line("# Back-tests")
	p.line("")
	p.line("What linestop predicts for events of the past, held against what really happened. A stop or a reduction is a hit if an")
	p.line("effect at least as strong is predicted while it lasted, else a miss; *overstated* is a hit for which a stop was predicted where")
	p.line("output only fell. Where nothing happened up to a day, an effect predicted by then is a false alarm. Rows marked calibrate were")
	p.line("inputs of the data, rows marked partial are known only in part: neither is scored. *Off by* compares")
	p.line("first days, *back off by* the days from which all is well again.")
	p.line("")
	p.line("Beside it stand two predictions that need no mathematics: nobody stops, and everyone reachable stops at once.")
	p.line("")
	if len(b.Scenarios) > 1 {
		p.line("## All scenarios together")
		p.line("")
		b.total().scores(p)
	}
	for _, s := range b.Scenarios {
		p.line("## %s", markdownText(s.Scenario.Name+": "+title(s.Scenario)))
		p.line("")
		p.line("Data: %s", markdownText(describe(s.Net).line()))
		p.line("")
		s.scores(p)
		s.held(p)
	}
}

// scores is a table of linestop beside the two others.
func (s BacktestOf) scores(p *page) {
	t := Table{Header: []string{"prediction", "right", "hits", "misses", "false alarms", "rightly quiet", "overstated", "off by (median)", "back off by (median)"}}
	for _, of := range []struct {
		name string
		backtest.Summary
	}{{"linestop", backtest.Summarize(s.Rows)}, {"nobody stops", s.Nobody}, {"everyone reachable stops at once", s.Everyone}} {
		off := func(by graph.Number) string {
			if !by.Given {
				return ""
			}
			return days(by.Value)
		}
		t.Rows = append(t.Rows, []string{
			of.name, fmt.Sprintf("%d of %d", of.Right(), of.Rows()), fmt.Sprint(of.Hits), fmt.Sprint(of.Misses),
			fmt.Sprint(of.FalseAlarms), fmt.Sprint(of.CorrectNones), fmt.Sprint(of.Overstated), off(of.DayError), off(of.BackError),
		})
	}
	p.table(t)
}

// held is a table of the expectations.
func (s BacktestOf) held(p *page) {
	c := calendar{s.Scenario.Start}
	t := Table{Header: []string{"node", "in reality", "predicted", "verdict", "off by", "back off by"}}
	for _, r := range s.Rows {
		t.Rows = append(t.Rows, []string{r.Node, real(c, r), predicted(c, r), verdict(r).text, off(r.DayError), back(r)})
	}
	p.table(t)
}

// table writes a table with a blank line after it.
func (p *page) table(t Table) {
	var b strings.Builder
	if err := t.markdown(&b); err != nil {
		panic(err) // a Builder takes everything
	}
	p.line("%s", b.String())
}
