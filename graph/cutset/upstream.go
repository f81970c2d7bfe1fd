package cutset

import (
	"context"
	"fmt"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/scc"
)

// upstream is the part of a network that can break a product by the loss of
// certain groups. Its nodes are numbered anew, the product is 0.
type upstream struct {
	nodes  []graph.NodeID
	groups [][]graph.GroupID // by node: those that hold it
	forced [][]int32         // by node: suppliers that break it alone
	joint  [][]quorum        // by node: suppliers that break it together
}

// newUpstream follows the rows from the product to whatever can break. It is
// empty if the product cannot.
func newUpstream(ctx context.Context, w *index.World, product graph.NodeID, all *graph.Groups, lost []graph.GroupID, may func(graph.NodeID) bool) (*upstream, error) {
	holding := map[graph.NodeID][]graph.GroupID{}
	var nodes []graph.NodeID
	for _, g := range lost {
		for _, i := range all.Nodes(g) {
			if i != product && may(i) {
				holding[i] = append(holding[i], g)
				nodes = append(nodes, i)
			}
		}
	}
	engine := cut.NewEngine(w)
	if _, err := engine.Run(ctx, cut.Set{Nodes: nodes}); err != nil {
		return nil, err
	}
	u := &upstream{}
	if !engine.Failed(product) {
		return u, nil
	}
	number := map[graph.NodeID]int32{product: 0}
	u.nodes = append(u.nodes, product)
	for n := 0; n < len(u.nodes); n++ {
		i := u.nodes[n]
		var forced []int32
		var joint []quorum
		for k := range w.NeedsOf(i) {
			var dead []int32
			for supplier := range w.Suppliers(k) {
				if !engine.Failed(supplier) {
					continue
				}
				at, known := number[supplier]
				if !known {
					at = int32(len(u.nodes))
					number[supplier] = at
					u.nodes = append(u.nodes, supplier)
				}
				dead = append(dead, at)
			}
			switch t := int(w.Tolerance(k)); {
			case t == 0:
				forced = append(forced, dead...)
			case len(dead) > t:
				joint = append(joint, quorum{t + 1, dead})
			}
		}
		u.groups = append(u.groups, holding[i])
		u.forced, u.joint = append(u.forced, forced), append(u.joint, joint)
	}
	return u, ctx.Err()
}

// formula gathers nodes into gates. Nodes that break each other are one gate, and
// so are a gate and what breaks nothing but it. Groups that a formula asks at the same gates
// become one variable.
func (u *upstream) formula() *formula {
	if len(u.nodes) == 0 {
		return &formula{top: -1}
	}
	home, gates := u.homes()
	f := &formula{gates: make([]gate, gates)}
	asked := map[graph.GroupID][]int32{} // by group: gates
	var groups []graph.GroupID
	for n := range u.nodes {
		at := home[n]
		g := &f.gates[at]
		for _, group := range u.groups[n] {
			if asked[group] == nil {
				groups = append(groups, group)
			}
			asked[group] = append(asked[group], at)
		}
		for _, s := range u.forced[n] {
			if home[s] != at {
				g.gates = append(g.gates, home[s])
			}
		}
		for _, q := range u.joint[n] {
			to := make([]int32, len(q.gates))
			for x, s := range q.gates {
				to[x] = home[s]
			}
			g.quorums = append(g.quorums, quorum{q.dead, to})
		}
	}
	same := map[string]int32{} // by gates: variable
	for _, group := range groups {
		at := asked[group]
		slices.Sort(at)
		at = slices.Compact(at)
		key := fmt.Sprint(at)
		v, ok := same[key]
		if !ok {
			v = int32(len(f.groups))
			same[key] = v
			f.groups = append(f.groups, nil)
			for _, g := range at {
				f.gates[g].variables = append(f.gates[g].variables, v)
			}
		}
		f.groups[v] = append(f.groups[v], group)
	}
	f.top = home[0]
	f.arrange()
	return f
}

// homes gives each node its gate, and says how many gates there are.
func (u *upstream) homes() (home []int32, gates int32) {
	c := scc.Find(len(u.nodes), func(i int32) int { return len(u.forced[i]) }, func(i int32, x int) int32 { return u.forced[i][x] })
	const open, own = -1, -2
	place := slices.Repeat([]int32{open}, len(c.Sizes)) // by component: the gate of all that it breaks alone
	place[c.Rank[0]] = own
	for _, list := range u.joint {
		for _, q := range list {
			for _, s := range q.gates {
				place[c.Rank[s]] = own
			}
		}
	}
	members := make([][]int32, len(c.Sizes))
	for n, r := range c.Rank {
		members[r] = append(members[r], int32(n))
	}
	for r := range members { // customers first
		if place[r] < 0 {
			place[r] = gates
			gates++
		}
		for _, n := range members[r] {
			for _, s := range u.forced[n] {
				switch to := &place[c.Rank[s]]; *to {
				case open:
					*to = place[r]
				case own, place[r]:
				default:
					if c.Rank[s] != int32(r) {
						*to = own
					}
				}
			}
		}
	}
	home = make([]int32, len(u.nodes))
	for n, r := range c.Rank {
		home[n] = place[r]
	}
	return home, gates
}
