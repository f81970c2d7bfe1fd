package cutset

import (
	"context"
	"errors"
	"iter"
	"math/big"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/diagram"
)

// DefaultMemory is what the diagrams of one question may take, in bytes.
const DefaultMemory = 1 << 30

// Sets are the minimal cut sets of a product, up to an order. They serve one goroutine.
type Sets struct {
	Groups   *graph.Groups
	Complete bool  // all sets of the orders asked for are here
	Err      error // why not: that of the context, or diagram.ErrFull
	Order    int   // all sets of up to so many groups are here; if Whole, the largest order there is
	Whole    bool  // it is known that there are no larger ones

	ix      *index.Index
	product graph.NodeID
	options Options
	best    *cut.Engine // for Sure

	singles []graph.GroupID
	formula *formula // of larger sets
	tried   bool     // to solve it whole
	store   *diagram.Sets
	orders  []diagram.ID // the families of order 2, 3 and so on
}

// Find finds the minimal cut sets of a product of up to Options.Order groups. When its
// context ends or memory runs out it returns those of the orders that are whole
// by then, and says so: its only error is that ctx had ended before it had any.
//
// Order 1 is found by a sweep (see FindSingles). Single points are in no other minimal set, so
// that what may be lost besides them breaks less, often nothing. The rest is solved
// bottom-up in zero-suppressed diagrams that are kept minimal and to the order asked for at each
// step (Minato, DAC 1993; Rauzy, Reliability Engineering and System Safety 40, 1993), order after
// order. Beyond order 4 the whole as a binary decision diagram, if it fits, is the faster way to
// the same sets.
func Find(ctx context.Context, ix *index.Index, product graph.NodeID, o Options) (*Sets, error) {
	groups, err := o.groups(ctx, ix.Net)
	if err != nil {
		return nil, err
	}
	o.Groups, o.Products = groups, func(i graph.NodeID) bool { return i == product }
	singles, err := FindSingles(ctx, ix, o)
	if err != nil {
		return nil, err
	}
	s := &Sets{
		Groups: groups, Order: 1,
		ix: ix, product: product, options: o,
		singles: singles.Of(product), formula: &formula{top: -1},
	}
	var others []graph.GroupID
	for g := range graph.GroupID(groups.Len()) {
		if _, single := slices.BinarySearch(s.singles, g); !single {
			others = append(others, g)
		}
	}
	upstream, err := newUpstream(ctx, o.world(ix), product, groups, others, o.mayFail)
	if err != nil {
		s.Err = err
		return s, nil
	}
	s.formula = upstream.formula()
	s.Whole = s.formula.top < 0
	for order := 2; !s.Whole && s.Err == nil && s.Order != o.Order; {
		if order > stepwise && !s.tried {
			s.solveWhole(ctx, o)
			continue
		}
		s.solve(ctx, order, o.memory())
		order = o.next(order)
	}
	s.Complete = s.Err == nil
	return s, nil
}

// stepwise is the order up to which sets are found order by order before the whole is tried.
const stepwise = 4

// next is the order to go on with: without a limit, twice the one before.
func (o Options) next(order int) int {
	if o.Order == 0 {
		return 2 * order
	}
	return order + 1
}

// solve finds the sets of up to an order.
func (s *Sets) solve(ctx context.Context, order, memory int) {
	store := diagram.NewSets(ctx, memory/diagram.NodeBytes)
	all := s.formula.solve(families{store, order})
	s.keep(store, all, order, !store.Truncated())
}

// solveWhole finds all sets at once, if the function fits into a quarter of the
// memory.
func (s *Sets) solveWhole(ctx context.Context, o Options) {
	s.tried = true
	functions := diagram.NewFunctions(ctx, o.memory()/diagram.NodeBytes/4)
	broken := s.formula.solve(functions)
	if s.Err = functions.Err(); s.Err == nil {
		store := diagram.NewSets(ctx, o.memory()/diagram.NodeBytes/4*3)
		all := functions.Minimal(store, broken)
		s.keep(store, all, o.Order, o.Order == 0 || store.Largest(all) <= o.Order)
	}
	if errors.Is(s.Err, diagram.ErrFull) {
		s.Err = nil // there is still the other way
	}
}

// keep makes a family the answer, unless it is void.
func (s *Sets) keep(store *diagram.Sets, all diagram.ID, order int, whole bool) {
	last := store.Largest(all)
	if !whole {
		last = min(last, order)
	}
	var orders []diagram.ID
	for size := 2; size <= last; size++ {
		orders = append(orders, store.Sized(all, size))
	}
	if s.Err = store.Err(); s.Err != nil {
		return
	}
	s.store, s.orders, s.Order, s.Whole = store, orders, order, whole
	if whole {
		s.Order = max(1, last)
	}
}

// families are an algebra of sets of up to a size.
type families struct {
	*diagram.Sets
	size int
}

func (f families) AtLeast(k int, list []diagram.ID) diagram.ID {
	return f.Sets.AtLeast(k, list, f.size)
}

// All yields the cut sets by order; those of one order like words in a
// dictionary whose alphabet is how a search upstream from the product, always on
// from where it is if it can, meets the groups. A set is valid until the next.
func (s *Sets) All() iter.Seq[[]graph.GroupID] {
	return func(yield func([]graph.GroupID) bool) {
		for _, g := range s.singles {
			if !yield([]graph.GroupID{g}) {
				return
			}
		}
		for _, order := range s.orders {
			for variables := range s.store.All(order) {
				for set := range s.formula.spelled(variables) {
					if !yield(set) {
						return
					}
				}
			}
		}
	}
}

// Counts says how many cut sets there are of order 1, 2 and so on.
func (s *Sets) Counts() []*big.Int {
	counts := []*big.Int{big.NewInt(int64(len(s.singles)))}
	for _, order := range s.orders {
		counts = append(counts, s.store.Count(order, func(v int32) int { return len(s.formula.groups[v]) }))
	}
	return counts
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
