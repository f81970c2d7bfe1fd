package rank

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/parallel"
)

// Pair is two groups that together break what neither breaks alone.
type Pair struct {
	A, B   Row   // as the ranking has them, A before B
	Only   Count // what breaks by the loss of both, and of neither alone
	Lost   Count // with the groups themselves
	Breaks Count // besides, for some turn of the unsure rows
	Surely Count // for every turn
}

// PairRanking is the pairs that break most by both losses only.
type PairRanking struct {
	Pairs   []Pair // by products or, if the ranking is by nodes, by nodes; then as the ranking has them
	Found   int64  // how many there are, or were found in time
	Through int    // of so many rows of the ranking, from the first on, every pair was looked at
}

// Pairs finds the pairs of a sorted ranking that Run made with the same options.
//
// What breaks by two losses only begins at a need that each of them hurts and neither
// fails. So each row is lost in turn, and on top of it only those groups that break a further
// source of a need it hurts: which these are is known from one sweep (breakers). The cost is
// what all such pairs break beyond the first of them.
//
// The only error is that of ctx; that Options.Time was too short shows in Through.
func Pairs(ctx context.Context, ix *index.Index, r *Ranking, o Options) (*PairRanking, error) {
	o.Groups, o.Top = r.Groups, cmp.Or(o.Top, 20)
	limited, cancel := context.WithCancel(ctx)
	if o.Time > 0 {
		limited, cancel = context.WithTimeout(ctx, o.Time)
	}
	defer cancel()
	s := newPairSearch(limited, ix, r, o)
	_, _ = parallel.Map(limited, len(r.Rows), parallel.Options{Workers: o.Workers, Progress: o.Progress}, s.join, pairsOf)
	p := &PairRanking{Through: len(r.Rows)}
	if n := slices.Index(s.done, false); n >= 0 {
		p.Through = n
	}
	var best []found
	for _, w := range s.pairers {
		p.Found += w.found
		best = append(best, w.best...)
	}
	for _, f := range s.first(best) {
		p.Pairs = append(p.Pairs, Pair{A: r.Rows[f.a], B: r.Rows[f.b], Only: f.only})
	}
	n := 0
	for loss, err := range Many(ctx, ix, s.cuts(p.Pairs), o) {
		if err != nil {
			return nil, err
		}
		pair := &p.Pairs[n]
		pair.Lost, pair.Breaks, pair.Surely = loss.Lost, loss.Breaks, loss.Surely
		if !r.Unsure {
			pair.Surely = loss.Breaks
		}
		n++
	}
	return p, ctx.Err()
}

// cuts are the losses of pairs.
func (s *pairSearch) cuts(pairs []Pair) iter.Seq[cut.Set] {
	return func(yield func(cut.Set) bool) {
		for _, p := range pairs {
			if !yield(cut.Set{Nodes: slices.AppendSeq(slices.Collect(s.lost(p.A.Group)), s.lost(p.B.Group))}) {
				return
			}
		}
	}
}
