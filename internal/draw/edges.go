package draw

import (
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
)

// edgesInto gives the node the needs that are worth a place of their own, and
// returns its rows that are drawn.
func (c *chooser) edgesInto(node *Node, at map[graph.NodeID]int) []Edge {
	var edges []Edge
	several := c.shownNeeds(node.ID) > 1
	for k := range c.net.Needs(node.ID) {
		need, place := c.net.Need(k), -1
		if node.Status != Cut && c.shownSources(need.Sources) > 0 && apart(need, several) {
			place = len(node.Needs)
			node.Needs = append(node.Needs, c.need(need))
		}
		for _, row := range need.Sources {
			if c.draws(row) {
				supplier, _ := c.net.Ends(row)
				edge := c.edge(row, need)
				edge.From, edge.To, edge.Need, edge.Back = at[supplier], at[node.ID], place, c.back[row]
				edges = append(edges, edge)
			}
		}
	}
	return edges
}

// apart says whether a plain arrow to the customer would not say all of a need.
func apart(need graph.Need, several bool) bool {
	return len(need.Sources) > 1 || need.Level != graph.Critical || several && need.Name != ""
}

func (c *chooser) shownNeeds(i graph.NodeID) (n int) {
	for k := range c.net.Needs(i) {
		if c.shownSources(c.net.SourcesOf(k)) > 0 {
			n++
		}
	}
	return n
}

func (c *chooser) shownSources(rows []graph.SourceID) (n int) {
	for _, row := range rows {
		if c.draws(row) {
			n++
		}
	}
	return n
}

func (c *chooser) need(need graph.Need) Need {
	var rule []string
	if total := len(need.Sources); total > 1 {
		rule = append(rule, c.rule(need))
		if hidden := total - c.shownSources(need.Sources); hidden > 0 {
			rule = append(rule, fmt.Sprintf("%d hidden", hidden))
		}
	}
	if need.Level != graph.Critical {
		rule = append(rule, need.Level.String())
	}
	return Need{Name: need.Name, Rule: strings.Join(rule, ", "), State: c.needState(need)}
}

// rule says how many of its sources a need takes, and how many are left.
func (c *chooser) rule(need graph.Need) string {
	total, left := len(need.Sources), c.count(need.Sources, Lessened)
	switch {
	case need.Quorum > 1 && left < total:
		return fmt.Sprintf("%d of %d, %d left", need.Quorum, total, left)
	case need.Quorum > 1:
		return fmt.Sprintf("%d of %d", need.Quorum, total)
	case left < total:
		return fmt.Sprintf("%d of %d left", left, total)
	}
	return fmt.Sprintf("any of %d", total)
}

// count counts the rows whose fate is no worse.
func (c *chooser) count(rows []graph.SourceID, worst Fate) (n int) {
	for _, row := range rows {
		if c.fate(row) <= worst {
			n++
		}
	}
	return n
}

// needState judges a need in the two worlds of index.World, the best and the worst.
func (c *chooser) needState(need graph.Need) NeedState {
	rows := need.Sources
	sure := slices.DeleteFunc(slices.Clone(rows), func(row graph.SourceID) bool { return !c.net.Sure(row) })
	counted, required := sure, need.Quorum
	if len(sure) < need.Quorum {
		counted, required = rows, len(rows)
	}
	switch {
	case c.count(rows, Lessened) == len(rows):
		return Met
	case len(sure) > 0 && c.count(rows, MayFail) < need.Quorum:
		return Unmet
	case c.count(counted, Lessened) < required:
		return PerhapsUnmet
	}
	return Met
}

func (c *chooser) edge(row graph.SourceID, need graph.Need) Edge {
	s := c.net.Source(row)
	return Edge{
		Fate:      c.fate(row),
		Cut:       c.rows[row] == Dead,
		Alternate: alternate(s),
		Minor:     need.Level != graph.Critical,
		Unsure:    !c.net.Sure(row),
		Fatal:     c.fatal[row],
		Tooltip:   c.edgeTooltip(row, s, need),
		Link:      firstLink(s.Evidence),
	}
}

// alternate says whether a source could deliver more than it does today.
func alternate(s graph.Source) bool {
	if !s.Share.Given {
		return false
	}
	return s.Share.Value == 0 || s.MaxShare.Given && s.MaxShare.Value > s.Share.Value && s.SwitchDays.Given
}

// edgeTooltip is what a reader gets to see when pointing at an arrow.
func (c *chooser) edgeTooltip(row graph.SourceID, s graph.Source, need graph.Need) []string {
	supplier, customer := c.net.Ends(row)
	lines := []string{c.net.Label(supplier) + " → " + c.net.Label(customer)}
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	if s.Need != "" {
		add("need: %s", s.Need)
	}
	if n := len(need.Sources); n > 1 {
		add("%d of its %d sources must run", need.Quorum, n)
	}
	if need.Level != graph.Critical {
		add("%v", need.Level)
	}
	switch fate, own := c.fate(row), c.rows[row]; {
	case own == Dead:
		add("cut")
	case own == Lessened:
		add("reduced")
	case fate != Delivers:
		add("its supplier is %v", c.status[supplier])
	}
	for _, v := range []struct {
		name string
		graph.Number
	}{
		{"share", s.Share},
		{"max_share", s.MaxShare},
		{"switch_days", s.SwitchDays},
		{"transit_days", s.TransitDays},
		{"buffer_days", need.Buffer},
	} {
		if v.Given {
			add("%s %v", v.name, v.Number)
		}
	}
	if s.Confidence != "" {
		add("confidence %s", s.Confidence)
	}
	if s.Note != "" {
		add("%s", s.Note)
	}
	return lines
}
