package index

import (
	"context"
	"iter"
	"math/bits"

	"linestop/graph"
)

// Agenda is the set of nodes that a search has still to visit. It hands them out
// by rising number, round after round: a search of a large network that reads the
// arrays of an Index in order is several times as fast as one that jumps about in
// them, and it finds the same.
//
// It is a tree of bitmaps, each bit of which says that a word below is not empty
// (van Emde Boas trees as practice has them). Every call costs O(log nodes) to
// the base of 64.
type Agenda struct {
	levels [][]uint64
}

// NewAgenda is an empty agenda for numbers below n.
func NewAgenda(n int) *Agenda {
	a := &Agenda{}
	for {
		n = (n + 63) / 64
		a.levels = append(a.levels, make([]uint64, n))
		if n <= 1 {
			return a
		}
	}
}

// Add puts node i on the agenda, if it is not yet.
func (a *Agenda) Add(i graph.NodeID) {
	at := int(i)
	for _, words := range a.levels {
		word := &words[at>>6]
		empty := *word == 0
		*word |= 1 << (at & 63)
		if !empty {
			return
		}
		at >>= 6
	}
}

// Has says whether node i is on the agenda.
func (a *Agenda) Has(i graph.NodeID) bool { return a.levels[0][i>>6]&(1<<(i&63)) != 0 }

// Drain takes nodes off the agenda until none is left or ctx ends. What is added
// meanwhile has its turn in the same round if its number is still to come, else in
// the next. Without additions it is the set in order.
func (a *Agenda) Drain(ctx context.Context) iter.Seq[graph.NodeID] {
	return func(yield func(graph.NodeID) bool) {
		for at := 0; ctx.Err() == nil; at++ {
			var ok bool
			if at, ok = a.next(at); !ok {
				if at, ok = a.next(0); !ok {
					return
				}
			}
			a.remove(at)
			if !yield(graph.NodeID(at)) {
				return
			}
		}
	}
}

func (a *Agenda) remove(at int) {
	for _, words := range a.levels {
		word := &words[at>>6]
		if *word &^= 1 << (at & 63); *word != 0 {
			return
		}
		at >>= 6
	}
}

// next is the least number from at on.
func (a *Agenda) next(at int) (int, bool) {
	for level, words := range a.levels {
		if at>>6 >= len(words) {
			return 0, false
		}
		if rest := words[at>>6] >> (at & 63); rest != 0 {
			at += bits.TrailingZeros64(rest)
			for level--; level >= 0; level-- {
				at = at<<6 + bits.TrailingZeros64(a.levels[level][at])
			}
			return at, true
		}
		at = at>>6 + 1
	}
	return 0, false
}
