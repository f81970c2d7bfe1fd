package cutset

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/sweep"
)

// Singles are the single points of failure of every product: the groups whose
// loss alone breaks it.
type Singles struct {
	groups *graph.Groups
	swept  []graph.GroupID
	spans  map[graph.NodeID][]span          // by product: the groups, as they were swept, that break it or hold it
	own    map[graph.NodeID][]graph.GroupID // by product: those that hold it and do not break it otherwise
}

// span is a range of steps of a sweep.
type span struct{ first, end int }

// FindSingles sweeps all groups once. That is near-linear in production networks,
// also where the products have more single points of failure than could be
// listed: see sweep.Each. The only error is that of ctx; what had been found by then is true.
func FindSingles(ctx context.Context, ix *index.Index, o Options) (*Singles, error) {
	groups, err := o.groups(ctx, ix.Net)
	if err != nil {
		return nil, err
	}
	o.Groups = groups
	products := o.Products
	if products == nil {
		products = ix.Net.IsProduct
	}
	s := &Singles{groups: groups, spans: map[graph.NodeID][]span{}, own: map[graph.NodeID][]graph.GroupID{}}
	w := o.world(ix)
	var broken []since // products, in the order of the sweep
	alone := itself{w: w, engine: cut.NewEngine(w), failed: index.NewMarks(w.Nodes())}
	close := func(kept int) {
		for len(broken) > 0 && broken[len(broken)-1].place >= kept {
			b := broken[len(broken)-1]
			broken = broken[:len(broken)-1]
			s.spans[b.product] = append(s.spans[b.product], span{b.step, len(s.swept)})
		}
	}
	for swept := range sweep.Each(ctx, w, groups, o.MayFail) {
		close(swept.Kept)
		for place := swept.Kept; place < len(swept.Broken); place++ {
			if i := swept.Broken[place]; products(i) {
				broken = append(broken, since{i, place, len(s.swept)})
			}
		}
		alone.follow(swept)
		for _, i := range groups.Nodes(swept.Group) {
			if products(i) && o.mayFail(i) && !alone.breaks(ctx, i, swept.Group, o) {
				s.own[i] = append(s.own[i], swept.Group)
			}
		}
		s.swept = append(s.swept, swept.Group)
		if o.Progress != nil {
			o.Progress(int64(len(s.swept)), int64(groups.Len()))
		}
	}
	close(0)
	return s, ctx.Err()
}

// since says that a product is broken from a step on, and where on the list of
// what is broken it stands.
type since struct {
	product     graph.NodeID
	place, step int
}

// Of lists the single points of failure of a product, rising.
func (s *Singles) Of(product graph.NodeID) []graph.GroupID {
	var list []graph.GroupID
	for _, span := range s.spans[product] {
		list = append(list, s.swept[span.first:span.end]...)
	}
	list = slices.DeleteFunc(list, func(g graph.GroupID) bool { return slices.Contains(s.own[product], g) })
	slices.Sort(list)
	return list
}

// Count is how many single points of failure a product has, without listing them.
func (s *Singles) Count(product graph.NodeID) int {
	n := -len(s.own[product])
	for _, span := range s.spans[product] {
		n += span.end - span.first
	}
	return n
}

// Spread says of each group for how many products it is a single point of failure.
func (s *Singles) Spread() []int {
	steps := make([]int, len(s.swept)+1) // how many more than at the step before
	for _, spans := range s.spans {
		for _, span := range spans {
			steps[span.first]++
			steps[span.end]--
		}
	}
	spread := make([]int, s.groups.Len())
	n := 0
	for step, g := range s.swept {
		n += steps[step]
		spread[g] = n
	}
	for _, own := range s.own {
		for _, g := range own {
			spread[g]--
		}
	}
	return spread
}
