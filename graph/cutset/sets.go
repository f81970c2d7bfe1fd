package cutset

import (
	"iter"
	"math/big"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/diagram"
)

// Sets are the minimal cut sets of a product, up to an order. They serve one goroutine.
type Sets struct {
	Groups   *graph.Groups
	Complete bool  // all sets of the orders asked for are here
	Err      error // why not: that of the context, ErrMemory or ErrMany
	Order    int   // all sets of up to so many groups are here, and if not Complete perhaps some of the next order
	Whole    bool  // it is known that there are no larger ones

	ix      *index.Index
	product graph.NodeID
	options Options
	best    *cut.Engine // for Sure

	singles []graph.GroupID
	formula *formula         // of larger sets; nil: the search ended before
	orders  []diagram.Family // of its variables, of order 2, 3 and so on
	counts  []*big.Int       // of sets, likewise
}

// add appends an order.
func (s *Sets) add(f diagram.Family) {
	s.orders = append(s.orders, f)
	s.counts = append(s.counts, f.Count(func(v int32) int { return len(s.formula.groups[v]) }))
}

// kept is what the sets found take, in bytes.
func (s *Sets) kept() int {
	bytes := 0
	for _, f := range s.orders {
		bytes += f.Bytes()
	}
	return bytes
}

// All yields the cut sets by order; those of one order like words in a
// dictionary whose alphabet is how a search upstream from the product, always on
// from where it is if it can and first to what most ask, meets the groups. A set is valid until the next.
func (s *Sets) All() iter.Seq[[]graph.GroupID] {
	return func(yield func([]graph.GroupID) bool) {
		for order := range len(s.orders) + 1 {
			for set := range s.Of(order + 1) {
				if !yield(set) {
					return
				}
			}
		}
	}
}

// Of yields the cut sets of one order, as All does.
func (s *Sets) Of(order int) iter.Seq[[]graph.GroupID] {
	return func(yield func([]graph.GroupID) bool) {
		if order == 1 {
			for _, g := range s.singles {
				if !yield([]graph.GroupID{g}) {
					return
				}
			}
			return
		}
		for variables := range s.orders[order-2].All() {
			for set := range s.formula.spelled(variables) {
				if !yield(set) {
					return
				}
			}
		}
	}
}

// Counts says how many cut sets there are of order 1, 2 and so on.
func (s *Sets) Counts() []*big.Int {
	return append([]*big.Int{big.NewInt(int64(len(s.singles)))}, s.counts...)
}

// spelled yields the sets that a set of variables stands for.
func (f *formula) spelled(variables []int32) iter.Seq[[]graph.GroupID] {
	return func(yield func([]graph.GroupID) bool) {
		set := make([]graph.GroupID, len(variables))
		var spell func(at int) bool
		spell = func(at int) bool {
			if at == len(variables) {
				return yield(set)
			}
			for _, set[at] = range f.groups[variables[at]] {
				if !spell(at + 1) {
					return false
				}
			}
			return true
		}
		spell(0)
	}
}
