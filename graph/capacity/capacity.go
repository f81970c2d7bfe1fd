// Package capacity answers the steady reading: the level, from 0 at a stop to 1 at
// full rate, at which each node settles if a cut lasts, given what each row carries.
//
// Of all levels that fit the greatest are taken: output falls only as far as
// something forces it (package level). Where the data do not say what a row could
// carry at most, the answer is an interval: at worst no more than today, at best
// all that is needed. Levels fall with what rows carry, so that the truth lies within.
//
// What a source could deliver more is not shared out between its customers: each may
// claim it. Rows count as existing, however unsure.
package capacity

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/level"
	"linestop/internal/parallel"
)

// Level is what a node keeps. What else is said of it is said of the worst end.
type Level struct {
	Node        graph.NodeID
	Worst, Best float64      // 0..1, Worst <= Best; equal where the data say what rows carry
	Need        graph.NeedID // that holds it there, NoNeed if it runs at what is left of it
	Guessed     bool         // leans on shares that are not in the data, here or further up
	Limit       bool         // reached only in the limit of infinitely many rounds of a cycle, if nobody reacts
}

// NoNeed stands where nothing but the cut holds a node.
const NoNeed = level.NoNeed

// Result is the answer to a cut.
type Result struct {
	Levels []Level // of the nodes that do not keep full rate, by node
}

// Level is what node i keeps.
func (r *Result) Level(i graph.NodeID) Level {
	n, found := slices.BinarySearchFunc(r.Levels, i, func(l Level, i graph.NodeID) int { return cmp.Compare(l.Node, i) })
	if !found {
		return Level{Node: i, Worst: 1, Best: 1, Need: NoNeed}
	}
	return r.Levels[n]
}

// Run answers what a cut leaves. Its only error is that of ctx. O(rows touched) where
// there are no cycles, once the index has the numbers.
func Run(ctx context.Context, ix *index.Index, left Left) (*Result, error) {
	rates := ix.Rates()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	carries := [][]float64{rates.Worst}
	if rates.Open {
		carries = append(carries, rates.Best)
	}
	ends, err := parallel.Map(ctx, len(carries), parallel.Options{}, none, func(ctx context.Context, _ struct{}, i int) (settled, error) {
		return settle(ctx, ix, carries[i], left), ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	worst, best := ends[0], ends[len(ends)-1]
	guessed := worst.guessed()
	r := &Result{}
	for _, i := range worst.moved {
		r.Levels = append(r.Levels, Level{
			Node:    i,
			Worst:   worst.Level(i),
			Best:    max(worst.Level(i), best.Level(i)), // but for rounding
			Need:    worst.Reason(i),
			Guessed: guessed[i],
			Limit:   worst.Limit(i),
		})
	}
	return r, nil
}

func none() (_ struct{}) { return }
