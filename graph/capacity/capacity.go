// Package capacity answers the steady reading: the level, from 0 at a stop to 1 at
// full rate, at which each node settles if a cut lasts, given what each row carries.
//
// Of all levels that fit the greatest are taken: output falls only as far as
// something forces it (package level). Where the data do not say what a row could
// carry at most, the answer is an interval: at worst no more than today, at best
// all that is needed. Levels fall with what rows carry, so that the truth lies within.
//
// What a source could deliver more is not shared out between its customers: each may claim it.
package capacity

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/level"
)

// Level is what a node keeps.
type Level struct {
	Node        graph.NodeID
	Worst, Best float64      // Worst <= Best
	Need        graph.NeedID // that holds it at Worst, NoNeed if it runs at what is left of it
	Guessed     bool         // shares of that need are not in the data
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

// Run answers what a cut leaves. Its only error is that of ctx.
func Run(ctx context.Context, ix *index.Index, left Left) (*Result, error) {
	rates := ix.Rates()
	worst := settle(ix, rates.Worst, left)
	best := worst
	if rates.Open {
		best = settle(ix, rates.Best, left)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := &Result{}
	for _, i := range worst.moved {
		need := worst.Reason(i)
		r.Levels = append(r.Levels, Level{
			Node: i, Worst: worst.Level(i), Best: best.Level(i),
			Need: need, Guessed: need != NoNeed && rates.Guessed[need],
		})
	}
	return r, nil
}

type settled struct {
	*level.System
	moved []graph.NodeID
}

func settle(ix *index.Index, carries []float64, left Left) settled {
	s := level.New(ix, carries)
	var fell []graph.NodeID
	for _, i := range slices.Sorted(maps.Keys(left.Nodes)) {
		s.Left[i] = left.Nodes[i]
		fell = append(fell, i)
	}
	for _, row := range slices.Sorted(maps.Keys(left.Rows)) {
		s.Carries[row] *= left.Rows[row]
		_, customer := ix.Net.Ends(row)
		fell = append(fell, customer)
	}
	return settled{s, s.Settle(nil, fell)}
}
