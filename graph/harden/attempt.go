package harden

import (
	"math"
	"math/bits"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
)

// attempt finds what one more source of a need would save, where dominators do not tell: of all that its customer's
// failing has led to, what need not have failed. It costs that much.
type attempt struct {
	*rescue
	first, feeds []int32     // by place, and one more: the faults that it is a source of
	met          []int32     // by fault: how many of its sources are saved
	saved        []bool      // by place
	reached      []int32     // places that were
	dropped      []int32     // places that are no longer
	waiting      index.Marks // places to look at
	next         int         // none lower waits
	work         int         // places looked at
}

// tries is how many times as many places as a loss breaks attempts may look at.
const tries = 100

// try yields what the candidates in doubt gain; beyond so many tries, what they gain at least.
func (r *rescue) try(yield func(candidate int, gain float64)) {
	a := r.attempt()
	slices.Sort(r.doubt)
	for _, at := range r.doubt {
		if a.work > tries*len(r.nodes) {
			r.rough.Store(true)
			r.sure(at, yield)
			continue
		}
		for n := r.wreck.first[at]; n < r.wreck.first[at+1]; n++ {
			a.try(n, yield)
		}
	}
}

// try yields what the changes to the need of a fault gain.
func (a *attempt) try(fault int32, yield func(candidate int, gain float64)) {
	f := a.faults[fault]
	if len(a.at[f.need]) == 0 {
		return
	}
	gain, less := a.meet(fault, f.bears), -1.0
	a.with(f, func(live bool, supplier graph.NodeID) float64 {
		if live || gain == 0 || a.saved[a.place[supplier]] {
			return gain
		}
		if less < 0 {
			less = a.meet(fault, f.bears-1)
			a.meet(fault, f.bears)
		}
		return less
	}, yield)
}

func (r *rescue) attempt() *attempt {
	a := &r.attempted
	a.rescue, a.reached, a.work = r, a.reached[:0], 0
	a.first = append(a.first[:0], make([]int32, len(r.nodes)+2)...)
	rows := 0
	for _, f := range r.faults {
		for _, supplier := range f.sources {
			a.first[r.place[supplier]+2]++
		}
		rows += len(f.sources)
	}
	for at := range len(r.nodes) + 1 {
		a.first[at+1] += a.first[at]
	}
	a.feeds = append(a.feeds[:0], make([]int32, rows)...)
	for n, f := range r.faults {
		for _, supplier := range f.sources {
			next := &a.first[r.place[supplier]+1]
			a.feeds[*next] = int32(n)
			*next++
		}
	}
	a.met = append(a.met[:0], make([]int32, len(r.faults))...)
	a.saved = append(a.saved[:0], make([]bool, len(r.nodes))...)
	a.waiting = append(a.waiting[:0], index.NewMarks(len(r.nodes))...)
	return a
}

func (a *attempt) of(place int32) []int32 { return a.feeds[a.first[place]:a.first[place+1]] }

// meet saves what the failing of a fault's customer has led to, if its need bears so many more dead sources, and
// weighs it. First, in the order of failing, whatever can be saved if all that failed later can be; then it drops what
// leans on others that cannot.
func (a *attempt) meet(fault int32, bears int) (gain float64) {
	a.undo()
	a.met[fault] += int32(bears)
	a.wait(a.place[a.faults[fault].customer])
	for a.next < len(a.waiting)*64 {
		word := a.waiting[a.next>>6]
		if word == 0 {
			a.next = (a.next>>6 + 1) << 6
			continue
		}
		a.next = a.next&^63 + bits.TrailingZeros64(word)
		at := int32(a.next)
		a.waiting.Drop(graph.NodeID(at))
		a.work++
		if !a.saved[at] && a.may(at) {
			a.saved[at] = true
			a.reached = append(a.reached, at)
			for _, n := range a.of(at) {
				a.met[n]++
				a.wait(a.place[a.faults[n].customer])
			}
		}
	}
	for _, at := range a.reached {
		for n := a.wreck.first[at]; n < a.wreck.first[at+1]; n++ {
			a.check(n)
		}
	}
	for len(a.dropped) > 0 {
		at := a.dropped[len(a.dropped)-1]
		a.dropped = a.dropped[:len(a.dropped)-1]
		for _, n := range a.of(at) {
			a.met[n]--
			a.check(n)
		}
	}
	a.met[fault] -= int32(bears)
	for _, at := range a.reached {
		if a.saved[at] {
			gain += a.weight[at]
		}
	}
	return gain
}

func (a *attempt) wait(place int32) {
	a.waiting.Add(graph.NodeID(place))
	a.next = min(a.next, int(place))
}

// may says whether the needs of a node are met if all that failed later is saved.
func (a *attempt) may(place int32) bool {
	for n := a.wreck.first[place]; n < a.wreck.first[place+1]; n++ {
		met := int(a.met[n])
		for _, supplier := range a.faults[n].sources {
			if at := a.place[supplier]; at >= place && !a.saved[at] {
				met++
			}
		}
		if met < a.faults[n].beyond {
			return false
		}
	}
	return true
}

// check drops the customer of a fault whose need is not met.
func (a *attempt) check(fault int32) {
	if at := a.place[a.faults[fault].customer]; a.saved[at] && int(a.met[fault]) < a.faults[fault].beyond {
		a.saved[at] = false
		a.dropped = append(a.dropped, at)
	}
}

func (a *attempt) undo() {
	for _, at := range a.reached {
		a.saved[at] = false
		for _, n := range a.of(at) {
			a.met[n] = 0
		}
	}
	a.reached, a.next = a.reached[:0], math.MaxInt
}
