package graph

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// GroupID numbers the groups of a Groups from 0.
type GroupID int32

// Groups are causes of loss, each of which takes some nodes at once: those of an
// owner, of a country. A node may be in several, or in none.
type Groups struct {
	By    string
	names []string // by group; nil where they have heads
	heads []NodeID // by group; nil where groups are texts
	nodes adjacency[NodeID]
	net   *Network
}

// Groups gathers the nodes
//
//   - by "node": with each all that belongs to it, at any depth, as in a cut
//   - by "parent": the same, without the nodes that have a parent and are none
//   - by a field of Select or a further column: those with the same value; those
//     without one are in no group
//
// in the order of the nodes, or of the values. It is O(members) and ends early with ctx.
func (n *Network) Groups(ctx context.Context, by string) (*Groups, error) {
	g := &Groups{By: by, net: n}
	switch by {
	case "node":
		g.families(ctx, func(NodeID) bool { return true })
	case "parent":
		g.families(ctx, func(i NodeID) bool { return n.Parent(i) == None || len(n.Children(i)) > 0 })
	default:
		of, ok := n.field(identifier(by))
		if !ok {
			names := append(n.fieldNames(nil), "node")
			return nil, fmt.Errorf("cannot group by %q%s", by, instead(by, names, names))
		}
		g.values(ctx, of)
	}
	return g, ctx.Err()
}

func (g *Groups) families(ctx context.Context, head func(NodeID) bool) {
	g.nodes.first = []int32{0}
	for i := range Each(ctx, NodeID(g.net.NumNodes())) {
		if !head(i) {
			continue
		}
		g.heads = append(g.heads, i)
		if len(g.net.Children(i)) == 0 {
			g.nodes.items = append(g.nodes.items, i)
		} else {
			g.nodes.items = append(g.nodes.items, slices.Sorted(g.net.Family(i))...)
		}
		g.nodes.first = append(g.nodes.first, int32(len(g.nodes.items)))
	}
}

func (g *Groups) values(ctx context.Context, of field) {
	values := make([]string, g.net.NumNodes())
	seen := map[string]int{}
	for i := range Each(ctx, NodeID(g.net.NumNodes())) {
		text := ""
		switch v := of.of(i).(type) {
		case float64:
			if !math.IsNaN(v) {
				text = decimal(v)
			}
		default:
			text = fmt.Sprint(v)
		}
		if text != "" {
			values[i] = text
			if _, ok := seen[text]; !ok {
				seen[text] = 0
				g.names = append(g.names, text)
			}
		}
	}
	slices.Sort(g.names)
	for at, name := range g.names {
		seen[name] = at
	}
	g.nodes = newAdjacency(len(g.names), len(values), func(i NodeID) int {
		if values[i] == "" {
			return -1
		}
		return seen[values[i]]
	})
}

// Len is how many groups there are.
func (g *Groups) Len() int { return len(g.nodes.first) - 1 }

// Nodes lists the nodes of a group, rising. The caller must not change the slice.
func (g *Groups) Nodes(id GroupID) []NodeID { return g.nodes.of(int(id)) }

// Head is the node or the parent that a group is named after; None if it is
// named by a value.
func (g *Groups) Head(id GroupID) NodeID {
	if g.heads == nil {
		return None
	}
	return g.heads[id]
}

// Name is the id of the group's head, or the value its nodes have in common.
func (g *Groups) Name(id GroupID) string {
	if g.heads == nil {
		return g.names[id]
	}
	return g.net.ID(g.heads[id])
}
