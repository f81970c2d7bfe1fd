package harden

import (
	"iter"

	"linestop/graph"
)

// spread divides what keeps a product broken among needs, so that the parts of the needs in any
// set of changes that ends the pair add up to 1 or more.
//
// For a node to run, each of its needs that failed has to be met, so each takes an equal part of what the
// node is given. A need that no change is made to asks that of its d dead sources d - t run, where it
// tolerates t dead: so each source is given that part over d - t. Whichever of them
// run, theirs add up to it. Only sources that died before are looked at, so
// that this ends at what is lost, which no change makes run.
type spread struct {
	nodes []graph.NodeID // in the order in which they failed
	place map[graph.NodeID]int
	links [][]link // by place
	given []float64
}

// link is a need by which a node failed, and places of sources that died before.
type link struct {
	need    graph.NeedID
	part    float64 // of what the need takes, for each source
	sources []int
}

// newSpread is for the loss that a trial is at. A sparse one follows one need of each node, and as
// few of its sources as it takes: one proof.
func (t *trial) newSpread(faults []fault, sparse bool) *spread {
	s := &spread{
		nodes: t.nodes, place: make(map[graph.NodeID]int, len(t.nodes)),
		links: make([][]link, len(t.nodes)), given: make([]float64, len(t.nodes)),
	}
	for at, i := range t.nodes {
		s.place[i] = at
	}
	for _, f := range faults {
		customer := s.place[t.world.Customer(f.need)]
		if sparse && len(s.links[customer]) > 0 {
			continue
		}
		l := link{need: f.need}
		tolerance := int(t.tolerance(f.need))
		for _, supplier := range f.sources {
			if at := s.place[supplier]; at < customer && !(sparse && len(l.sources) > tolerance) {
				l.sources = append(l.sources, at)
			}
		}
		if n := len(l.sources) - tolerance; n > 0 {
			l.part = 1 / float64(n)
			s.links[customer] = append(s.links[customer], l)
		}
	}
	return s
}

// alone yields the needs without which their customer would run: it has no other that failed before it did.
func (s *spread) alone(yield func(graph.NeedID) bool) {
	for _, links := range s.links {
		if len(links) == 1 && !yield(links[0].need) {
			return
		}
	}
}

// from yields the needs of a broken product's way to the loss, and the part of each.
func (s *spread) from(product graph.NodeID) iter.Seq2[graph.NeedID, float64] {
	return func(yield func(graph.NeedID, float64) bool) {
		first := s.place[product]
		s.given[first] = 1
		for at := first; at >= 0; at-- {
			given := s.given[at] / float64(max(1, len(s.links[at])))
			s.given[at] = 0
			if given == 0 {
				continue
			}
			for _, l := range s.links[at] {
				yield(l.need, given)
				for _, to := range l.sources {
					s.given[to] += given * l.part
				}
			}
		}
	}
}
