package report

import (
	"fmt"
	"slices"

	"linestop/graph"
	"linestop/graph/timeline"
)

// chainStep is an event of a chain in JSON.
type chainStep struct {
	Day      float64  `json:"day"`
	Event    string   `json:"event"`
	Node     string   `json:"node,omitempty"`
	Need     string   `json:"need,omitempty"`
	Supplier string   `json:"supplier,omitempty"` // of a row
	Customer string   `json:"customer,omitempty"`
	Value    *float64 `json:"value"`
	Cause    *int     `json:"cause,omitempty"` // of a story: position of the event behind it
}

// chain explains the stop of node i, or its first loss, down from the cut.
func (o outcome) chain(i graph.NodeID) []chainStep {
	if o.impact.Timeline == nil {
		return nil
	}
	var list []chainStep
	for _, e := range o.impact.Timeline.Chain(i) {
		list = append(list, o.chainStep(e))
	}
	return list
}

// story explains the first loss, the stop and the restart of node i, where that is more
// than its chain.
func (o outcome) story(i graph.NodeID) []chainStep {
	t := o.impact.Timeline
	if t == nil {
		return nil
	}
	var list []chainStep
	story := t.Story(i)
	if len(story) == len(t.Chain(i)) {
		return nil
	}
	for _, number := range story {
		step := o.chainStep(t.Events[number])
		if cause, found := slices.BinarySearch(story, t.Events[number].Cause); found {
			step.Cause = &cause
		}
		list = append(list, step)
	}
	return list
}

func (o outcome) chainStep(e timeline.Event) chainStep {
	step := chainStep{Day: e.Day, Event: e.Kind.String(), Value: &e.Value}
	if e.Node != graph.None {
		step.Node = o.ID(e.Node)
	}
	if e.Need != timeline.NoNeed {
		step.Need = needName(o.Network, e.Need)
	}
	if e.Row != timeline.NoRow {
		supplier, customer := o.Ends(e.Row)
		step.Supplier, step.Customer = o.ID(supplier), o.ID(customer)
	}
	return step
}

// writeDays writes what becomes of node i from day to day, and why.
func (o outcome) writeDays(p *page, i graph.NodeID) {
	t := o.impact.Timeline
	if t == nil {
		return
	}
	p.line("")
	c := t.Course(i)
	if !c.FirstLoss.Given {
		p.line("%s nothing is lost by %s", p.in(bold, "day by day:"), o.date(t.Until))
		o.settled(p, i)
		return
	}
	p.line("%s %s", p.in(bold, "day by day:"), o.summed(c))
	o.settled(p, i)
	var rows [][]cell
	for _, number := range t.Story(i) {
		e := t.Events[number]
		rows = append(rows, []cell{{o.date(e.Day), dim}, {o.event(e), plain}})
	}
	p.columns(rows)
}

// settled says what node i keeps if the cut lasts, where that is a part.
func (o outcome) settled(p *page, i graph.NodeID) {
	if o.impact.Steady == nil {
		return
	}
	level := o.impact.Steady.Level(i)
	if level.Best == 0 || level.Worst == 1 {
		return
	}
	text := interval(level)
	if level.Guessed {
		text += ", by shares that are not in the data"
	}
	if level.Limit {
		text += ", a limit value that assumes no reaction"
	}
	p.line("  if the cut lasts it keeps %s", text)
}

// summed says what a course comes to.
func (o outcome) summed(c timeline.Course) string {
	text := "below full rate from " + o.date(c.FirstLoss.Value)
	switch {
	case c.Stop.Given && c.FirstLoss.Value < c.Stop.Value:
		text += ", stops on " + o.date(c.Stop.Value)
	case c.Stop.Given:
		text = "stops on " + o.date(c.Stop.Value)
	}
	if c.Restart.Given {
		text += ", is back on " + o.date(c.Restart.Value)
	}
	return text + fmt.Sprintf(", loses %s of output by %s", days(c.LostDays), o.date(o.impact.Timeline.Until))
}

// event says what happened.
func (o outcome) event(e timeline.Event) string {
	switch e.Kind {
	case timeline.Cut:
		if e.Value == 1 && e.Node != graph.None && o.RecoverDays(e.Node).Value > 0 {
			return o.what(e) + " has recovered from the cut"
		}
		return o.what(e) + " " + left(e.Value)
	case timeline.Delay:
		if e.Value == 0 {
			return o.what(e) + " is on time again"
		}
		return fmt.Sprintf("%s comes %s later", o.what(e), days(e.Value))
	case timeline.Runs:
		text := o.id(e.Node) + " " + runs(e.Value)
		if e.Need != timeline.NoNeed {
			text += " for " + o.need(e.Need)
		}
		return text
	case timeline.Delivers:
		return fmt.Sprintf("the finished stock of %s is used up: it delivers %s", o.id(e.Node), percent(e.Value))
	case timeline.Arrives:
		return fmt.Sprintf("%s brings %s", o.what(e), percent(e.Value))
	case timeline.Emptied:
		return fmt.Sprintf("%s has used up its stock of %s, %s", o.id(e.Node), o.need(e.Need), days(e.Value))
	case timeline.Switched:
		return fmt.Sprintf("%s now carries %s", o.what(e), percent(e.Value))
	}
	return fmt.Sprintf("%s has %s of its %s", o.id(e.Node), percent(e.Value), o.need(e.Need))
}

// what names the node or the row of an event.
func (o outcome) what(e timeline.Event) string {
	if e.Row == timeline.NoRow {
		return o.id(e.Node)
	}
	supplier, customer := o.Ends(e.Row)
	return o.id(supplier) + "->" + o.id(customer) + ":" + o.need(o.NeedOf(e.Row))
}

func left(part float64) string {
	switch {
	case part == 0:
		return "is cut"
	case part == 1:
		return "is no longer cut"
	}
	return "is left with " + percent(part)
}

func runs(level float64) string {
	switch {
	case level <= timeline.Negligible:
		return "stops"
	case level >= 1-timeline.Negligible:
		return "is at full rate again"
	}
	return "runs at " + percent(level)
}
