package harden

import (
	"math"
	"slices"

	"linestop/graph"
)

// rescue says what each single change would save of what one loss breaks, all of them at once.
//
// A node of which all others' breaking leads through a need of it, as a dominator of a flow graph
// lies on all ways, takes them along when it is saved. Immediate dominators are found in rounds
// (Cooper, Harvey and Kennedy, "A simple, fast dominance algorithm", 2001), in the order in which nodes failed, in which who dominates
// comes first. A need that would be met if one of several dead sources were saved is saved by whoever
// saves any of them: more than the way through one of them, the latest, says. Whoever is on the others' ways is in doubt,
// and has to be tried.
//
// O(what the loss breaks × rounds), of which there are two where no cycle is broken. It serves one goroutine.
type rescue struct {
	*wreck
	loss   loss
	under  []int32   // by place: its immediate dominator; top where there is none
	weight []float64 // by place: of a product that the loss breaks
	worth  []float64 // by place: of all that are saved with it
	doubt  []int32   // places that may save more
	doubts []bool    // by place

	attempted attempt
}

const (
	top     int32 = -1 // of what no node dominates
	unknown int32 = -2
)

// rescue is for the loss that the trial is at. It is valid until the next.
func (t *trial) rescue(l loss) *rescue {
	r, n := &t.rescued, len(t.nodes)
	r.wreck, r.loss, r.doubt = t.wreck(l, true), l, r.doubt[:0]
	r.under = append(r.under[:0], slices.Repeat([]int32{unknown}, n)...)
	r.weight = append(r.weight[:0], make([]float64, n)...)
	r.doubts = append(r.doubts[:0], make([]bool, n)...)
	for at := range l.nodes {
		r.under[at] = top
	}
	for r.round() {
	}
	r.weigh()
	return r
}

// round brings every place nearer to what dominates it, and says whether some has changed.
func (r *rescue) round() (changed bool) {
	for at := len(r.loss.nodes); at < len(r.nodes); at++ {
		under := unknown
		for _, f := range r.of(at) {
			under = r.common(under, r.above(f))
		}
		r.question(int32(at))
		if under != r.under[at] {
			r.under[at], changed = under, true
		}
	}
	return changed
}

// above is the place whose saving meets a need again, as that of all that dominate it does; unknown if all do so as
// far as is known.
func (r *rescue) above(f fault) int32 {
	all, latest, open := unknown, top, 0
	for _, supplier := range f.sources {
		at := r.place[supplier]
		if r.under[at] == unknown {
			open++
			continue
		}
		all, latest = r.common(all, at), max(latest, at)
	}
	switch {
	case open >= f.beyond:
		return unknown
	case f.beyond == 1:
		return latest
	}
	return all
}

// common is the latest that dominates two places, or is one of them and dominates the other.
func (r *rescue) common(a, b int32) int32 {
	if a == unknown {
		return b
	}
	if b == unknown {
		return a
	}
	for a != b {
		if a > b {
			a = r.under[a]
		} else {
			b = r.under[b]
		}
	}
	return a
}

// question doubts what may save the node at a place by a source that above does not go by.
func (r *rescue) question(place int32) {
	for n, f := range r.of(int(place)) {
		above := r.above(f)
		if len(f.sources) == 1 || above == unknown {
			continue
		}
		for _, supplier := range f.sources {
			at := r.place[supplier]
			if r.under[at] == unknown {
				continue
			}
			for end := r.common(at, above); at != end; at = r.under[at] {
				if !r.doubts[at] && len(r.of(int(at))) > 0 && r.meets(at, place, n) {
					r.doubts[at] = true
					r.doubt = append(r.doubt, at)
				}
			}
		}
	}
}

// meets says whether what is at a place may meet all needs of a node but one.
func (r *rescue) meets(at, place int32, but int) bool {
	if at == place {
		return true
	}
	for n, f := range r.of(int(place)) {
		if n != but && !slices.ContainsFunc(f.sources, func(supplier graph.NodeID) bool {
			from := r.place[supplier]
			return r.under[from] == unknown || r.dominates(at, from)
		}) {
			return false
		}
	}
	return true
}

// dominates says whether saving the node at a place saves that at another.
func (r *rescue) dominates(place, other int32) bool {
	for other > place {
		other = r.under[other]
	}
	return other == place
}

func (r *rescue) weigh() {
	for _, p := range r.loss.products {
		if r.failed.Has(p) {
			r.weight[r.place[p]] = r.options.Weight(p)
		}
	}
	r.worth = append(r.worth[:0], r.weight...)
	for at := len(r.under) - 1; at >= 0; at-- {
		if above := r.under[at]; above >= 0 {
			r.worth[above] += r.worth[at]
		}
	}
}

// gains yields each candidate that ends pairs of the loss, and their weight.
func (r *rescue) gains(yield func(candidate int, gain float64)) {
	for at := int32(len(r.loss.nodes)); int(at) < len(r.nodes); at++ {
		if !r.doubts[at] {
			r.sure(at, yield)
		}
	}
	if len(r.doubt) > 0 {
		r.try(yield)
	}
}

// sure yields what the changes to a need gain by what its customer dominates.
func (r *rescue) sure(at int32, yield func(candidate int, gain float64)) {
	if r.worth[at] == 0 {
		return
	}
	if f, lacks := r.only(at); lacks <= f.bears {
		r.with(f, func(live bool, supplier graph.NodeID) float64 {
			if live || lacks < f.bears || r.dominates(at, r.place[supplier]) {
				return r.worth[at]
			}
			return 0
		}, yield)
	}
}

// with yields the candidates that change the need of a fault, and what each gains: by a source that runs, or one that is dead as well.
func (r *rescue) with(f fault, gain func(live bool, supplier graph.NodeID) float64, yield func(candidate int, gain float64)) {
	for _, n := range r.at[f.need] {
		c := r.Candidates[n]
		if slices.Contains(r.taken[f.need], c) {
			continue
		}
		if gain := gain(c.Supplier == graph.None || !r.failed.Has(c.Supplier), c.Supplier); gain > 0 {
			yield(n, gain)
		}
	}
}

// only is the fault without which the node at a place would run, if the others come about by its own failing, and how many
// sources it lacks if those run that failed by it; else more than one change bears.
func (r *rescue) only(place int32) (only fault, lacks int) {
	lacks = math.MaxInt
	for _, f := range r.of(int(place)) {
		if above := r.above(f); above != top && r.dominates(place, above) {
			continue
		}
		if lacks < math.MaxInt {
			return only, math.MaxInt
		}
		only, lacks = f, f.beyond
		for _, supplier := range f.sources {
			lacks -= one(r.dominates(place, r.place[supplier]))
		}
	}
	return only, lacks
}
