package cutset

import (
	"context"
	"iter"
	"math"
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
	memory   int // bytes that supports and sets may take
	err      error
	supports []bitset
	order    int
	most     int // sets
	chosen   []int32
	found    [][]int32       // of this order
	larger   bool            // there may be larger sets
	tick     func(found int) // called now and then; nil: nobody asks
	steps    int

	inSupports, inFound int // bytes
}

// mostFound is how many sets of one order are hunted: more are better kept in diagrams.
const mostFound = 1 << 20

func newHunt(ctx context.Context, f *formula, memory int) *hunt {
	l := newLosses(f)
	return &hunt{supporter: supporter{losses: l, in: make([]bool, len(f.gates))}, ctx: ctx, memory: memory}
}

// run finds all minimal sets of an order of which those below have been found, if there are at
// most so many. On an error there may be more.
func (h *hunt) run(order, most int) ([][]int32, error) {
	h.order, h.most, h.found, h.inFound, h.larger = order, most, nil, 0, false
	all := newBitset(len(h.groups))
	for v := range h.groups {
		all.add(int32(v))
	}
	open := make([]int, len(h.supports))
	for n := range open {
		open[n] = n
	}
	h.search(all, open, nil)
	slices.SortFunc(h.found, slices.Compare)
	return h.found, h.err
}

// search goes on from the chosen variables to all sets that hold them and
// otherwise only some of those left. open are the supports that they do not hit, rivals what may be
// chosen in place of the last.
func (h *hunt) search(left bitset, open []int, rivals *remnant) {
	if h.err == nil {
		h.err = h.ctx.Err()
	}
	if h.steps++; h.steps&(1<<10-1) == 0 && h.tick != nil {
		h.tick(len(h.found))
	}
	if h.err != nil {
		return
	}
	if len(open) == 0 {
		if h.top() {
			h.report()
			return
		}
		open = []int{h.learn(h.lean(rivals))}
	}
	if len(h.chosen) == h.order {
		h.larger = true
		return
	}
	try := h.branch(left, open)
	left = slices.Clone(left)
	for w, tried := range try.bits {
		left[w] &^= tried
	}
	for w := range try.bits {
		for h.err == nil && try.bits[w] != 0 {
			v := int32(w<<6 + bits.TrailingZeros64(try.bits[w]))
			try.bits[w] &^= 1 << (v & 63)
			open = h.with(v, left, open, try)
			left.add(v)
		}
	}
}

// with searches on with one more variable. It returns what is open without it,
// with the supports that have been found meanwhile.
func (h *hunt) with(v int32, left bitset, open []int, try *remnant) []int {
	known, m := len(h.supports), h.now()
	h.chosen = append(h.chosen, v)
	h.lose(v)
	var rest []int
	for _, n := range open {
		if !h.supports[n].has(v) {
			rest = append(rest, n)
		}
	}
	h.search(left, rest, try)
	h.back(m)
	h.chosen = h.chosen[:len(h.chosen)-1]
	for n := known; n < len(h.supports); n++ {
		if h.hits(h.supports[n]) == 0 {
			open = append(open, n)
			if h.last() {
				h.narrow(try, h.supports[n])
			}
		}
	}
	return open
}

// lean is a support without as many rivals as can be lost one after another: each is refuted by it.
func (h *hunt) lean(rivals *remnant) bitset {
	m := h.now()
	if rivals != nil {
		for v := range rivals.all() {
			before := h.now()
			if h.lose(v); h.top() {
				h.back(before)
			}
		}
	}
	support := h.support()
	h.back(m)
	return support
}

// last says whether there is only one variable to choose.
func (h *hunt) last() bool { return len(h.chosen) == h.order-1 }

// branch lists the variables to try next: those that hit the open support that has
// fewest left, or all of them if there is only one to choose.
func (h *hunt) branch(left bitset, open []int) *remnant {
	if !h.last() {
		least, best := math.MaxInt, 0
		for _, n := range open {
			if common := h.supports[n].common(left); common < least {
				least, best = common, n
			}
		}
		return newRemnant(left, h.supports[best])
	}
	try := newRemnant(left, h.supports[open[0]])
	for _, n := range open[1:] {
		if len(try.words) == 0 {
			break
		}
		h.narrow(try, h.supports[n])
	}
	return try
}

// remnant is what is left of a set that shrinks.
type remnant struct {
	bits  bitset
	words []int32 // that have bits
}

func (r *remnant) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for _, w := range r.words {
			for rest := r.bits[w]; rest != 0; rest &= rest - 1 {
				if !yield(w<<6 + int32(bits.TrailingZeros64(rest))) {
					return
				}
			}
		}
	}
}

// newRemnant is what two sets have in common.
func newRemnant(a, b bitset) *remnant {
	r := &remnant{bits: make(bitset, len(a))}
	for w := range a {
		if r.bits[w] = a[w] & b[w]; r.bits[w] != 0 {
			r.words = append(r.words, int32(w))
		}
	}
	return r
}

// narrow keeps of what is tried last only what hits a support.
func (h *hunt) narrow(try *remnant, support bitset) {
	words := try.words[:0]
	for _, w := range try.words {
		bits := try.bits[w] & support[w]
		h.larger = h.larger || bits != try.bits[w]
		if try.bits[w] = bits; bits != 0 {
			words = append(words, w)
		}
	}
	try.words = words
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

// learn keeps a support. Beside it stand its place on the list, and on those of what is open.
func (h *hunt) learn(support bitset) int {
	h.inSupports += 8*len(support) + 64
	h.check()
	h.supports = append(h.supports, support)
	return len(h.supports) - 1
}

// taken is what supports and sets take, in bytes.
func (h *hunt) taken() int { return h.inSupports + h.inFound }

func (h *hunt) check() {
	if h.taken() > h.memory {
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
	h.inFound += 64 + 4*h.order
	h.check()
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
