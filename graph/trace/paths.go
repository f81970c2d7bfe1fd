package trace

import (
	"cmp"
	"container/heap"
	"context"
	"iter"
	"slices"

	"linestop/graph"
)

// Path is a way downstream: each node supplies the next.
type Path []graph.NodeID

// Paths yields the paths that lead downstream from one of some nodes to one of
// others, meet none of either in between and pass no node twice; where a node is
// in both sets, the ways from it round to itself are among them. Shortest come
// first, those of one length in the order of their node numbers. There may be
// more than can be counted: stop when you have enough. The sequence ends early when
// ctx does. A path costs at most its length times a breadth-first search between
// the two sets (Yen, Management Science 17, 1971; Lawler, Management Science 18, 1972).
func Paths(ctx context.Context, net *graph.Network, from, to []graph.NodeID) iter.Seq[Path] {
	return func(yield func(Path) bool) {
		b := between(ctx, net, from, to)
		waiting := branches{}
		if first, ok := b.best(Path{outside}, nil); ok {
			waiting = append(waiting, first)
		}
		for len(waiting) > 0 && ctx.Err() == nil {
			next := heap.Pop(&waiting).(branch)
			if !yield(slices.Clone(next.path[1:])) {
				return
			}
			for _, rest := range b.split(next) {
				heap.Push(&waiting, rest)
			}
		}
	}
}

// outside is where every path begins before its first node: it leads to each of
// the nodes from which to start.
const outside = graph.None

// branch is a set of paths, and the first of them: those that begin with
// path[:root] and do not go on from there to a banned node.
type branch struct {
	path   Path
	root   int
	banned []graph.NodeID
}

// subgraph has the nodes on the ways from one set of nodes to another, with the
// customers of each, sorted and each once. No way leads on into the first set.
type subgraph struct {
	ctx  context.Context
	to   map[graph.NodeID]bool
	next map[graph.NodeID][]graph.NodeID
}

func between(ctx context.Context, net *graph.Network, from, to []graph.NodeID) subgraph {
	g := subgraph{ctx: ctx, to: setOf(to), next: map[graph.NodeID][]graph.NodeID{}}
	g.next[outside] = slices.Compact(slices.Sorted(slices.Values(from)))
	begins := setOf(from)
	downstream := customers(net)
	_, after := spread(ctx, net.NumNodes(), from, downstream)
	_, before := spread(ctx, net.NumNodes(), to, suppliers(net))
	for i := range graph.Each(ctx, graph.NodeID(net.NumNodes())) {
		if !after.Has(i) || !before.Has(i) {
			continue
		}
		var list []graph.NodeID
		for _, j := range downstream(i) {
			if before.Has(j) && (g.to[j] || !begins[j]) {
				list = append(list, j)
			}
		}
		slices.Sort(list)
		g.next[i] = slices.Compact(list)
	}
	return g
}

func setOf(list []graph.NodeID) map[graph.NodeID]bool {
	set := make(map[graph.NodeID]bool, len(list))
	for _, i := range list {
		set[i] = true
	}
	return set
}

// split divides a branch without its first path into branches: the paths that
// leave it at each of its nodes.
func (g subgraph) split(b branch) []branch {
	var rest []branch
	for root := b.root; root < len(b.path) && g.ctx.Err() == nil; root++ {
		banned := b.path[root : root+1]
		if root == b.root {
			banned = slices.Concat(b.banned, banned)
		}
		if branch, ok := g.best(b.path[:root], banned); ok {
			rest = append(rest, branch)
		}
	}
	return rest
}

// best finds a shortest path of a branch; of several the least by node numbers,
// because the queue holds each tier in the order of its paths.
func (g subgraph) best(root Path, banned []graph.NodeID) (branch, bool) {
	spur := root[len(root)-1]
	if len(banned) >= len(g.next[spur]) {
		return branch{}, false // each banned node is one of them
	}
	parent := map[graph.NodeID]graph.NodeID{}
	for _, i := range root {
		parent[i] = graph.None
	}
	for queue := []graph.NodeID{spur}; len(queue) > 0 && g.ctx.Err() == nil; queue = queue[1:] {
		i := queue[0]
		for _, j := range g.next[i] {
			if i == spur && slices.Contains(banned, j) {
				continue
			}
			if g.to[j] && i != outside {
				return branch{slices.Concat(root, walk(parent, spur, i), Path{j}), len(root), banned}, true
			}
			if _, seen := parent[j]; !seen {
				parent[j] = i
				queue = append(queue, j)
			}
		}
	}
	return branch{}, false
}

// walk lists the nodes after start up to end.
func walk(parent map[graph.NodeID]graph.NodeID, start, end graph.NodeID) Path {
	var back Path
	for i := end; i != start; i = parent[i] {
		back = append(back, i)
	}
	slices.Reverse(back)
	return back
}

// branches is a heap of them, the one with the shortest and then least path on top.
type branches []branch

func (h branches) Len() int      { return len(h) }
func (h branches) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *branches) Push(x any)   { *h = append(*h, x.(branch)) }

func (h branches) Less(i, j int) bool {
	p, q := h[i].path, h[j].path
	return cmp.Or(cmp.Compare(len(p), len(q)), slices.Compare(p, q)) < 0
}

func (h *branches) Pop() any {
	last := len(*h) - 1
	b := (*h)[last]
	*h = (*h)[:last]
	return b
}
