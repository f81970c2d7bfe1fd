package chart

import (
	"fmt"
	"strings"
	"testing"
)

func TestFewer(t *testing.T) {
	stop := func(day float64) []Step { return []Step{{day, 0}} }
	rows := []Row{
		{Label: "late", Steps: stop(90)},
		{Label: "idle"},
		{Label: "early", Steps: stop(1)},
		{Label: "idle too"},
		{Label: "middle", Steps: stop(50)},
		{Label: "early too", Steps: stop(1)},
		{Label: "differs in a cell", Steps: stop(1), Cells: []string{"x"}},
	}
	for _, tt := range []struct {
		budget int
		want   string
	}{
		{0, "late, idle, early, idle too, middle, early too, differs in a cell"},
		{7, "late, idle, early, idle too, middle, early too, differs in a cell"},
		{6, "late, idle and 1 more, early and 1 more, middle, differs in a cell; 7 of 7 rows shown, those alike as one"},
		{5, "late, idle and 1 more, early and 1 more, middle, differs in a cell; 7 of 7 rows shown, those alike as one"},
		{4, "late, early and 1 more, middle, differs in a cell; 5 of 7 rows shown, those alike as one; 2 stay at full output"},
		{3, "early and 1 more, middle, differs in a cell; 4 of 7 rows shown, those alike as one; 2 stay at full output; 1 lose less than these"},
		{1, "early and 1 more; 2 of 7 rows shown, those alike as one; 2 stay at full output; 3 lose less than these"},
	} {
		c := Chart{Horizon: 100, Rows: rows, Budget: tt.budget}.fewer(Gantt)
		var labels []string
		for _, r := range c.Rows {
			labels = append(labels, r.name(40))
		}
		got := strings.Join(append([]string{strings.Join(labels, ", ")}, c.Notes...), "; ")
		if got != tt.want {
			t.Errorf("budget %d:\ngot  %s\nwant %s", tt.budget, got, tt.want)
		}
	}
}

// A chart that knows nothing of a row differs from one that knows of no loss.
func TestUnknownIsNotAlike(t *testing.T) {
	c := Chart{Horizon: 10, Rows: []Row{{}, {Actual: []Step{}}}, Budget: 1}
	if got := len(c.alike()); got != 2 {
		t.Errorf("%d groups, want 2", got)
	}
	if got := (Row{Label: "a very long label", alike: 3}).name(15); got != "a v… and 3 more" {
		t.Errorf("got %q", got)
	}
}

// Bars are for pages, curves for a few, and no picture is endless.
func TestBudgets(t *testing.T) {
	c := Chart{Horizon: 2000}
	for n := range 1200 {
		c.Rows = append(c.Rows, Row{Label: fmt.Sprint(n), Steps: []Step{{float64(n), 0}}})
	}
	if g, o := len(c.fewer(Gantt).Rows), len(c.fewer(Output).Rows); g != 40 || o != 12 {
		t.Errorf("%d bars and %d curves, want 40 and 12", g, o)
	}
	c.Budget = 1_000_000
	if n := len(c.fewer(Gantt).Rows); n != MaxRows {
		t.Errorf("%d bars, want %d", n, MaxRows)
	}
}

func TestMarkedApart(t *testing.T) {
	c := Chart{Horizon: 20, Marks: []Mark{{5, "b"}, {-1, "before"}, {21, "after"}, {5, "c"}, {0, "a"}, {20, "d"}}}
	if got := fmt.Sprint(c.markedApart().Marks); got != "[{0 a} {5 b; c} {20 d}]" {
		t.Errorf("got %s", got)
	}
	c.Marks = nil
	for n := range 15 {
		c.Marks = append(c.Marks, Mark{float64(n), "x"})
	}
	c = c.markedApart()
	if got := fmt.Sprint(len(c.Marks), c.Notes); got != "12 [3 later days with a mark are not shown]" {
		t.Errorf("got %s", got)
	}
}
