package draw

import (
	"fmt"
	"iter"
	"math"
	"slices"

	"linestop/graph"
	"linestop/internal/words"
)

// thin leaves out rows between the nodes of v that are too many to be laid out, and
// finds those that lead to the left.
func (c *chooser) thin(v *View, at map[graph.NodeID]int) {
	var rows []graph.SourceID
	var arrows []arrow
	for _, i := range c.all() {
		for k := range c.net.Needs(i) {
			weigh := c.scales(k)
			for _, row := range c.net.SourcesOf(k) {
				if supplier, _ := c.net.Ends(row); c.shown[supplier] {
					rows = append(rows, row)
					arrows = append(arrows, arrow{from: at[supplier], to: at[i], weight: weigh(row)})
				}
			}
		}
	}
	c.thinOut(v, arrows, slices.Chunk(c.all(), 1))
	c.thinned, c.back = map[graph.SourceID]bool{}, map[graph.SourceID]bool{}
	for n, a := range arrows {
		c.thinned[rows[n]], c.back[rows[n]] = !a.kept, a.back
	}
}

// thinOut thins arrows between groups of nodes, unless all are asked for, and notes it.
func (c *chooser) thinOut(v *View, arrows []arrow, groups iter.Seq[[]graph.NodeID]) {
	early := c.early(groups)
	most := min(maxCrossed, 25*len(early)) // more of them in a small picture hide it
	if c.AllArrows {
		most = math.MaxInt
	}
	if v.ArrowsLeft, v.crossed = thin(arrows, early, most); v.ArrowsLeft > 0 {
		note := fmt.Sprintf("%s of %s between them drawn, there is no room for more", words.Thousands(len(arrows)-v.ArrowsLeft), words.Count(len(arrows), "arrow"))
		if c.judged() {
			note += "; those that show why come first"
		}
		v.Notes = append(v.Notes, note+".")
	}
}

// draws says whether row is in the picture: both its ends, and an arrow.
func (c *chooser) draws(row graph.SourceID) bool {
	supplier, customer := c.net.Ends(row)
	return c.shown[supplier] && c.shown[customer] && !c.thinned[row]
}

// early says when the cut gets to each group of nodes, in steps.
func (c *chooser) early(groups iter.Seq[[]graph.NodeID]) []int {
	var steps []int
	for nodes := range groups {
		step := math.MaxInt
		for _, i := range nodes {
			if f, failed := c.failures[i]; failed {
				step = min(step, f.Step)
			}
		}
		steps = append(steps, step)
	}
	return steps
}

// scales weigh the rows of one need.
func (c *chooser) scales(k graph.NeedID) func(graph.SourceID) weight {
	rows := c.net.SourcesOf(k)
	_, customer := c.net.Ends(rows[0])
	f, failed := c.failures[customer]
	hit := c.count(rows, Delivers) < len(rows)
	return func(row graph.SourceID) weight {
		supplier, _ := c.net.Ends(row)
		g, dead := c.failures[supplier]
		switch {
		case c.fatal[row], c.rows[row] == Dead, failed && f.Need == k && dead && g.Step < f.Step:
			return proves
		case c.fate(row) > Delivers:
			return lost
		case hit:
			return holds
		case alternate(c.net.Source(row)):
			return spare
		}
		return plainly
	}
}
