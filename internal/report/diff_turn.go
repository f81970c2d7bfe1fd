package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/diff"
)

// turned is the word for how a node fares: the worst of what is worse, else the best of
// what is better.
func turned(r diff.Row) cell {
	switch t := r.Turn(); {
	case r.NewlyBroken() && r.Is.Status == cut.Cut:
		return cell{"cut", red}
	case t.Stops < 0 && !r.Was.Stop.Given:
		return cell{"stops", red}
	case r.NewlyBroken():
		return cell{"breaks", red}
	case r.ForGood():
		return cell{"for good", red}
	case t.Stops < 0:
		return cell{"earlier", red}
	case t.Breaks < 0:
		return cell{"surely", red}
	case t.Worse():
		return cell{"loses more", yellow}
	case r.Saved():
		return cell{"saved", green}
	case r.NotForGood():
		return cell{"not for good", green}
	case t.Stops > 0:
		return cell{"later", green}
	case t.Breaks > 0:
		return cell{"possibly", green}
	case t.Better():
		return cell{"loses less", green}
	case r.Before == graph.None:
		return cell{"new", plain}
	case r.After == graph.None:
		return cell{"gone", plain}
	}
	return cell{"same", dim}
}

// turns is the order in which the words are listed.
var turns = []string{"cut", "stops", "breaks", "for good", "earlier", "surely", "loses more", "saved", "not for good", "later", "possibly", "loses less", "new", "gone", "same"}

// worstTurn orders rows: products before others, then by turns, then by how much output
// is lost or gained.
func worstTurn(a, b diff.Row) int {
	return cmp.Or(
		one(b.Product)-one(a.Product),
		cmp.Compare(slices.Index(turns, turned(a).text), slices.Index(turns, turned(b).text)),
		cmp.Compare(math.Abs(b.OutputGained().Value), math.Abs(a.OutputGained().Value)),
	)
}

// gain says what a node has gained or lost in days, and what it keeps where the days are the same.
func gain(r diff.Row) string {
	var parts []string
	t := r.Turn()
	if d := r.DaysGained().Value; t.Stops != 0 && d != 0 {
		parts = append(parts, days(math.Abs(d))+" "+either(d > 0, "later", "earlier"))
	}
	if d := r.OutputGained().Value; t.Loses != 0 {
		parts = append(parts, "loses "+days(math.Abs(d))+" "+either(d > 0, "less", "more"))
	} else if t.Keeps != 0 {
		parts = append(parts, "keeps "+percent(r.Is.Capacity.Value)+", not "+percent(r.Was.Capacity.Value)+", if it lasts")
	}
	return strings.Join(parts, ", ")
}

func either[T any](yes bool, one, other T) T {
	if yes {
		return one
	}
	return other
}

// became says in a few words what became of node i, and when.
func (l ledger) became(i graph.NodeID) string {
	text := l.mark(i).text
	if l.impact.Timeline == nil {
		if text == "reduced" && l.impact.Steady != nil {
			text += " to " + interval(l.impact.Steady.Level(i))
		}
		return strings.Replace(text, "possibly", "possibly broken", 1)
	}
	c := l.impact.Timeline.Course(i)
	switch {
	case text == "possibly" && l.impact.Dated() && c.FirstLoss.Given:
		text = "possibly " + either(c.Stop.Given, "stops", "reduced")
	case text == "possibly":
		text = "possibly broken"
	}
	switch {
	case c.FirstLoss.Given:
		return text + " " + l.when(c)
	case text == "holds":
		return "holds, " + either(l.status[i] == cut.Reduced, "is reduced", "breaks") + " if it lasts"
	case l.status[i] >= cut.Reduced:
		return text + " if it lasts, " + l.when(c)
	}
	return text
}
