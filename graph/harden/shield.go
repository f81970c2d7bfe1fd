package harden

import (
	"cmp"
	"slices"

	"linestop/graph"
	"linestop/internal/mincut"
)

// shield finds what shields products from a loss. Breaking spreads from what is lost
// to a product along needs; to part the two, needs have to be changed, and the cheapest such
// set is a minimum cut. A need of several sources is taken to spread it from each
// that is dead, though it takes all of them: that may cost more than it has to, never too little.
type shield struct {
	t      *Task
	graph  mincut.Graph
	vertex map[graph.NodeID]int32
	gates  []gate
}

// gate is a need in the graph: an edge between two vertices, and the candidates that close it.
type gate struct {
	in, out int32
	with    []int
}

const source, sink = 0, 1

// shield is for a loss and its wreck. Where least is set the graph has only what
// spreads by itself, each need at its cheapest: no set of changes shields for less.
func (w *wreck) shield(l loss, least bool) *shield {
	t := w.Task
	s := &shield{t: t, vertex: map[graph.NodeID]int32{}}
	s.graph.Vertex()
	s.graph.Vertex()
	for _, f := range w.faults {
		if least && t.world.Tolerance(f.need) > 0 {
			continue
		}
		g := gate{in: s.graph.Vertex(), out: s.graph.Vertex()}
		var cost float64
		if least {
			cost = t.cheapest(f.need)
		} else {
			g.with, cost = t.closing(f, w.trial)
		}
		s.graph.Edge(g.in, g.out, cost)
		s.gates = append(s.gates, g)
		s.graph.Edge(g.out, s.of(f.customer, l), mincut.Endless)
		for _, supplier := range f.sources {
			s.graph.Edge(s.of(supplier, l), g.in, mincut.Endless)
		}
	}
	return s
}

// of is the vertex of a node. Lost nodes are beyond saving.
func (s *shield) of(i graph.NodeID, l loss) int32 {
	v, known := s.vertex[i]
	if !known {
		v = s.graph.Vertex()
		s.vertex[i] = v
		if _, lost := slices.BinarySearch(l.nodes, i); lost {
			s.graph.Edge(source, v, mincut.Endless)
		}
	}
	return v
}

// cost is what it takes to shield a product; above limit, if it costs more.
func (s *shield) cost(product graph.NodeID, limit float64) float64 {
	v, broken := s.vertex[product]
	if !broken {
		return 0
	}
	return s.graph.Cost(source, v, limit)
}

// several says whether a cheapest shield of a product takes several changes and costs no more than a limit.
func (s *shield) several(product graph.NodeID, limit float64) bool {
	v, broken := s.vertex[product]
	if !broken || s.graph.Cost(source, v, limit) > limit {
		return false
	}
	near := s.graph.Near(source)
	return len(s.closed(func(g gate) bool { return near(g.in) && !near(g.out) })) > 1
}

// sets yields the cheapest sets that shield all of the products, or nothing if that
// is above limit: the one nearest to the loss, and the one nearest to the products.
func (s *shield) sets(products []graph.NodeID, limit float64, yield func(set []int)) {
	for _, p := range products {
		if v, broken := s.vertex[p]; broken {
			s.graph.Edge(v, sink, mincut.Endless)
		}
	}
	s.between(sink, limit, yield)
}

// setsFor is sets for one product. It must be asked before sets is.
func (s *shield) setsFor(product graph.NodeID, limit float64, yield func(set []int)) {
	if v, broken := s.vertex[product]; broken {
		s.between(v, limit, yield)
	}
}

func (s *shield) between(end int32, limit float64, yield func(set []int)) {
	if cost := s.graph.Cost(source, end, limit); cost == 0 || cost > limit {
		return
	}
	near := s.graph.Near(source)
	yield(s.closed(func(g gate) bool { return near(g.in) && !near(g.out) }))
	far := s.graph.Far(end)
	yield(s.closed(func(g gate) bool { return !far(g.in) && far(g.out) }))
}

// closed lists the candidates of the gates that a cut goes through, rising.
func (s *shield) closed(cut func(gate) bool) []int {
	var set []int
	for _, g := range s.gates {
		if cut(g) {
			set = append(set, g.with...)
		}
	}
	slices.Sort(set)
	return set
}

// closing are the cheapest candidates that together meet a need again, and what they
// cost; Endless if there are none.
func (t *Task) closing(f fault, in *trial) ([]int, float64) {
	var able []int
	for _, n := range t.at[f.need] {
		c := t.Candidates[n]
		if !slices.Contains(in.taken[f.need], c) && (c.Supplier == graph.None || !in.failed.Has(c.Supplier)) {
			able = append(able, n)
		}
	}
	if len(able) < f.missing {
		return nil, mincut.Endless
	}
	slices.SortStableFunc(able, func(a, b int) int { return cmp.Compare(t.Candidates[a].Cost, t.Candidates[b].Cost) })
	sum := 0.0
	for _, n := range able[:f.missing] {
		sum += t.Candidates[n].Cost
	}
	return able[:f.missing], sum
}

// cheapest is the least that a change to need k costs.
func (t *Task) cheapest(k graph.NeedID) float64 {
	least := mincut.Endless
	for _, n := range t.at[k] {
		least = min(least, t.Candidates[n].Cost)
	}
	return least
}
