package report

import (
	"cmp"
	"math"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/impact"
	"linestop/graph/timeline"
)

// mark is the word for what became of node i. If the cut does not last, it is the days that
// decide: what stops, what only slows down, and what would break if it lasted.
func (o outcome) mark(i graph.NodeID) cell {
	var c timeline.Course
	if o.impact.Timeline != nil {
		c = o.impact.Timeline.Course(i)
	}
	f, failed := o.result.Failure(i)
	dated := o.dated()
	byDays := dated || !failed
	switch {
	case failed && f.Need == cut.NoNeed:
		return cell{"cut", red}
	case dated && c.FirstLoss.Given && o.impact.Unsure(i):
		return cell{"possibly", yellow}
	case byDays && c.Stop.Given:
		return cell{"stops", red}
	case byDays && c.FirstLoss.Given:
		return cell{"reduced", yellow}
	case dated && (failed && f.Sure || o.status[i] == cut.Reduced):
		return cell{"holds", green}
	case failed && f.Sure:
		return cell{"broken", red}
	case failed:
		return cell{"possibly", yellow}
	case o.status[i] == cut.Running:
		return cell{"running", green}
	}
	return cell{o.status[i].String(), yellow}
}

// dated says whether days are known that say something else than what breaks if the cut lasts.
func (o outcome) dated() bool { return o.impact.Timeline != nil && o.impact.Dated() }

// timed gives entries their days, where the answer has a timeline, and puts the
// earliest first.
func (l ledger) timed(entries []entry) []entry {
	if l.impact.Timeline == nil {
		return entries
	}
	days := map[graph.NodeID]float64{}
	for n := range entries {
		e := &entries[n]
		c := l.impact.Timeline.Course(e.node)
		e.when = cmp.Or(l.calendar.when(c), "not by "+l.date(l.impact.Timeline.Until))
		days[e.node] = c.Stop.Or(c.FirstLoss.Or(math.Inf(1)))
		if e.mark.text != "cut" && c.FirstLoss.Given {
			e.reason = l.brought(e.node)
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(slices.Index(worst, a.mark.text), slices.Index(worst, b.mark.text)), cmp.Compare(days[a.node], days[b.node]))
	})
	return entries
}

// worst is the order in which marks are listed.
var worst = []string{"cut", "broken", "stops", "reduced", "possibly", "holds"}

// When says in a few words on what day node i stops or slows down and when it is
// back; nothing if it does neither, is cut for good, or if nobody asked for days.
func When(a *impact.Answer, i graph.NodeID) string {
	if a.Timeline == nil {
		return ""
	}
	c := a.Timeline.Course(i)
	if a.Structure.Status(i) == cut.Cut && !c.Restart.Given {
		return ""
	}
	switch when := (calendar{a.Scenario.Start}).when(c); {
	case c.Stop.Given:
		return "stops " + when
	case c.FirstLoss.Given:
		return "slows " + when
	}
	return ""
}

// when says in a few words what a course amounts to: nothing if it loses nothing.
func (c calendar) when(course timeline.Course) string {
	text := ""
	switch {
	case course.Stop.Given:
		text = c.date(course.Stop.Value)
	case course.FirstLoss.Given:
		text = c.date(course.FirstLoss.Value) + ", to " + percent(lowest(course))
	default:
		return ""
	}
	if course.Restart.Given {
		text += ", back " + c.date(course.Restart.Value)
	}
	return text
}

func lowest(c timeline.Course) float64 {
	low := 1.0
	for _, s := range c.Steps {
		low = min(low, s.Level)
	}
	return low
}

// brought says which need came to bind node i when it stopped, or first slowed down.
func (o outcome) brought(i graph.NodeID) string {
	chain := o.impact.Timeline.Chain(i)
	k := chain[len(chain)-1].Need
	if f, failed := o.result.Failure(i); failed && f.Need == k {
		return o.reason(k)
	}
	if k == timeline.NoNeed {
		return "cut in part or for later"
	}
	return o.held(k)
}
