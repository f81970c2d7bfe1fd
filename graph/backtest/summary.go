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
	DayError, BackError                     graph.Number // median of its size over the hits that have one, in days
}

// Rows is how many are scored.
func (s Summary) Rows() int { return s.Hits + s.Misses + s.FalseAlarms + s.CorrectNones }

// Right is how many verdicts are in the prediction's favour.
func (s Summary) Right() int { return s.Hits + s.CorrectNones }

// Summarize counts.
func Summarize(rows []Row) Summary {
	var s Summary
	var first, back []float64
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
				first = append(first, math.Abs(r.DayError.Value))
			}
			if r.BackError.Given {
				back = append(back, math.Abs(r.BackError.Value))
			}
		case Miss:
			s.Misses++
		case FalseAlarm:
			s.FalseAlarms++
		case CorrectNone:
			s.CorrectNones++
		}
	}
	s.DayError, s.BackError = median(first), median(back)
	return s
}

func median(of []float64) graph.Number {
	n := len(of)
	if n == 0 {
		return graph.Number{}
	}
	slices.Sort(of)
	return graph.Num((of[(n-1)/2] + of[n/2]) / 2)
}

// Plus adds the counts of other rows. The medians of days do not add up: they are missing.
func (s Summary) Plus(t Summary) Summary {
	return Summary{
		Hits: s.Hits + t.Hits, Misses: s.Misses + t.Misses, Overstated: s.Overstated + t.Overstated,
		FalseAlarms: s.FalseAlarms + t.FalseAlarms, CorrectNones: s.CorrectNones + t.CorrectNones,
	}
}
