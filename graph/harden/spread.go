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
	*trial
	links [][]link // by place
	given []float64
}

// link is a need by which a node failed, and places of sources that died before.
type link struct {
	need    graph.NeedID
	part    float64 // of what the need takes, for each source
	sources []int32
}

func (w *wreck) spread() *spread {
	s := &spread{trial: w.trial, links: make([][]link, len(w.nodes)), given: make([]float64, len(w.nodes))}
	for at := range w.nodes {
		for _, f := range w.of(at) {
			l := link{need: f.need}
			tolerance := len(f.sources) - f.beyond
			for _, supplier := range f.sources {
				if from := w.place[supplier]; int(from) < at {
					l.sources = append(l.sources, from)
				}
			}
			if n := len(l.sources) - tolerance; n > 0 {
				l.part = 1 / float64(n)
				s.links[at] = append(s.links[at], l)
			}
		}
	}
	return s
}

// from yields the needs of a broken product's way to the loss, and the part of each.
func (s *spread) from(product graph.NodeID) iter.Seq2[graph.NeedID, float64] {
	s.given[s.place[product]] = 1
	return s.down(int(s.place[product]))
}

// all yields the needs of all ways, and the weights of the products times their parts, summed.
func (s *spread) all(products []graph.NodeID) iter.Seq2[graph.NeedID, float64] {
	for _, p := range products {
		s.given[s.place[p]] = s.options.Weight(p)
	}
	return s.down(len(s.links) - 1)
}

// down hands on what is given to places, from one on down.
func (s *spread) down(from int) iter.Seq2[graph.NeedID, float64] {
	return func(yield func(graph.NeedID, float64) bool) {
		for at := from; at >= 0; at-- {
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
