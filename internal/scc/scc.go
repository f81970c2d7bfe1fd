// Package scc finds the strongly connected components of a directed graph.
package scc

import "slices"

// Components are numbered by rank: an edge leads to a node of its own component, or
// to one of higher rank.
type Components struct {
	Rank  []int32 // by node
	Sizes []int32 // by rank: how many nodes
}

// Find takes the nodes 0 to n-1. Edges of node i are numbered from 0 up to degree(i);
// to says where one leads, below 0 nowhere. O(nodes + edges).
//
// It is Tarjan's algorithm (SIAM J. Computing 1, 1972) with a stack of its own:
// paths may be long.
func Find(n int, degree func(i int32) int, to func(i int32, edge int) int32) Components {
	t := tarjan{
		degree: degree,
		to:     to,
		number: make([]int32, n),
		low:    make([]int32, n),
		next:   make([]int32, n),
		rank:   make([]int32, n),
	}
	for i := range int32(n) {
		if t.number[i] == 0 {
			t.search(i)
		}
	}
	for i := range t.rank {
		t.rank[i] = int32(len(t.sizes)) - t.rank[i]
	}
	slices.Reverse(t.sizes)
	return Components{t.rank, t.sizes}
}

type tarjan struct {
	degree func(i int32) int
	to     func(i int32, edge int) int32

	number, low []int32 // by node, from 1 on in the order of discovery; 0 = not yet
	next        []int32 // by node: its next edge to follow
	rank        []int32 // by node, counted from 1 in the order of completion; 0 = open
	sizes       []int32 // in the order of completion
	path, open  []int32
	entered     int32
}

func (t *tarjan) search(root int32) {
	t.enter(root)
	for len(t.path) > 0 {
		i := t.path[len(t.path)-1]
		if edge := int(t.next[i]); edge < t.degree(i) {
			t.next[i]++
			if j := t.to(i, edge); j >= 0 {
				t.follow(i, j)
			}
			continue
		}
		t.path = t.path[:len(t.path)-1]
		if len(t.path) > 0 {
			above := t.path[len(t.path)-1]
			t.low[above] = min(t.low[above], t.low[i])
		}
		if t.low[i] == t.number[i] {
			t.close(i)
		}
	}
}

func (t *tarjan) enter(i int32) {
	t.entered++
	t.number[i], t.low[i] = t.entered, t.entered
	t.path, t.open = append(t.path, i), append(t.open, i)
}

func (t *tarjan) follow(i, j int32) {
	switch {
	case t.number[j] == 0:
		t.enter(j)
	case t.rank[j] == 0:
		t.low[i] = min(t.low[i], t.number[j])
	}
}

// close ends the component whose first node is i.
func (t *tarjan) close(i int32) {
	t.sizes = append(t.sizes, 0)
	rank := len(t.sizes)
	for {
		last := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		t.rank[last] = int32(rank)
		t.sizes[rank-1]++
		if last == i {
			return
		}
	}
}
