package timeline

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// Result is what becomes of the network from day 0 on. Who is not listed has lost
// nothing.
type Result struct {
	Plan Plan
	// Until is the day to which all is known: the plan's horizon, or the day on which
	// Options.MaxEvents was reached, and then Limit is Events.
	Until float64
	Limit Limit

	Nodes      []NodeCourse // levels of nodes that moved, by node
	Deliveries []NodeCourse // of those with finished stock: what customers get, which lasts longer; by node
	Needs      []NeedCourse // parts met of degrading, optional and capital needs that fell short, by need
	Revivals   []Revival    // in the order of days
	Events     []Event      // all that happened; causes come before what they bring about
}

// Limit says why a run ended.
type Limit uint8

const (
	Quiet   Limit = iota // nothing more would happen
	Horizon              // more happens after the horizon
	Events               // there were too many events
)

func (l Limit) String() string { return [...]string{"quiet", "horizon", "events"}[l] }

// Course is a level from day to day: 1 before its first step.
type Course struct {
	Steps     []Step       // days rise
	FirstLoss graph.Number // first day below 1
	Stop      graph.Number // first day at 0
	Restart   graph.Number // day from which it is at 1 again for good; missing if it is not, or never was below
	LostDays  float64      // days of full rate lost until Result.Until
}

// Step is a level from a day on.
type Step struct {
	Day, Level float64
	Event      int // what brought it about, in Result.Events
}

// NodeCourse is the course of a node.
type NodeCourse struct {
	Node graph.NodeID
	Course
}

// NeedCourse is the course of what a need is met by, as a part of normal use.
type NeedCourse struct {
	Need graph.NeedID
	Course
}

// Revival is a group of nodes that stood still and rose on one day by each other's
// goods only. By the numbers they run again; in truth somebody outside must
// start them.
type Revival struct {
	Day   float64
	Nodes []graph.NodeID // sorted
}

// Negligible is how far a level may be from 0 or 1 and still count as it.
const Negligible = 1e-9

// newCourse draws up what steps amount to until a day.
func newCourse(steps []Step, until float64) Course {
	c := Course{Steps: steps}
	for n, s := range steps {
		end := until
		if n+1 < len(steps) {
			end = steps[n+1].Day
		}
		c.LostDays += (1 - s.Level) * (end - s.Day)
		switch {
		case s.Level >= 1-Negligible:
			if c.FirstLoss.Given && !c.Restart.Given {
				c.Restart = graph.Num(s.Day)
			}
			continue
		case !c.FirstLoss.Given:
			c.FirstLoss = graph.Num(s.Day)
		}
		c.Restart = graph.Number{}
		if s.Level <= Negligible && !c.Stop.Given {
			c.Stop = graph.Num(s.Day)
		}
	}
	return c
}

// At is the level on a day, after what happens on it.
func (c Course) At(day float64) float64 {
	level := 1.0
	for _, s := range c.Steps {
		if s.Day > day {
			break
		}
		level = s.Level
	}
	return level
}

// Course is the course of node i; without steps if nothing happened to it.
func (r *Result) Course(i graph.NodeID) Course {
	c, _ := courseOf(r.Nodes, i)
	return c
}

// Delivery is the course of what customers get from node i, before time on the way.
func (r *Result) Delivery(i graph.NodeID) Course {
	if c, found := courseOf(r.Deliveries, i); found {
		return c
	}
	return r.Course(i)
}

// Need is the course of what need k is met by, if it is not critical; without steps
// if it never fell short.
func (r *Result) Need(k graph.NeedID) Course {
	n, found := slices.BinarySearchFunc(r.Needs, k, func(c NeedCourse, k graph.NeedID) int { return cmp.Compare(c.Need, k) })
	if !found {
		return Course{}
	}
	return r.Needs[n].Course
}

func courseOf(list []NodeCourse, i graph.NodeID) (Course, bool) {
	n, found := slices.BinarySearchFunc(list, i, func(c NodeCourse, i graph.NodeID) int { return cmp.Compare(c.Node, i) })
	if !found {
		return Course{}, false
	}
	return list[n].Course, true
}
