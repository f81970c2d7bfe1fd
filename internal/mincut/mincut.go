// Package mincut finds the cheapest edges whose removal parts one vertex of a
// directed graph from another: as much as can flow between them (Ford and
// Fulkerson, Canadian J. Mathematics 8, 1956).
package mincut

import "math"

// Graph is a directed graph with capacities. The zero Graph is empty.
type Graph struct {
	first   []int32 // by vertex: its first arc, -1 = none
	arcs    []arc   // an edge and, beside it, the way back: numbers 2n and 2n+1
	changed []int32 // arcs by which something flows, some more than once

	seen  []int32 // by vertex: the last search that met it
	from  []int32 // by vertex: the arc that this came by
	round int32   // number of the search
	todo  []int32

	Steps int // how many vertices searches have met: what they cost
}

type arc struct {
	to, next   int32
	full, left float64
}

// Endless is the capacity of an edge that must not be cut.
var Endless = math.Inf(1)

// Vertex adds a vertex and returns its number.
func (g *Graph) Vertex() int32 {
	g.first, g.seen, g.from = append(g.first, -1), append(g.seen, 0), append(g.from, 0)
	return int32(len(g.first) - 1)
}

// Edge adds an edge.
func (g *Graph) Edge(from, to int32, capacity float64) {
	g.arc(from, to, capacity)
	g.arc(to, from, 0)
}

func (g *Graph) arc(from, to int32, capacity float64) {
	g.arcs = append(g.arcs, arc{to, g.first[from], capacity, capacity})
	g.first[from] = int32(len(g.arcs) - 1)
}

// quick is how many paths are filled as they are found. Few edges cost so little that there are
// more, and then the shortest are filled, of which there are not too many (Edmonds and Karp,
// J. ACM 19, 1972).
const quick = 64

// Cost is what a cheapest cut between two vertices costs; if that is above limit, some
// value above it.
func (g *Graph) Cost(source, sink int32, limit float64) float64 {
	for _, a := range g.changed {
		g.arcs[a].left = g.arcs[a].full
	}
	g.changed = g.changed[:0]
	cost := 0.0
	for paths := 0; cost <= limit && g.search(source, sink, 0, paths < quick); paths++ {
		least := Endless
		for v := sink; v != source; v = g.arcs[g.from[v]^1].to {
			least = min(least, g.arcs[g.from[v]].left)
		}
		if least == Endless {
			return Endless
		}
		for v := sink; v != source; v = g.arcs[g.from[v]^1].to {
			g.arcs[g.from[v]].left -= least
			g.arcs[g.from[v]^1].left += least
			g.changed = append(g.changed, g.from[v], g.from[v]^1)
		}
		cost += least
	}
	return cost
}

// Near says which vertices are on the source's side of the cheapest cut nearest to the
// source, and Far which are on the sink's side of the one nearest to the sink, once Cost has
// found one. What they return is valid until the next call.
func (g *Graph) Near(source int32) func(v int32) bool {
	g.search(source, nowhere, 0, true)
	return g.met
}

// Far: see Near.
func (g *Graph) Far(sink int32) func(v int32) bool {
	g.search(sink, nowhere, 1, true)
	return g.met
}

func (g *Graph) met(v int32) bool { return g.seen[v] == g.round }

const nowhere int32 = -1

// search goes from a vertex along arcs with something left until it meets another, the last met first or
// last; with against = 1 along those arcs backwards.
func (g *Graph) search(start, end, against int32, deep bool) bool {
	g.round++
	g.seen[start] = g.round
	g.todo = append(g.todo[:0], start)
	for next := 0; next < len(g.todo); {
		v := g.todo[next]
		if deep {
			v = g.todo[len(g.todo)-1]
			g.todo = g.todo[:len(g.todo)-1]
		} else {
			next++
		}
		for a := g.first[v]; a >= 0; a = g.arcs[a].next {
			if to := g.arcs[a].to; g.seen[to] != g.round && g.arcs[a^against].left > 0 {
				g.seen[to], g.from[to] = g.round, a
				g.Steps++
				if to == end {
					return true
				}
				g.todo = append(g.todo, to)
			}
		}
	}
	return false
}
