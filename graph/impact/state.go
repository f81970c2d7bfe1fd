package impact

import (
	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/timeline"
)

// State is what becomes of a node. What was not asked for is missing.
type State struct {
	Status         cut.Status
	Sure           bool         // of cut and broken nodes: however the unsure rows turn out
	Capacity, Best graph.Number // the level it keeps if the cut lasts, at worst and at best
	FirstLoss      graph.Number // first day below full rate
	Stop, Restart  graph.Number // first day of a standstill; day from which it is at full rate again for good
	LostDays       graph.Number // days of full rate lost to the horizon
}

// State is what becomes of node i. A running or exposed node that loses output, at any time or
// if the cut lasts, is reduced: so it is to the user, whatever the structure says.
func (a *Answer) State(i graph.NodeID) State {
	s := State{Status: a.Structure.Status(i)}
	if f, failed := a.Structure.Failure(i); failed {
		s.Sure = f.Sure
	}
	if a.Steady != nil {
		l := a.Steady.Level(i)
		s.Capacity, s.Best = graph.Num(l.Worst), graph.Num(l.Best)
	}
	if a.Timeline != nil {
		c := a.Timeline.Course(i)
		s.FirstLoss, s.Stop, s.Restart, s.LostDays = c.FirstLoss, c.Stop, c.Restart, graph.Num(c.LostDays)
	}
	if s.Status < cut.Reduced && (s.FirstLoss.Given || s.Capacity.Or(1) < 1-timeline.Negligible) {
		s.Status = cut.Reduced
	}
	return s
}

// Statuses are the statuses of all nodes.
func (a *Answer) Statuses() []cut.Status {
	list := a.Structure.Statuses()
	reduce := func(i graph.NodeID) {
		if list[i] < cut.Reduced {
			list[i] = cut.Reduced
		}
	}
	if a.Steady != nil {
		for _, l := range a.Steady.Levels {
			if l.Worst < 1-timeline.Negligible {
				reduce(l.Node)
			}
		}
	}
	if a.Timeline != nil {
		for _, c := range a.Timeline.Nodes {
			if c.FirstLoss.Given {
				reduce(c.Node)
			}
		}
	}
	return list
}

// Dated says whether a cut of the scenario is for a time, in part or for later, so
// that what the structure breaks is only what would break if it lasted.
func (a *Answer) Dated() bool { return a.dated }

// Down says whether node i is cut or breaks if the cut lasts, or stops for a while at least. Of
// a cut that does not last the days alone decide, where there are any.
func (a *Answer) Down(i graph.NodeID) bool {
	if a.Timeline != nil && (a.dated || a.Timeline.Course(i).Stop.Given) {
		return a.Timeline.Course(i).Stop.Given
	}
	return a.Structure.Status(i) >= cut.Broken
}
