package rank

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/sweep"
)

// pairSearch is what the goroutines of a search for pairs share.
type pairSearch struct {
	Options
	ix       *index.Index
	ranking  *Ranking
	breakers *breakers
	place    []int32 // by group: its row, -1 if it has none
	done     []bool  // by row: all its pairs with later ones were looked at

	joining sync.Mutex
	pairers []*pairer
}

func newPairSearch(ctx context.Context, ix *index.Index, r *Ranking, o Options) *pairSearch {
	s := &pairSearch{
		Options: o, ix: ix, ranking: r, breakers: newBreakers(ctx, ix.Worst, o),
		place: slices.Repeat([]int32{-1}, o.Groups.Len()), done: make([]bool, len(r.Rows)),
	}
	for n, row := range r.Rows {
		s.place[row.Group] = int32(n)
	}
	return s
}

// found is a pair of rows, a before b, and what breaks by both losses only.
type found struct {
	a, b int32
	only Count
}

// first sorts pairs, those first that break more by both losses only, and keeps Top of them.
func (s *pairSearch) first(pairs []found) []found {
	slices.SortFunc(pairs, func(x, y found) int {
		nodes, products := cmp.Compare(y.only.Nodes, x.only.Nodes), cmp.Compare(y.only.Products, x.only.Products)
		if s.ranking.by == ByBroken {
			nodes, products = products, nodes
		}
		return cmp.Or(products, nodes, cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return pairs[:min(s.Top, len(pairs))]
}

// pairer is what one goroutine has.
type pairer struct {
	*pairSearch
	trail *sweep.Trail
	asked []int32 // by node: the row, counted from 1, for which it was last looked up who breaks it
	tried []int32 // by group: the row, counted from 1, with which it was last tried
	best  []found // those that come first among them, and some more
	found int64
}

// join is a further goroutine.
func (s *pairSearch) join() *pairer {
	p := &pairer{pairSearch: s, trail: sweep.NewTrail(s.ix.Worst), asked: make([]int32, s.ix.Net.NumNodes()), tried: make([]int32, s.Groups.Len())}
	s.joining.Lock()
	defer s.joining.Unlock()
	s.pairers = append(s.pairers, p)
	return p
}

// pairsOf finds the pairs of row n with those behind it.
func pairsOf(ctx context.Context, p *pairer, n int) (struct{}, error) {
	defer p.trail.Back(p.trail.Here())
	for i := range p.lost(p.ranking.Rows[n].Group) {
		p.trail.Cut(i)
	}
	hurt := p.trail.Lost() // stays as it is while more is lost and taken back
	for _, k := range hurt {
		if p.trail.Failed(p.ix.Worst.Customer(k)) {
			continue
		}
		for source := range p.ix.Worst.Suppliers(k) {
			if p.asked[source] == int32(n+1) || p.trail.Failed(source) {
				continue
			}
			p.asked[source] = int32(n + 1)
			for _, span := range p.breakers.of(source) {
				for _, g := range p.breakers.group[span.first:span.end] {
					if ctx.Err() != nil {
						return struct{}{}, ctx.Err()
					}
					if p.place[g] > int32(n) && p.tried[g] != int32(n+1) {
						p.tried[g] = int32(n + 1)
						p.try(n, g)
					}
				}
			}
		}
	}
	p.done[n] = true
	return struct{}{}, nil
}

// try loses a group on top of row n.
func (p *pairer) try(n int, g graph.GroupID) {
	from := p.trail.Here()
	before := len(p.trail.Nodes())
	for i := range p.lost(g) {
		p.trail.Cut(i)
	}
	var only Count
	for _, i := range p.trail.Nodes()[before:] {
		if !p.breakers.breaks(g, i) {
			only.add(p.ix.Net, i)
		}
	}
	p.trail.Back(from)
	if only.Nodes == 0 {
		return
	}
	p.found++
	p.best = append(p.best, found{int32(n), p.place[g], only})
	if (len(p.best)-1_000)/2 >= p.Top {
		p.best = p.first(p.best)
	}
}
