package draw

import (
	"cmp"
	"fmt"
	"slices"

	"linestop/graph"
	"linestop/internal/words"
)

// box is a group of nodes drawn as one.
type box struct {
	name     string
	members  []graph.NodeID
	products int
	inside   int // rows from a member to a member
	tally
}

// boxes collapses the chosen nodes. The budget counts boxes: those hit hardest
// stay, then the largest.
func (c *chooser) boxes() View {
	all, of := c.group()
	bundles := c.bundles(all, of)
	kept := c.keep(all)
	v := View{Title: c.title(), Notes: c.notes(), Judged: c.Result != nil, Boxes: true}
	if len(kept) < len(all) {
		v.Notes = append(v.Notes, c.boxesLeftOut(all, kept))
	}
	at := map[int]int{} // where a box is in the view
	var groups [][]graph.NodeID
	for _, n := range kept {
		at[n] = len(v.Nodes)
		groups = append(groups, all[n].members)
		v.Nodes = append(v.Nodes, c.boxNode(all[n]))
	}
	bundles = slices.DeleteFunc(bundles, func(b bundle) bool {
		_, from := at[b.from]
		_, to := at[b.to]
		return !from || !to
	})
	arrows := make([]arrow, len(bundles))
	for n, b := range bundles {
		arrows[n] = arrow{from: at[b.from], to: at[b.to], weight: c.bundleWeight(b)}
	}
	c.thinOut(&v, arrows, slices.Values(groups))
	for n, a := range arrows {
		if a.kept {
			b := bundles[n]
			e := c.bundleEdge(b)
			e.From, e.To, e.Back = a.from, a.to, a.back
			if c.Collapse == ByTier {
				e.Back = c.net.Tier(groups[a.from][0]) < c.net.Tier(groups[a.to][0])
			}
			e.Tooltip = append([]string{all[b.from].name + " → " + all[b.to].name}, e.Tooltip...)
			v.Edges = append(v.Edges, e)
		}
	}
	return v
}

// group puts every chosen node into a box, in the order of their first members.
// A node without a country shares a box with its like; one without a parent has
// its own.
func (c *chooser) group() (all []*box, of map[graph.NodeID]int) {
	of = map[graph.NodeID]int{}
	byKey := map[string]int{}
	for _, i := range c.all() {
		name := c.groupName(i, c.Collapse)
		key := name
		if c.Collapse == ByParent {
			key = c.net.ID(c.outermost(i)) // two parents may bear one name
		}
		n, ok := byKey[key]
		if !ok {
			n = len(all)
			byKey[key] = n
			all = append(all, &box{name: cmp.Or(name, "no "+c.Collapse.String())})
		}
		b := all[n]
		b.members = append(b.members, i)
		b.tally[c.status[i]]++
		if c.net.IsProduct(i) {
			b.products++
		}
		of[i] = n
	}
	return all, of
}

func (c *chooser) keep(all []*box) []int {
	list := make([]int, len(all))
	for n := range list {
		list[n] = n
	}
	if c.All || len(all) <= c.Budget {
		return list
	}
	slices.SortFunc(list, func(a, b int) int {
		return cmp.Or(
			-cmp.Compare(all[a].worst(), all[b].worst()),
			-cmp.Compare(len(all[a].members), len(all[b].members)),
			cmp.Compare(a, b))
	})
	list = list[:c.Budget]
	slices.Sort(list)
	return list
}

func (c *chooser) boxesLeftOut(all []*box, kept []int) string {
	var out tally
	for n, b := range all {
		if _, found := slices.BinarySearch(kept, n); !found {
			for s, count := range b.tally {
				out[s] += count
			}
		}
	}
	note := fmt.Sprintf("%s of %s boxes shown; left out: %s", words.Thousands(len(kept)), words.Thousands(len(all)), words.Count(out.total(), "node"))
	if c.judged() {
		note += ", " + out.String()
	}
	return note + "."
}

// maxMembers is how many members a box names when pointed at.
const maxMembers = 20

func (c *chooser) boxNode(b *box) Node {
	if len(b.members) == 1 && c.Collapse == ByParent {
		return c.node(b.members[0])
	}
	node := Node{ID: graph.None, Name: b.name, Status: b.worst(), Product: b.products > 0, Cluster: -1}
	node.detail(words.Count(len(b.members), "node"))
	if b.products > 0 && b.products < len(b.members) {
		node.detail(words.Count(b.products, "product"))
	}
	if b.worst() != Running {
		node.detail(b.tally.String())
	}
	if b.worst() != b.best() {
		node.mix = b.tally
	}
	if b.inside > 0 {
		node.detail(words.Count(b.inside, "row") + " inside")
	}
	for _, i := range b.members[:min(len(b.members), maxMembers)] {
		node.Tooltip = append(node.Tooltip, joined(": ", c.net.Label(i), c.status[i].touched()))
	}
	if more := len(b.members) - maxMembers; more > 0 {
		node.Tooltip = append(node.Tooltip, "and "+words.Thousands(more)+" more")
	}
	return node
}

// bundle is the rows from one box to another.
type bundle struct {
	from, to int
	rows     []graph.SourceID
}

// bundles gathers the rows between boxes, by customer, the most rows first, and
// counts those inside one.
func (c *chooser) bundles(all []*box, of map[graph.NodeID]int) []bundle {
	rows := map[[2]int][]graph.SourceID{}
	for to, b := range all {
		for _, i := range b.members {
			if c.ctx.Err() != nil {
				return nil
			}
			for row := range c.rowsInto(i) {
				supplier, _ := c.net.Ends(row)
				switch from, ok := of[supplier]; {
				case ok && from == to:
					b.inside++
				case ok:
					rows[[2]int{from, to}] = append(rows[[2]int{from, to}], row)
				}
			}
		}
	}
	var list []bundle
	for ends, between := range rows {
		list = append(list, bundle{ends[0], ends[1], between})
	}
	slices.SortFunc(list, func(a, b bundle) int {
		return cmp.Or(cmp.Compare(a.to, b.to), -cmp.Compare(len(a.rows), len(b.rows)), cmp.Compare(a.from, b.from))
	})
	return list
}

// bundleWeight says whether any of the rows has lost something.
func (c *chooser) bundleWeight(b bundle) weight {
	if c.count(b.rows, Delivers) < len(b.rows) {
		return lost
	}
	return plainly
}

// bundleEdge is what is true of every row of the bundle; the label counts the
// rows, and those that are lost.
func (c *chooser) bundleEdge(b bundle) Edge {
	e := Edge{Need: -1, Fate: Dead, Cut: true, Alternate: true, Minor: true, Unsure: true}
	for _, row := range b.rows {
		e.Fate = min(e.Fate, c.fate(row))
		e.Cut = e.Cut && c.rows[row] == Dead
		e.Alternate = e.Alternate && alternate(c.net.Source(row))
		e.Minor = e.Minor && c.net.NeedLevel(c.net.NeedOf(row)) != graph.Critical
		e.Unsure = e.Unsure && !c.net.Sure(row)
	}
	e.Tooltip = []string{words.Count(len(b.rows), "row")}
	if len(b.rows) > 1 {
		e.Label = words.Thousands(len(b.rows))
	}
	if lost := len(b.rows) - c.count(b.rows, Lessened); lost > 0 && lost < len(b.rows) {
		e.Label += ", " + words.Thousands(lost) + " lost"
		e.Tooltip = append(e.Tooltip, words.Thousands(lost)+" lost")
	}
	return e
}
