package graph

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// DefaultHorizon is how many days a scenario is followed if it does not say.
const DefaultHorizon = 365

// MaxHorizon is the longest horizon in days, and the most that any other number of days may be. Beyond it days would not be told apart
// as finely as events have to be.
const MaxHorizon = 1e6

// Scenario is a named list of cuts. Days count from its start.
type Scenario struct {
	Name        string
	Title       string
	Description string
	Start       time.Time // zero: days have no dates
	Horizon     float64   // days; 0 stands for DefaultHorizon
	Cuts        []Cut
	Changes     []Change
	Expect      []Expectation
	Place       Place
}

// String names a scenario: by its title, its name, or what it cuts.
func (s Scenario) String() string {
	var cuts []string
	for _, c := range s.Cuts {
		cuts = append(cuts, c.String())
	}
	return cmp.Or(s.Title, s.Name, strings.Join(cuts, ", "))
}

// And is both scenarios at once: what s changes, cuts and expects, then what t does, up to
// the longer of the horizons that they state. It is an error if they start on
// different days.
func (s Scenario) And(t Scenario) (Scenario, error) {
	both := s
	if a, b := s.String(), t.String(); a != "" && b != "" {
		both.Title = a + ", and " + b
	} else {
		both.Title = cmp.Or(s.Title, t.Title)
	}
	both.Name = cmp.Or(s.Name, t.Name)
	both.Description = strings.TrimSpace(s.Description + "\n" + t.Description)
	both.Horizon = max(s.Horizon, t.Horizon)
	switch {
	case s.Start.IsZero():
		both.Start = t.Start
	case !t.Start.IsZero() && !s.Start.Equal(t.Start):
		return s, fmt.Errorf("%q starts on %s and %q on %s: they cannot happen at once", s, s.Start.Format(time.DateOnly), t, t.Start.Format(time.DateOnly))
	}
	both.Cuts = slices.Concat(s.Cuts, t.Cuts)
	both.Changes = slices.Concat(s.Changes, t.Changes)
	both.Expect = slices.Concat(s.Expect, t.Expect)
	return both, nil
}

// Cut takes nodes or rows away, whole or in part. Exactly one of Target, Where
// and Supply names them.
type Cut struct {
	Target string  // id of a node; all that belongs to it is cut with it
	Where  string  // expression, see Network.Select
	Supply *Supply // source rows

	Left  float64 // part that is left, 0..1
	Curve []Step  // instead of Left: a part for each span of days, in rising order
	From  float64 // day
	Until Number  // day; missing = for ever
	Delay Number  // days: not cut, only later
	Place Place
}

// Step is the part left from a day of the cut on.
type Step struct{ Day, Left float64 }

// CheckExpect reports every expectation of a node that the network does not have.
func (n *Network) CheckExpect(s Scenario) error {
	var errs []error
	for _, e := range s.Expect {
		if _, ok := n.Lookup(e.Node); !ok {
			errs = append(errs, e.Place.Of(n.Unknown(e.Node)))
		}
	}
	return errors.Join(errs...)
}

// Expectation is what really happened to a node, to hold a prediction against.
type Expectation struct {
	Node     string
	Effect   string // stop, reduce or none
	From     Number // day it began; of stop and reduce
	Until    Number // last day
	Through  Number // of none: the last day for which it is known
	Use      string // test, control, partial or calibrate
	Evidence string
	Place    Place
}

// Full says whether the cut takes all of its target for good or for a time: only
// such a cut can stop a node by itself.
func (c Cut) Full() bool {
	return !c.Delay.Given && (c.Left == 0 && len(c.Curve) == 0 ||
		slices.ContainsFunc(c.Curve, func(s Step) bool { return s.Left == 0 }))
}

// Idle says whether the cut leaves everything as it is.
func (c Cut) Idle() bool {
	switch {
	case c.Delay.Given:
		return c.Delay.Value == 0
	case len(c.Curve) > 0:
		return !slices.ContainsFunc(c.Curve, func(s Step) bool { return s.Left < 1 })
	}
	return c.Left == 1
}

func (c Cut) String() string {
	switch {
	case c.Supply != nil:
		return c.Supply.String()
	case c.Where != "":
		return c.Where
	}
	return c.Target
}
