package esri

import "context"

const leapEvery = 16 // rounds

// soak settles what a component loses for want of customers, once those after it have settled. It
// returns by how much its losses may be off.
//
// Upstream all is linear but where a shock hits, and slow where little of what a component sells
// leaves it: one that sells to itself alone sinks to its worst hit, but in as many rounds as
// goods take to come there. So every few rounds the losses leap to where the ratio of their
// changes leads (Aitken, Proc. R. Soc. Edinburgh 46, 1926, with one ratio for the component). A
// leap may go too far and come back. It ends at what the worst hit, or a customer outside, has
// lost: no average is above that, and up to there is one solution only.
func (w *wave) soak(ctx context.Context, cycle []int32) (off lanes) {
	if len(cycle) == 1 && !w.sellsToItself(cycle[0]) {
		w.sellLess(cycle[0], w.up, &off)
		return lanes{}
	}
	highest := w.highest(cycle)
	for _, i := range cycle {
		w.trend[i] = lanes{}
	}
	var before lanes // squares of the changes in the round before, summed
	for round := 1; round <= most && ctx.Err() == nil; round++ {
		var change, along, square lanes
		for _, i := range cycle {
			w.unsold(i, w.up)
			up, trend, least := &w.up[i], &w.trend[i], &w.hits[w.struck[i]]
			for k, x := range w.sum {
				x = min(max(x, least[k]), highest[k])
				d := x - up[k]
				up[k], change[k] = x, max(change[k], d, -d)
				along[k] += d * trend[k]
				square[k] += d * d
				trend[k] = d
			}
		}
		ratio := along
		for k := range ratio {
			ratio[k] /= before[k]
			off[k] = ahead(change[k], ratio[k])
		}
		if off.highest() <= still {
			break
		}
		if before = square; round%leapEvery == 0 {
			w.leap(cycle, ratio, highest)
			before = lanes{}
		}
	}
	return off
}

// leap adds to all losses of a component what the next rounds will, if each changes them by the
// same ratio of the one before.
func (w *wave) leap(cycle []int32, ratio, highest lanes) {
	for k, r := range ratio {
		if !(r > 0 && r < 1) {
			continue
		}
		for _, i := range cycle {
			x := w.up[i][k] + w.trend[i][k]*r/(1-r)
			w.up[i][k] = min(max(x, w.hits[w.struck[i]][k]), highest[k])
		}
	}
}

// highest bounds the losses of a component.
func (w *wave) highest(cycle []int32) (bound lanes) {
	for _, i := range cycle {
		bound.atLeast(1, &w.hits[w.struck[i]])
		for _, j := range w.sales.of(i, i+1) {
			if w.cycle[j] != w.cycle[i] {
				bound.atLeast(1, &w.up[j])
			}
		}
	}
	return bound
}
