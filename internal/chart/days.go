package chart

import (
	"math"
	"strconv"
	"time"
)

// Day names a day: by its date if the chart has a start, else by its number.
func (c Chart) Day(day float64) string {
	if c.Start.IsZero() {
		return "day " + strconv.FormatFloat(math.Round(day*10)/10, 'f', -1, 64)
	}
	return c.Start.AddDate(0, 0, int(math.Floor(day))).Format(time.DateOnly)
}

// tick is a day that the axis names.
type tick struct {
	day   float64
	label string
}

// ticks chooses about so many days: the first, then a round number of days apart
// or, with dates, of months; and the last if there is room.
func (c Chart) ticks(most int) []tick {
	list := []tick{{0, c.Day(0)}}
	room := c.Horizon / float64(most) * 0.75
	rest := c.numbered(most)
	if !c.Start.IsZero() {
		rest = c.dated(most)
	}
	for _, t := range append(rest, tick{c.Horizon, c.Day(c.Horizon)}) {
		if t.day >= list[len(list)-1].day+room {
			list = append(list, t)
		}
	}
	return list
}

func (c Chart) numbered(most int) []tick {
	step := roundStep(c.Horizon/float64(most), []float64{1, 2, 5, 10, 20, 30, 60, 90}, 100)
	var list []tick
	for day := step; day <= c.Horizon; day += step {
		list = append(list, tick{day, strconv.FormatFloat(day, 'f', -1, 64)})
	}
	return list
}

func (c Chart) dated(most int) []tick {
	const week, month = 7, 30.44
	if step := roundStep(c.Horizon/float64(most), []float64{1, 2, week, 2 * week}, month); step < month {
		var list []tick
		for day := step; day <= c.Horizon; day += step {
			list = append(list, tick{day, c.Day(day)})
		}
		return list
	}
	months := int(roundStep(c.Horizon/month/float64(most), []float64{1, 2, 3, 6, 12, 24, 60}, 120))
	return c.firsts(months)
}

// firsts are the firsts of every so many months, or the years they begin.
func (c Chart) firsts(months int) []tick {
	year, month, day := c.Start.Date()
	start := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	layout := "2006-01"
	if months%12 == 0 {
		layout = "2006"
	}
	var list []tick
	for n := (12*year + int(month) - 1) / months * months; ; n += months {
		first := time.Date(n/12, time.Month(n%12+1), 1, 0, 0, 0, 0, time.UTC)
		const secondsPerDay = 24 * 60 * 60 // a time.Duration ends after 292 years
		day := float64(first.Unix()-start.Unix()) / secondsPerDay
		if day > c.Horizon {
			return list
		}
		if day >= 0 {
			list = append(list, tick{day, first.Format(layout)})
		}
	}
}

// roundStep is the first step that is not below least; the steps go on with 1, 2
// and 5 times beyond, and ten times those, and so on.
func roundStep(least float64, steps []float64, beyond float64) float64 {
	for _, s := range steps {
		if s >= least {
			return s
		}
	}
	for ; ; beyond *= 10 {
		for _, f := range []float64{1, 2, 5} {
			if beyond*f >= least {
				return beyond * f
			}
		}
	}
}
