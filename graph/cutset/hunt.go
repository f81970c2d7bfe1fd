package cutset

import (
	"context"
	"math/bits"
	"slices"

	"linestop/internal/diagram"
)

// hunt finds minimal cut sets one by one, as the sets that hit all supports of the
// product: each set tried either breaks it, or shows one more support that it does
// not hit (Reiter, Artificial Intelligence 32, 1987; the search is that of Murakami and
// Uno, Discrete Applied Mathematics 170, 2014, with supports found as they are needed). The cost is that of
// one loss for each set and each support, cycles or not.
type hunt struct {
	supporter
	ctx      context.Context
	room     int // bytes that are left for supports and sets
	err      error
	supports []bitset
	order    int
	most     int // sets
	chosen   []int32
	found    [][]int32 // of this order
	larger   bool      // there may be larger sets
}

// mostFound is how many sets of one order are hunted: more are better kept in diagrams.
const mostFound = 1 << 20

func newHunt(ctx context.Context, f *formula, memory int) *hunt {
	l := newLosses(f)
	return &hunt{supporter: supporter{losses: l, in: make([]bool, len(f.gates))}, ctx: ctx, room: memory}
}

// run finds all minimal sets of an order of which those below have been found, if there are at
// most so many. On an error there may be more.
func (h *hunt) run(order, most int) ([][]int32, error) {
	h.order, h.most, h.found, h.larger = order, most, nil, false
	all := newBitset(len(h.groups))
	for v := range h.groups {
		all.add(int32(v))
	}
	open := make([]int, len(h.supports))
	for n := range open {
		open[n] = n
	}
	h.search(all, open)
	slices.SortFunc(h.found, slices.Compare)
	return h.found, h.err
}

// search goes on from the chosen variables to all sets that hold them and
// otherwise only some of those left. open are the supports that they do not hit.
func (h *hunt) search(left bitset, open []int) {
	if h.err == nil {
		h.err = h.ctx.Err()
	}
	if h.err != nil {
		return
	}
	if len(open) == 0 {
		if h.top() {
			h.report()
			return
		}
		open = []int{h.learn(h.support())}
	}
	if len(h.chosen) == h.order {
		h.larger = true
		return
	}
	try := h.branch(left, open)
	left = slices.Clone(left)
	for w := range left {
		left[w] &^= try[w]
	}
	for w := range try {
		for h.err == nil && try[w] != 0 {
			v := int32(w<<6 + bits.TrailingZeros64(try[w]))
			try[w] &^= 1 << (v & 63)
			open = h.with(v, left, open, try)
			left.add(v)
		}
	}
}

// with searches on with one more variable. It returns what is open without it,
// with the supports that have been found meanwhile.
func (h *hunt) with(v int32, left bitset, open []int, try bitset) []int {
	known, m := len(h.supports), h.now()
	h.chosen = append(h.chosen, v)
	h.lose(v)
	var rest []int
	for _, n := range open {
		if !h.supports[n].has(v) {
			rest = append(rest, n)
		}
	}
	h.search(left, rest)
	h.back(m)
	h.chosen = h.chosen[:len(h.chosen)-1]
	for n := known; n < len(h.supports); n++ {
		if h.hits(h.supports[n]) == 0 {
			open = append(open, n)
			if len(h.chosen) == h.order-1 {
				h.narrow(try, h.supports[n])
			}
		}
	}
	return open
}

// branch lists the variables to try next: those that hit the open support that has
// fewest left, and all others as well if there is only one to choose.
func (h *hunt) branch(left bitset, open []int) bitset {
	best := slices.MinFunc(open, func(a, b int) int { return h.supports[a].common(left) - h.supports[b].common(left) })
	try := slices.Clone(left)
	for w := range try {
		try[w] &= h.supports[best][w]
	}
	if len(h.chosen) == h.order-1 {
		for _, n := range open {
			h.narrow(try, h.supports[n])
		}
	}
	return try
}

// narrow keeps of what is tried last only what hits a support.
func (h *hunt) narrow(try, support bitset) {
	for w := range try {
		h.larger = h.larger || try[w]&^support[w] != 0
		try[w] &= support[w]
	}
}

// hits is how many of the chosen variables are in a support.
func (h *hunt) hits(support bitset) int {
	n := 0
	for _, v := range h.chosen {
		if support.has(v) {
			n++
		}
	}
	return n
}

func (h *hunt) learn(support bitset) int {
	h.spend(8 * len(support))
	h.supports = append(h.supports, support)
	return len(h.supports) - 1
}

func (h *hunt) spend(bytes int) {
	if h.room -= bytes; h.room < 0 {
		h.err = diagram.ErrFull
	}
}

// report keeps the chosen variables if they are a minimal set, and of the order
// looked for: smaller ones are known.
func (h *hunt) report() {
	if len(h.chosen) < h.order {
		return
	}
	for _, v := range h.chosen {
		if !h.needed(v) {
			return
		}
	}
	h.spend(32 + 4*h.order)
	if len(h.found) == h.most {
		h.err = ErrMany
		return
	}
	set := slices.Clone(h.chosen)
	slices.Sort(set)
	h.found = append(h.found, set)
}

// needed says whether the product runs without the loss of one chosen variable.
func (h *hunt) needed(v int32) bool {
	for _, s := range h.supports {
		if s.has(v) && h.hits(s) == 1 {
			return true
		}
	}
	start := moment{}
	h.back(start)
	for _, other := range h.chosen {
		if other != v {
			h.lose(other)
		}
	}
	runs := !h.top()
	if runs {
		h.learn(h.support())
	}
	h.back(start)
	for _, other := range h.chosen {
		h.lose(other)
	}
	return runs
}
