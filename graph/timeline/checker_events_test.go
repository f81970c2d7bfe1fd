package timeline_test

import (
	"fmt"
	"math"
	"slices"

	"linestop/graph"
	"linestop/graph/timeline"
)

// event checks that event n is what the data and the courses say, and that its cause
// comes before it and can bring it about.
func (c *checker) event(n int) error {
	e := c.Events[n]
	if n > 0 && e.Day < c.Events[n-1].Day {
		return fmt.Errorf("days fall")
	}
	if e.Kind == timeline.Cut || e.Kind == timeline.Delay {
		return c.planned(e)
	}
	if e.Cause < 0 || e.Cause >= n {
		return fmt.Errorf("cause %d is not an earlier event", e.Cause)
	}
	cause := c.Events[e.Cause]
	switch e.Kind {
	case timeline.Runs:
		return c.runs(n, e, cause)
	case timeline.Emptied:
		return c.usedUp(e, cause)
	case timeline.Delivers:
		return c.delivers(e, cause)
	case timeline.Arrives:
		return c.arrival(e, cause)
	case timeline.Switched:
		if e.Value != c.rates.Worst[e.Row] || !same(e.Day, cause.Day+c.days.Switch[e.Row]) || !c.concerns(c.net.NeedOf(e.Row), cause) {
			return fmt.Errorf("does not switch so")
		}
	case timeline.Met:
		if after, ok := c.after(e.Day); ok && e.Value < 1 && !same(e.Value, c.intake(e.Need, after)) {
			return fmt.Errorf("what arrives is %v", c.intake(e.Need, after))
		}
		if cause.Day != e.Day || !c.concerns(e.Need, cause) && math.Abs(e.Value-c.metBefore(e)) > 1e-8 {
			return fmt.Errorf("the cause is elsewhere")
		}
	}
	return nil
}

func same(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

// planned says whether the plan has such a change.
func (c *checker) planned(e timeline.Event) error {
	list := c.left[int32(e.Node)]
	switch {
	case e.Kind == timeline.Delay:
		list = c.delay[int32(e.Row)]
	case e.Row != timeline.NoRow:
		list = c.left[-1-int32(e.Row)]
	}
	for _, change := range list {
		if same(change.Day, e.Day) && change.Value == e.Value && change.Cut == e.Cut && e.Cause == timeline.NoCause {
			return nil
		}
	}
	return fmt.Errorf("not in the plan")
}

// concerns says whether event e changes what need k gets.
func (c *checker) concerns(k graph.NeedID, e timeline.Event) bool {
	switch {
	case e.Row != timeline.NoRow:
		return c.net.NeedOf(e.Row) == k
	case e.Kind == timeline.Emptied:
		return e.Need == k
	}
	return slices.ContainsFunc(c.net.SourcesOf(k), func(s graph.SourceID) bool {
		supplier, _ := c.net.Ends(s)
		return supplier == e.Node && e.Kind != timeline.Cut
	})
}

// after is a day between this one and the next on which anything happens; before, one
// since the last.
func (c *checker) after(day float64) (float64, bool) {
	n, _ := slices.BinarySearch(c.breaks, day)
	if n+1 >= len(c.breaks) || c.breaks[n+1]-day < 1e-7 {
		return 0, false
	}
	return (day + c.breaks[n+1]) / 2, true
}

func (c *checker) before(day float64) (float64, bool) {
	n, _ := slices.BinarySearch(c.breaks, day)
	if n == 0 {
		return -1, true
	}
	return (day + c.breaks[n-1]) / 2, day-c.breaks[n-1] > 1e-7
}

// runs checks a step of a node: the need named, or the cut, held it lower than the
// higher of its two levels, and the cause belongs to it.
func (c *checker) runs(n int, e, cause timeline.Event) error {
	steps := c.Course(e.Node).Steps
	at := slices.Index(steps, timeline.Step{Day: e.Day, Level: e.Value, Event: n})
	if at < 0 || cause.Day != e.Day {
		return fmt.Errorf("not in the course, or its cause on another day")
	}
	was := timeline.Course{Steps: steps[:at]}.At(e.Day)
	held, ok := c.after(e.Day)
	if e.Value > was {
		held, ok = c.before(e.Day)
	}
	if !ok {
		return nil
	}
	if math.Abs(e.Value-was) < 1e-11 {
		return nil // many changes that were too small to tell of
	}
	bound, moved := c.bound(e.Node, e.Need, held), false
	switch {
	case e.Need == timeline.NoNeed:
		moved = cause.Kind == timeline.Cut && cause.Node == e.Node
	case cause.Kind == timeline.Runs && cause.Node != e.Node:
		moved = c.concerns(e.Need, cause) && (cause.Value > c.levelBefore(cause)) == (e.Value > was)
	default:
		moved = c.concerns(e.Need, cause)
	}
	if bound >= max(was, e.Value)-1e-14 || !moved {
		return fmt.Errorf("from %v, bound by %v, cause belongs: %v", was, bound, moved)
	}
	return nil
}

// levelBefore is the level of a node before a step of it.
func (c *checker) levelBefore(e timeline.Event) float64 {
	level := 1.0
	for _, s := range c.Course(e.Node).Steps {
		if s.Day < e.Day {
			level = s.Level
		}
	}
	return level
}

// metBefore is what was met of a need before a step of it.
func (c *checker) metBefore(e timeline.Event) float64 {
	met := 1.0
	for _, n := range c.Needs {
		if n.Need == e.Need {
			for _, s := range n.Steps {
				if s.Day < e.Day {
					met = s.Level
				}
			}
		}
	}
	return met
}

// bound is how fast the need, or the cut, lets node i run; degrading needs count together.
func (c *checker) bound(i graph.NodeID, k graph.NeedID, day float64) float64 {
	if k == timeline.NoNeed {
		return value(c.left[int32(i)], day, 1)
	}
	if c.net.NeedLevel(k) == graph.Critical {
		return c.intake(k, day)
	}
	left := 1.0
	for k := range c.net.Needs(i) {
		if need := c.net.Need(k); need.Level == graph.Degrading {
			left -= need.Weight * (1 - min(1, c.intake(k, day)))
		}
	}
	return left
}

// between yields days between those on which anything happens, from a day to another.
func (c *checker) between(from, to float64, yield func(day, length float64)) {
	for n, day := range c.breaks[:len(c.breaks)-1] {
		if next := c.breaks[n+1]; day >= from && next <= to && next-day > 1e-7 {
			yield((day+next)/2, next-day)
		}
	}
}

// usedUp checks that the stock falls all the time from the cause on.
func (c *checker) usedUp(e, cause timeline.Event) error {
	if e.Value != c.days.Buffer[e.Need] || !c.concerns(e.Need, cause) && !(cause.Kind == timeline.Runs && cause.Node == e.Node) {
		return fmt.Errorf("not the stock, or the cause is elsewhere")
	}
	falls := true
	c.between(cause.Day, e.Day, func(day, _ float64) {
		falls = falls && c.intake(e.Need, day) < c.Course(e.Node).At(day)
	})
	if !falls {
		return fmt.Errorf("the stock does not fall all the time")
	}
	return nil
}

// delivers checks that the node made as much less than it delivered as it had in stock.
func (c *checker) delivers(e, cause timeline.Event) error {
	made, falls := 0.0, true
	c.between(0, e.Day, func(day, length float64) {
		level := c.Course(e.Node).At(day)
		made += (1 - level) * length
		falls = falls && (day < cause.Day || level < 1)
	})
	if cause.Kind != timeline.Runs || cause.Node != e.Node || !falls || math.Abs(made-c.days.Stock[e.Node]) > 1e-5 {
		return fmt.Errorf("%v days used", made)
	}
	return nil
}

// arrival checks when the goods, or the gap, left.
func (c *checker) arrival(e, cause timeline.Event) error {
	supplier, _ := c.net.Ends(e.Row)
	if cause.Row != e.Row && cause.Node != supplier {
		return fmt.Errorf("comes from elsewhere")
	}
	delay := value(c.delay[int32(e.Row)], cause.Day, 0)
	if way := e.Day - cause.Day - c.days.Transit[e.Row]; !same(way, delay) {
		before := 0.0
		for _, d := range c.delay[int32(e.Row)] {
			if d.Day < cause.Day-1e-9 {
				before = d.Value
			}
		}
		if cause.Kind != timeline.Delay || !same(way, before) {
			return fmt.Errorf("%v days on the way", way)
		}
	}
	if after, ok := c.after(e.Day); ok && !same(e.Value, c.arrives(e.Row, after)) {
		return fmt.Errorf("brings %v", c.arrives(e.Row, after))
	}
	return nil
}
