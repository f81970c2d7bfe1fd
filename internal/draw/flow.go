package draw

import (
	"cmp"
	"math"
	"slices"
)

// settle finds which of some arrows lead back if only they are drawn, and counts
// the columns that they cross when every place stands one column behind the last
// that leads to it and then, from the right, as near as it can to the next.
func settle(arrows []arrow, some, early []int) (crossed int) {
	order := sequence(arrows, some, early)
	position, column := make([]int, len(early)), make([]int, len(early))
	for at, n := range order {
		position[n] = at
	}
	next := make([][]int, len(early))
	for _, i := range some {
		a := &arrows[i]
		a.back = position[a.from] > position[a.to]
		left, right := a.ends()
		next[left] = append(next[left], right)
	}
	for _, n := range order {
		for _, to := range next[n] {
			column[to] = max(column[to], column[n]+1)
		}
	}
	for _, n := range slices.Backward(order) {
		nearest := math.MaxInt
		for _, to := range next[n] {
			nearest = min(nearest, column[to])
		}
		if len(next[n]) > 0 {
			column[n] = nearest - 1
		}
		for _, to := range next[n] {
			crossed += column[to] - column[n]
		}
	}
	return crossed
}

// ends are an arrow's two places from left to right.
func (a arrow) ends() (left, right int) {
	if a.back {
		return a.to, a.from
	}
	return a.from, a.to
}

// sequence lists the places from left to right so that few arrows lead back, none
// where there are no cycles: Eades, Lin and Smyth, A fast and effective heuristic
// for the feedback arc set problem (Inf. Proc. Letters 47, 1993), save that where
// it has a choice it takes the earliest place. O(places * places + arrows).
func sequence(arrows []arrow, some, early []int) []int {
	f := newFlow(arrows, some, len(early))
	var left, right, rest []int
	for n := range early {
		rest = append(rest, n)
	}
	for len(rest) > 0 {
		right = f.drain(right, rest, f.outs, f.prev)
		left = f.drain(left, rest, f.ins, f.next)
		rest = slices.DeleteFunc(rest, func(n int) bool { return f.gone[n] })
		if len(rest) > 0 {
			left = append(left, slices.MinFunc(rest, func(a, b int) int {
				return cmp.Or(cmp.Compare(early[a], early[b]), cmp.Compare(f.ins[a]-f.outs[a], f.ins[b]-f.outs[b]))
			}))
			f.remove(left[len(left)-1])
		}
	}
	slices.Reverse(right)
	return append(left, right...)
}

// flow is the places and arrows that sequence has still to deal with.
type flow struct {
	next, prev [][]int
	ins, outs  []int // arrows from and to places that are not gone
	gone       []bool
}

func newFlow(arrows []arrow, some []int, places int) *flow {
	f := &flow{make([][]int, places), make([][]int, places), make([]int, places), make([]int, places), make([]bool, places)}
	for _, i := range some {
		from, to := arrows[i].from, arrows[i].to
		f.next[from], f.prev[to] = append(f.next[from], to), append(f.prev[to], from)
		f.outs[from]++
		f.ins[to]++
	}
	return f
}

func (f *flow) remove(n int) {
	f.gone[n] = true
	for _, to := range f.next[n] {
		f.ins[to]--
	}
	for _, from := range f.prev[n] {
		f.outs[from]--
	}
}

// drain moves the places of degree 0 to the list, and those that then have it.
func (f *flow) drain(list, places, degree []int, near [][]int) []int {
	at := len(list)
	take := func(n int) {
		if degree[n] == 0 && !f.gone[n] {
			f.remove(n)
			list = append(list, n)
		}
	}
	for _, n := range places {
		take(n)
		for ; at < len(list); at++ {
			for _, m := range near[list[at]] {
				take(m)
			}
		}
	}
	return list
}
