package cutset

import (
	"context"
	"iter"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// Find finds the minimal cut sets of a product of up to Options.Order groups. When its
// context ends, memory runs out or there are as many as were asked for, it returns what it has by
// then, and says so in Sets.Err. Its only error is that of ctx before it has begun.
func Find(ctx context.Context, ix *index.Index, product graph.NodeID, o Options) (*Sets, error) {
	s, err := New(ctx, ix, product, o)
	if err != nil {
		return nil, err
	}
	for range s.Search(ctx) {
	}
	return s, nil
}

// New prepares what Find does at once: its sets are found by Search. Its only error is that of ctx.
func New(ctx context.Context, ix *index.Index, product graph.NodeID, o Options) (*Sets, error) {
	groups, err := o.groups(ctx, ix.Net)
	if err != nil {
		return nil, err
	}
	o.Groups, o.Products = groups, func(i graph.NodeID) bool { return i == product }
	if o.Order >= groups.Len() {
		o.Order = 0
	}
	return &Sets{Groups: groups, ix: ix, product: product, options: o}, nil
}

// Search finds the cut sets, once, and yields each order as soon as all its sets are here, to be read by
// Of. Where it ends early the last one is that of which only some have been found.
//
// Order 1 is found by a sweep (see FindSingles). Single points are in no other minimal set, so
// that what may be lost besides them breaks less, often nothing. Larger sets are found order by
// order: see search.
func (s *Sets) Search(ctx context.Context) iter.Seq[int] {
	return func(yield func(int) bool) {
		told := 0
		tell := func(through int) bool {
			for told < through {
				if told++; !yield(told) {
					return false
				}
			}
			return true
		}
		s.begin(ctx)
		x := search{Sets: s, ctx: ctx}
		for tell(s.Order) {
			if x.over() {
				s.Complete = s.Err == nil
				tell(len(s.orders) + 1)
				return
			}
			x.step()
		}
	}
}

// begin finds the single points, and what is left to ask.
func (s *Sets) begin(ctx context.Context) {
	singles, err := FindSingles(ctx, s.ix, s.options)
	if s.singles = singles.Of(s.product); err != nil {
		s.Err = err
		return
	}
	s.Order = 1
	var others []graph.GroupID
	for g := range graph.GroupID(s.Groups.Len()) {
		if _, single := slices.BinarySearch(s.singles, g); !single {
			others = append(others, g)
		}
	}
	upstream, err := newUpstream(ctx, s.options.world(s.ix), s.product, s.Groups, others, s.options.mayFail)
	if err != nil {
		s.Err = err
		return
	}
	s.formula = upstream.formula()
	s.Whole = s.formula.top < 0
}
