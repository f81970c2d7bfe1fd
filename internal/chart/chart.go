package chart

import (
	"cmp"
	"fmt"
	"math"
	"time"
)

// Chart is rows over one stretch of days. Its texts are as the data has them,
// unescaped and of any length.
type Chart struct {
	Title   string
	Notes   []string  // lines below the title: data, scenario, reading
	Start   time.Time // the date of day 0; zero: days have numbers
	Horizon float64   // the last day shown, above 0
	Marks   []Mark    // days on which something happens to all; those outside are left out
	Noun    string    // what a row is, in the singular; default "row"
	Columns []string  // heads of the cells to the right of each row
	Rows    []Row     // in the order of the picture
	Budget  int       // rows to draw at most, up to MaxRows; default see Kind
}

// Row is one line of a chart.
type Row struct {
	Label  string
	Steps  []Step
	Actual []Step   // what really happened, where that is known; nil: nothing is
	Cells  []string // one for each of Columns

	alike int // how many more it stands for
}

// Step is a level from a day on: 0 to 1, Less, or NaN for not known. Steps rise by
// day, and before the first the level is 1.
type Step struct{ Day, Level float64 }

// Less is a level below 1 of which no more is known.
const Less = -1

// Mark names a day.
type Mark struct {
	Day   float64
	Label string
}

// Kind says what of its rows a chart shows.
type Kind uint8

// The kinds of charts.
const (
	Gantt  Kind = iota // a bar where a row puts out less: the higher, the less. 40 rows by default
	Output             // a curve of what each row puts out. 12 rows by default
)

// ParseKind reads a kind by its name.
func ParseKind(name string) (Kind, error) {
	switch name {
	case "gantt":
		return Gantt, nil
	case "output":
		return Output, nil
	}
	return 0, fmt.Errorf("chart %q is neither gantt nor output", name)
}

// MaxRows is how many rows a picture can hold: on a longer page the SVG writer's five
// digits would not tell a bar from its neighbour.
const MaxRows = 1000

// MaxHorizon is the longest horizon, in days: dates have to stay four digits long.
const MaxHorizon = 1e6

func (c Chart) check() error {
	if !(c.Horizon > 0 && c.Horizon <= MaxHorizon) {
		return fmt.Errorf("chart: horizon %v is not above 0 and up to %v days", c.Horizon, MaxHorizon)
	}
	for _, r := range c.Rows {
		for _, steps := range [][]Step{r.Steps, r.Actual} {
			for n, s := range steps {
				if math.IsNaN(s.Day) || s.Level < 0 && s.Level != Less || s.Level > 1 || n > 0 && s.Day <= steps[n-1].Day {
					return fmt.Errorf("chart: step %d of row %q is out of order or range: day %v, level %v", n+1, r.Label, s.Day, s.Level)
				}
			}
		}
	}
	return nil
}

func (c Chart) noun() string { return cmp.Or(c.Noun, "row") }
