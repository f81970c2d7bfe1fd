package timeline

import (
	"fmt"
	"math"

	"linestop/graph"
)

// checkCut refuses numbers that no scenario file may hold, of scenarios made by code.
func checkCut(c graph.Cut) error {
	isDay := func(v float64) bool { return v >= 0 && v < math.Inf(1) }
	isPart := func(v float64) bool { return v >= 0 && v <= 1 }
	switch {
	case !isDay(c.From):
		return fmt.Errorf("cut of %q: from %v is not a day from 0 on", c, c.From)
	case c.Until.Given && !(c.Until.Value > c.From):
		return fmt.Errorf("cut of %q: until %v is not after from %v", c, c.Until.Value, c.From)
	case !isPart(c.Left):
		return fmt.Errorf("cut of %q: left %v is not from 0 to 1", c, c.Left)
	case c.Delay.Given && !isDay(c.Delay.Value):
		return fmt.Errorf("cut of %q: delay %v is not a number of days", c, c.Delay.Value)
	}
	for n, s := range c.Curve {
		switch {
		case !isDay(s.Day) || n > 0 && s.Day <= c.Curve[n-1].Day:
			return fmt.Errorf("cut of %q: the days of its curve do not rise from 0 on", c)
		case !isPart(s.Left):
			return fmt.Errorf("cut of %q: left %v of its curve is not from 0 to 1", c, s.Left)
		}
	}
	return nil
}
