package backtest

import (
	"math"
	"slices"

	"linestop/graph"
)

// Summary counts the rows that are scored.
type Summary struct {
	Hits, Misses, FalseAlarms, CorrectNones int
	Overstated                              int          // hits among them
	DayError                                graph.Number // median of its size over the hits that have one, in days
}

// Rows is how many are scored.
func (s Summary) Rows() int { return s.Hits + s.Misses + s.FalseAlarms + s.CorrectNones }

// Right is how many verdicts are in the prediction's favour.
func (s Summary) Right() int { return s.Hits + s.CorrectNones }

// Summarize counts.
func Summarize(rows []Row) Summary {
	var s Summary
	var errors []float64
	for _, r := range rows {
		if !r.Scored() {
			continue
		}
		switch r.Verdict {
		case Hit:
			s.Hits++
			if r.Overstated {
				s.Overstated++
			}
			if r.DayError.Given {
				errors = append(errors, math.Abs(r.DayError.Value))
			}
		case Miss:
			s.Misses++
		case FalseAlarm:
			s.FalseAlarms++
		case CorrectNone:
			s.CorrectNones++
		}
	}
	if n := len(errors); n > 0 {
		slices.Sort(errors)
		s.DayError = graph.Num((errors[(n-1)/2] + errors[n/2]) / 2)
	}
	return s
}

// Plus adds the counts of other rows. The median of days does not add up: it is missing.
func (s Summary) Plus(t Summary) Summary {
	return Summary{
		Hits: s.Hits + t.Hits, Misses: s.Misses + t.Misses, Overstated: s.Overstated + t.Overstated,
		FalseAlarms: s.FalseAlarms + t.FalseAlarms, CorrectNones: s.CorrectNones + t.CorrectNones,
	}
}
