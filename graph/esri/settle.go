package esri

import (
	"context"
	"iter"
	"slices"
)

const (
	stop  = 0.01   // a change, as a part of a node's output, at which the paper ends
	still = 1e-10  // what losses may be off, as such a part, to count as settled
	noise = 1e-14  // a change that rounding explains
	most  = 10_000 // rounds that a component, or all of them, may take
)

// step lets each place fall by what others had lost before it, and returns the greatest
// change.
func (w *wave) step() (change lanes) {
	w.share()
	for _, i := range w.below {
		w.buyLess(i, &change)
	}
	for _, i := range w.above {
		w.trend[i] = w.up[i]
	}
	for _, i := range w.above {
		w.sellLess(i, w.trend, &change)
	}
	return change
}

// settle lets losses rise until nothing changes, and returns by how much they may be off. Losses only
// make others greater, so there is a least solution above the shock (Tarski, Pacific J. Math. 5,
// 1955), and raising what is too low ends there in any order: here component by component,
// downstream with the goods and upstream against them. Upstream that is all. Downstream, sectors
// tie the components together, so that they are gone through again and again.
func (w *wave) settle(ctx context.Context) (off lanes) {
	for cycle := range w.cycles(w.above) {
		soaked := w.soak(ctx, cycle)
		off.atLeast(1, &soaked)
	}
	var pace pace
	for range most {
		w.share()
		var sunk, change lanes
		for cycle := range w.cycles(w.below) {
			first, left := w.sink(ctx, cycle)
			change.atLeast(1, &first)
			sunk.atLeast(1, &left)
		}
		rest := pace.rest(&change)
		rest.atLeast(1, &sunk)
		if rest.highest() <= still || ctx.Err() != nil {
			off.atLeast(1, &rest)
			return off
		}
	}
	return lanes{1, 1, 1, 1, 1, 1, 1, 1}
}

// sink settles what a component loses for want of inputs, as long as nothing changes in its sectors. It
// returns the changes of its first round, and by how much its losses may be off.
func (w *wave) sink(ctx context.Context, cycle []int32) (first, off lanes) {
	var pace pace
	for round := range most {
		var change lanes
		for _, i := range cycle {
			w.buyLess(i, &change)
			w.feel(i)
		}
		if round == 0 {
			first = change
		}
		off = pace.rest(&change)
		if len(cycle) == 1 && !w.sellsToItself(cycle[0]) {
			return first, lanes{}
		}
		if off.highest() <= still || ctx.Err() != nil {
			break
		}
	}
	return first, off
}

// pace is how changes shrink from round to round.
type pace struct{ before lanes }

// rest is what the changes of all rounds to come add up to, if they go on shrinking as from the
// last to this.
func (p *pace) rest(change *lanes) (rest lanes) {
	for k, now := range change {
		rest[k] = ahead(now, now/p.before[k])
	}
	p.before = *change
	return rest
}

// ahead is what changes that shrink by a ratio add up to.
func ahead(change, ratio float64) float64 {
	switch {
	case change <= noise:
		return 0
	case ratio < 1:
		return change / (1 - max(0, ratio))
	}
	return 1 // not known yet
}

// cycles parts places into their components.
func (w *wave) cycles(places []int32) iter.Seq[[]int32] {
	return func(yield func([]int32) bool) {
		for len(places) > 0 {
			n := 1
			for n < len(places) && w.cycle[places[n]] == w.cycle[places[0]] {
				n++
			}
			if !yield(places[:n]) {
				return
			}
			places = places[n:]
		}
	}
}

func (w *wave) sellsToItself(i int32) bool { return slices.Contains(w.sales.of(i, i+1), i) }
