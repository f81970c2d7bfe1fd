// Package mincut finds the cheapest edges whose removal parts one vertex of a
// directed graph from another: as much as can flow between them (Ford and
// Fulkerson, Canadian J. Mathematics 8, 1956).
package mincut

import "math"

// Graph is a directed graph with capacities. The zero Graph is empty.
type Graph struct {
	first []int32 // by vertex: its first arc, -1 = none
	arcs  []arc   // an edge and, beside it, the way back: numbers 2n and 2n+1
	from  []int32 // by vertex: the arc that a search came by
	queue []int32
}

type arc struct {
	to, next   int32
	full, left float64
}

// Endless is the capacity of an edge that must not be cut.
var Endless = math.Inf(1)

// Vertex adds a vertex and returns its number.
func (g *Graph) Vertex() int32 {
	g.first = append(g.first, -1)
	return int32(len(g.first) - 1)
}

// Edge adds an edge and returns its number.
func (g *Graph) Edge(from, to int32, capacity float64) int32 {
	g.arc(from, to, capacity)
	g.arc(to, from, 0)
	return int32(len(g.arcs) - 2)
}

// Flow is what flows along an edge once Cost has found a cheapest cut. Through any cut flows,
// in its direction, at least what the cheapest one costs.
func (g *Graph) Flow(edge int32) float64 { return max(0, g.arcs[edge].full-g.arcs[edge].left) }

func (g *Graph) arc(from, to int32, capacity float64) {
	g.arcs = append(g.arcs, arc{to, g.first[from], capacity, capacity})
	g.first[from] = int32(len(g.arcs) - 1)
}

// Cost is what a cheapest cut between two vertices costs; if that is above limit, some
// value above it. Each path that is filled is a shortest one (Edmonds and Karp, J. ACM 19, 1972).
func (g *Graph) Cost(source, sink int32, limit float64) float64 {
	for n := range g.arcs {
		g.arcs[n].left = g.arcs[n].full
	}
	cost := 0.0
	for cost <= limit && g.search(source, 0)[sink] >= 0 {
		least := Endless
		for v := sink; v != source; v = g.arcs[g.from[v]^1].to {
			least = min(least, g.arcs[g.from[v]].left)
		}
		for v := sink; v != source; v = g.arcs[g.from[v]^1].to {
			g.arcs[g.from[v]].left -= least
			g.arcs[g.from[v]^1].left += least
		}
		cost += least
		if least == Endless {
			break
		}
	}
	return cost
}

// Near says which vertices are on the source's side of the cheapest cut nearest to the
// source, and Far which are on the sink's side of the one nearest to the sink, once Cost has
// found one. A slice is valid until the next call.
func (g *Graph) Near(source int32) func(v int32) bool { return reached(g.search(source, 0)) }

// Far: see Near.
func (g *Graph) Far(sink int32) func(v int32) bool { return reached(g.search(sink, 1)) }

func reached(from []int32) func(int32) bool { return func(v int32) bool { return from[v] != unseen } }

const unseen, origin = -1, 1<<31 - 1

// search goes from a vertex along arcs with something left; with against = 1 along those
// arcs backwards.
func (g *Graph) search(start int32, against int32) []int32 {
	g.from, g.queue = g.from[:0], append(g.queue[:0], start)
	for range g.first {
		g.from = append(g.from, unseen)
	}
	g.from[start] = origin
	for next := 0; next < len(g.queue); next++ {
		for a := g.first[g.queue[next]]; a >= 0; a = g.arcs[a].next {
			if to := g.arcs[a].to; g.from[to] == unseen && g.arcs[a^against].left > 0 {
				g.from[to] = a
				g.queue = append(g.queue, to)
			}
		}
	}
	return g.from
}
