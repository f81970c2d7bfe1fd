package trace

import (
	"cmp"
	"container/heap"
	"iter"
	"slices"

	"linestop/graph"
)

// Path is a way downstream: each node supplies the next.
type Path []graph.NodeID

// Paths yields the paths from one node downstream to another that pass no node
// twice, shortest first, those of one length in the order of their node numbers.
// There may be more than can be counted: stop when you have enough. Each path
// costs at most its length times a breadth-first search of the part of the network between
// the two nodes (Yen, Management Science 17, 1971).
func Paths(net *graph.Network, from, to graph.NodeID) iter.Seq[Path] {
	return func(yield func(Path) bool) {
		if from == to {
			return
		}
		p := pathfinder{to: to, next: between(net, from, to)}
		first := p.shortest(Path{from}, nil)
		if first == nil {
			return
		}
		known := pathSet{}
		known.add(first)
		waiting := pathHeap{first}
		var found []Path
		for len(waiting) > 0 {
			path := heap.Pop(&waiting).(Path)
			if !yield(path) {
				return
			}
			found = append(found, path)
			for spur := range len(path) - 1 {
				root := path[:spur+1]
				if candidate := p.shortest(root, continuations(found, root)); candidate != nil && known.add(candidate) {
					heap.Push(&waiting, candidate)
				}
			}
		}
	}
}

// continuations lists the nodes that follow root in the paths that begin with it.
func continuations(found []Path, root Path) []graph.NodeID {
	var banned []graph.NodeID
	for _, path := range found {
		if len(path) > len(root) && slices.Equal(path[:len(root)], root) {
			banned = append(banned, path[len(root)])
		}
	}
	return banned
}

// between gives each node's customers that lie on a way from from to to, sorted
// and each once.
func between(net *graph.Network, from, to graph.NodeID) map[graph.NodeID][]graph.NodeID {
	after := distances(net.NumNodes(), from, customers(net))
	before := distances(net.NumNodes(), to, suppliers(net))
	next := map[graph.NodeID][]graph.NodeID{}
	for i := range graph.NodeID(net.NumNodes()) {
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
	return next
}

type pathfinder struct {
	to   graph.NodeID
	next map[graph.NodeID][]graph.NodeID
}

// shortest continues root to the end by a shortest way that passes no node of
// root and does not begin with a banned node; of several the least by node
// numbers, because the queue holds each tier in the order of its paths.
func (p pathfinder) shortest(root Path, banned []graph.NodeID) Path {
	spur := root[len(root)-1]
	parent := map[graph.NodeID]graph.NodeID{}
	for _, i := range root {
		parent[i] = graph.None
	}
	for queue := []graph.NodeID{spur}; len(queue) > 0; queue = queue[1:] {
		i := queue[0]
		for _, j := range p.next[i] {
			if _, seen := parent[j]; seen || i == spur && slices.Contains(banned, j) {
				continue
			}
			parent[j] = i
			if j == p.to {
				return slices.Concat(root, walk(parent, spur, j))
			}
			queue = append(queue, j)
		}
	}
	return nil
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

// pathSet remembers paths.
type pathSet map[string]bool

func (s pathSet) add(p Path) bool {
	key := make([]byte, 0, 4*len(p))
	for _, i := range p {
		key = append(key, byte(i), byte(i>>8), byte(i>>16), byte(i>>24))
	}
	if s[string(key)] {
		return false
	}
	s[string(key)] = true
	return true
}

// pathHeap is a heap of paths, the shortest and then least on top.
type pathHeap []Path

func (h pathHeap) Len() int      { return len(h) }
func (h pathHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *pathHeap) Push(x any)   { *h = append(*h, x.(Path)) }

func (h pathHeap) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(len(h[i]), len(h[j])), slices.Compare(h[i], h[j])) < 0
}

func (h *pathHeap) Pop() any {
	last := len(*h) - 1
	path := (*h)[last]
	*h = (*h)[:last]
	return path
}
