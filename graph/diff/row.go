package diff

import (
	"cmp"
	"math"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/impact"
	"linestop/graph/timeline"
)

// Row is what becomes of a node before and after.
type Row struct {
	Pair
	Product         bool         // in either network
	Was, Is         impact.State // before and after; nothing where the node is missing
	WasDown, IsDown bool         // see impact.Answer.Down
}

// Turn is how a node fares after, in each respect that the readings tell of: below 0
// worse than before, above 0 better. Differences of rounding are none.
type Turn struct {
	Breaks int // whether it is cut or breaks: not, possibly, surely
	Stops  int // the day it stops, of which never is the latest
	Loses  int // days of output lost to the horizon
	Keeps  int // the level it keeps if the cut lasts, at worst
}

// Turn compares a node with itself. One that is missing on a side fares as before.
func (r Row) Turn() Turn {
	if !r.Both() {
		return Turn{}
	}
	never := math.Inf(1)
	return Turn{
		Breaks: cmp.Compare(grade(r.Was), grade(r.Is)),
		Stops:  compare(r.Is.Stop.Or(never), r.Was.Stop.Or(never)),
		Loses:  compare(r.Was.LostDays.Value, r.Is.LostDays.Value),
		Keeps:  compare(r.Is.Capacity.Value, r.Was.Capacity.Value),
	}
}

// Worse says whether it fares worse in any respect, whatever it gains in others.
func (t Turn) Worse() bool { return min(t.Breaks, t.Stops, t.Loses, t.Keeps) < 0 }

// Better says whether it fares better in some respect and worse in none.
func (t Turn) Better() bool { return t != Turn{} && !t.Worse() }

// NewlyBroken says whether the node is down, and was not before.
func (r Row) NewlyBroken() bool { return r.Both() && r.IsDown && !r.WasDown }

// Saved says whether the node was down before, and no longer is.
func (r Row) Saved() bool { return r.Both() && r.WasDown && !r.IsDown }

// ForGood says whether a node that is not newly broken breaks if the cut lasts, and did not before: where it
// only stopped for a while, or of a cut that does not last.
func (r Row) ForGood() bool {
	return r.Turn().Breaks < 0 && grade(r.Was) == 0 && !r.NewlyBroken()
}

// NotForGood is ForGood seen from after.
func (r Row) NotForGood() bool {
	return r.Turn().Breaks > 0 && grade(r.Is) == 0 && !r.Saved()
}

// DaysGained is by how many days it stops later; missing unless it stops before and after.
func (r Row) DaysGained() graph.Number {
	if !r.Was.Stop.Given || !r.Is.Stop.Given {
		return graph.Number{}
	}
	return graph.Num(r.Is.Stop.Value - r.Was.Stop.Value)
}

// OutputGained is how many days of output it loses less; missing without a timeline.
func (r Row) OutputGained() graph.Number {
	if !r.Was.LostDays.Given || !r.Is.LostDays.Given {
		return graph.Number{}
	}
	return graph.Num(r.Was.LostDays.Value - r.Is.LostDays.Value)
}

// grade orders states by how surely the node is down if the cut lasts.
func grade(s impact.State) int {
	switch {
	case s.Status < cut.Broken:
		return 0
	case s.Sure:
		return 2
	}
	return 1
}

// compare is cmp.Compare but for rounding: to timeline.Negligible of a day or
// level, and of the lesser number where that is more.
func compare(a, b float64) int {
	if math.Abs(a-b) <= timeline.Negligible*max(1, min(math.Abs(a), math.Abs(b))) {
		return 0
	}
	return cmp.Compare(a, b)
}
