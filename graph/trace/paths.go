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

// Paths yields the paths from one node downstream to another that pass no node
// twice, shortest first, those of one length in the order of their node numbers.
// There may be more than can be counted: stop when you have enough. The sequence
// ends early when ctx does. A path costs at most its length times a breadth-first
// search between the two nodes (Yen, Management Science 17, 1971; Lawler,
// Management Science 18, 1972).
func Paths(ctx context.Context, net *graph.Network, from, to graph.NodeID) iter.Seq[Path] {
	return func(yield func(Path) bool) {
		if from == to {
			return
		}
		b := between(ctx, net, from, to)
		waiting := branches{}
		if first, ok := b.best(Path{from}, nil); ok {
			waiting = append(waiting, first)
		}
		for len(waiting) > 0 && ctx.Err() == nil {
			next := heap.Pop(&waiting).(branch)
			if !yield(slices.Clone(next.path)) {
				return
			}
			for _, rest := range b.split(next) {
				heap.Push(&waiting, rest)
			}
		}
	}
}

// branch is a set of paths, and the first of them: those that begin with
// path[:root] and do not go on from there to a banned node.
type branch struct {
	path   Path
	root   int
	banned []graph.NodeID
}

// subgraph has the nodes on the ways from one node to another, with the
// customers of each, sorted and each once.
type subgraph struct {
	ctx  context.Context
	to   graph.NodeID
	next map[graph.NodeID][]graph.NodeID
}

func between(ctx context.Context, net *graph.Network, from, to graph.NodeID) subgraph {
	after := distances(ctx, net.NumNodes(), from, customers(net))
	before := distances(ctx, net.NumNodes(), to, suppliers(net))
	next := map[graph.NodeID][]graph.NodeID{}
	for i := range graph.Each(ctx, graph.NodeID(net.NumNodes())) {
		if after[i] < 0 || before[i] < 0 {
			continue
		}
		var list []graph.NodeID
		customers(net)(i, func(j graph.NodeID) {
			if before[j] >= 0 {
				list = append(list, j)
			}
		})
		slices.Sort(list)
		next[i] = slices.Compact(list)
	}
	return subgraph{ctx: ctx, to: to, next: next}
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
			if _, seen := parent[j]; seen || i == spur && slices.Contains(banned, j) {
				continue
			}
			parent[j] = i
			if j == g.to {
				return branch{slices.Concat(root, walk(parent, spur, j)), len(root), banned}, true
			}
			queue = append(queue, j)
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
