package draw

import (
	"fmt"
	"slices"

	"linestop/graph"
)

// frames puts nodes into clusters.
type frames struct {
	clusters []Cluster
	cluster  map[graph.NodeID]int
}

func (f *frames) of(i graph.NodeID) int {
	if n, ok := f.cluster[i]; ok {
		return n
	}
	return -1
}

// frames makes a cluster of each group that holds at least two of the nodes shown.
func (c *chooser) frames() *frames {
	f := &frames{cluster: map[graph.NodeID]int{}}
	switch c.Cluster {
	case ByParent:
		c.parentFrames(f)
	case ByCountry, ByTier:
		c.plainFrames(f)
	}
	return f
}

func (c *chooser) plainFrames(f *frames) {
	size := map[string]int{}
	for _, i := range c.all() {
		size[c.groupName(i, c.Cluster)]++
	}
	at := map[string]int{}
	for _, i := range c.all() {
		name := c.groupName(i, c.Cluster)
		if name == "" || size[name] < 2 {
			continue
		}
		if _, ok := at[name]; !ok {
			at[name] = len(f.clusters)
			f.clusters = append(f.clusters, Cluster{Name: name, Parent: -1})
		}
		f.cluster[i] = at[name]
	}
}

// groupName is what the frame or box around node i is called, empty for none.
func (c *chooser) groupName(i graph.NodeID, by Grouping) string {
	switch by {
	case ByCountry:
		return c.net.Country(i)
	case ByTier:
		return tierName(c.net.Tier(i))
	}
	return c.net.Label(c.outermost(i))
}

func tierName(tier int) string {
	switch tier {
	case -1:
		return "reaches no product"
	case 0:
		return "products"
	}
	return fmt.Sprintf("tier %d", tier)
}

// parentFrames nests a frame for each parent that at least two nodes belong to,
// its own node counted, or that is a point and has no other place.
func (c *chooser) parentFrames(f *frames) {
	holds := map[graph.NodeID]int{}
	for _, i := range c.all() {
		for _, p := range c.parents(i) {
			holds[p]++
		}
	}
	at := map[graph.NodeID]int{}
	for _, i := range c.all() {
		inside := -1
		for _, p := range slices.Backward(c.parents(i)) {
			if holds[p] < 2 && !c.frame(p) {
				continue
			}
			if _, ok := at[p]; !ok {
				at[p] = len(f.clusters)
				f.clusters = append(f.clusters, Cluster{
					Name: c.net.Label(p), Status: c.status[p], Says: c.says(p), Parent: inside,
					Link: firstLink(c.net.Node(p).Evidence),
				})
			}
			inside = at[p]
		}
		if inside >= 0 {
			f.cluster[i] = inside
		}
	}
}

// says is what the frame around what belongs to node p says of its own loss.
func (c *chooser) says(p graph.NodeID) string {
	switch {
	case c.frame(p):
		return c.Points.breaks(p)
	case c.status[p] == Cut:
		return c.status[p].String()
	}
	return ""
}

// maxDepth bounds how far parents are followed: a loop of them, an error of the
// data, has no end.
const maxDepth = 12

// parents lists what node i belongs to, from the inside out, itself included if
// it is a parent.
func (c *chooser) parents(i graph.NodeID) []graph.NodeID {
	var list []graph.NodeID
	if len(c.net.Children(i)) > 0 {
		list = append(list, i)
	}
	for p := c.net.Parent(i); p != graph.None && len(list) < maxDepth && !slices.Contains(list, p); p = c.net.Parent(p) {
		list = append(list, p)
	}
	return list
}

// outermost is the last of node i's parents, or i itself.
func (c *chooser) outermost(i graph.NodeID) graph.NodeID {
	if list := c.parents(i); len(list) > 0 {
		return list[len(list)-1]
	}
	return i
}
