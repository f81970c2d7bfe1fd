package cut

import (
	"context"
	"iter"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/scc"
)

// Swept is what the loss of one group breaks.
type Swept struct {
	Group  graph.GroupID
	Broken []graph.NodeID // in no particular order, the nodes of the group included
	Kept   int            // the first so many are those of the step before: sums over them need no new count
}

// Sweep loses each group alone and yields what that breaks in one world, in an
// order that only the network decides. Of a group only the nodes that may fail are lost;
// a nil may stands for all. Broken is valid until the next step. It ends early with ctx.
//
// Where s is the only source of a need of c, all that breaks with c breaks with
// s. So the components of the rows without which a need fails are hung each
// under one of their customers, groups under one of their nodes, and that forest is
// walked depth first: a step breaks only what its place above has not broken, and
// takes it back afterwards. In SAT solvers this is tree-based lookahead (Heule, Järvisalo and Biere,
// CPAIOR 2013). The cost is that of what is new at each place: near-linear in
// production networks, O(groups × rows) at worst.
func Sweep(ctx context.Context, w *index.World, groups *graph.Groups, may func(graph.NodeID) bool) iter.Seq[Swept] {
	return func(yield func(Swept) bool) {
		f := newForest(ctx, w, groups, may)
		t := newTrail(w)
		kept := 0
		lose := func(g graph.GroupID) bool {
			m := t.here()
			kept = min(kept, m.nodes)
			for _, i := range groups.Nodes(g) {
				if may == nil || may(i) {
					t.cut(i)
				}
			}
			ok := yield(Swept{g, t.nodes, kept})
			t.back(m)
			kept = m.nodes
			return ok && ctx.Err() == nil
		}
		// A place on the stack is entered, or left if it is there a second time.
		type visit struct {
			place int32
			from  mark // to go back to
			open  bool
		}
		stack := []visit{{place: f.root()}}
		for len(stack) > 0 {
			if ctx.Err() != nil {
				return
			}
			v := &stack[len(stack)-1]
			if v.open {
				t.back(v.from)
				kept = min(kept, v.from.nodes)
				stack = stack[:len(stack)-1]
				continue
			}
			v.open, v.from = true, t.here()
			if v.place != f.root() {
				t.cut(f.node[v.place])
			}
			for _, g := range f.groups.of(v.place) {
				if !lose(graph.GroupID(g)) {
					return
				}
			}
			for _, child := range f.below.of(v.place) {
				stack = append(stack, visit{place: child})
			}
		}
	}
}

// forest is where groups are swept. Its places are components, which break as
// one, by rank, and behind the last one the root, where nothing is broken.
type forest struct {
	node   []graph.NodeID // by place: one that breaks all of it
	below  filed          // by place: places that break it, of those from which a group is reached
	groups filed          // by place: groups that break it
}

func (f *forest) root() int32 { return int32(len(f.node)) }

func newForest(ctx context.Context, w *index.World, groups *graph.Groups, may func(graph.NodeID) bool) *forest {
	c := components(w)
	f := &forest{node: make([]graph.NodeID, len(c.Sizes))}
	under := make([]int32, len(c.Sizes)) // by place: the place that it is hung under
	members := file(len(c.Sizes), c.Rank)
	depth := make([]int32, len(c.Sizes)+1) // by place: how many nodes are known to break there
	for r := f.root() - 1; r >= 0; r-- {   // customers first
		under[r] = f.root()
		for _, i := range members.of(r) {
			f.node[r] = graph.NodeID(i)
			needs, customers := w.Out(graph.NodeID(i))
			for n, customer := range customers {
				if to := c.Rank[customer]; to != r && w.Tolerance(needs[n]) == 0 && depth[to] > depth[under[r]] {
					under[r] = to
				}
			}
		}
		depth[r] = c.Sizes[r] + depth[under[r]]
	}
	at := make([]int32, groups.Len())
	wanted := make([]bool, len(under)+1)
	for g := range graph.Each(ctx, groups.Len()) {
		at[g] = f.root()
		for _, i := range groups.Nodes(graph.GroupID(g)) {
			if r := c.Rank[i]; depth[r] > depth[at[g]] && (may == nil || may(i)) {
				at[g] = r
			}
		}
		wanted[at[g]] = true
	}
	for r, up := range under {
		wanted[up] = wanted[up] || wanted[r]
		if !wanted[r] {
			under[r] = -1
		}
	}
	f.below, f.groups = file(len(under)+1, under), file(len(under)+1, at)
	return f
}

// components are those over rows of needs that tolerate no death.
func components(w *index.World) scc.Components {
	return scc.Find(w.Nodes(),
		func(i int32) int {
			needs, _ := w.Out(graph.NodeID(i))
			return len(needs)
		},
		func(i int32, row int) int32 {
			needs, customers := w.Out(graph.NodeID(i))
			if w.Tolerance(needs[row]) != 0 {
				return -1
			}
			return int32(customers[row])
		})
}

// filed are numbers under places.
type filed struct{ first, items []int32 }

func (f filed) of(place int32) []int32 { return f.items[f.first[place]:f.first[place+1]] }

// file puts each number under its place, below 0 nowhere: a counting sort.
func file(places int, place []int32) filed {
	f := filed{first: make([]int32, places+2)}
	for _, p := range place {
		if p >= 0 {
			f.first[p+2]++
		}
	}
	for p := range places + 1 {
		f.first[p+1] += f.first[p]
	}
	f.items = make([]int32, f.first[places+1])
	for item, p := range place {
		if p >= 0 {
			f.items[f.first[p+1]] = int32(item)
			f.first[p+1]++
		}
	}
	return f
}
