package cutset

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// Find finds the minimal cut sets of a product of up to Options.Order groups. When its
// context ends, memory runs out or there are as many as were asked for, it returns what it has by
// then, and says so in Sets.Err. Its only error is that of ctx before it has begun.
//
// Order 1 is found by a sweep (see FindSingles). Single points are in no other minimal set, so
// that what may be lost besides them breaks less, often nothing. Larger sets are found order by
// order: see search.
func Find(ctx context.Context, ix *index.Index, product graph.NodeID, o Options) (*Sets, error) {
	groups, err := o.groups(ctx, ix.Net)
	if err != nil {
		return nil, err
	}
	o.Groups, o.Products = groups, func(i graph.NodeID) bool { return i == product }
	if o.Order >= groups.Len() {
		o.Order = 0
	}
	singles, err := FindSingles(ctx, ix, o)
	s := &Sets{
		Groups: groups, Order: 1,
		ix: ix, product: product, options: o,
		singles: singles.Of(product),
	}
	if err != nil {
		s.Order, s.Err = 0, err
		return s, nil
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
	s.search(ctx, o)
	s.Complete = s.Err == nil
	return s, nil
}
