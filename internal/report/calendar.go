package report

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"linestop/graph"
)

// calendar shows days of a scenario: as dates if it has a start.
type calendar struct{ start time.Time }

// date is the day a reader would mark: a date, or the number of the day.
func (c calendar) date(day float64) string {
	if c.start.IsZero() {
		return "day " + brief(day)
	}
	return c.start.AddDate(0, 0, int(math.Floor(day))).Format(time.DateOnly)
}

// maybe is the date of a day, dash where there is none.
func (c calendar) maybe(day graph.Number, dash string) string {
	if !day.Given {
		return dash
	}
	return c.date(day.Value)
}

// brief is a number with at most one decimal.
func brief(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
}

// days is "1 day", "36 days" or "2.5 days".
func days(v float64) string {
	if brief(v) == "1" {
		return "1 day"
	}
	return fmt.Sprintf("%s days", brief(v))
}

// percent is a part as a reader says it.
func percent(part float64) string {
	switch p := part * 100; {
	case p > 0 && p < 1:
		return "under 1 %"
	case p > 99 && p < 100:
		return "over 99 %"
	default:
		return brief(math.Round(p)) + " %"
	}
}
