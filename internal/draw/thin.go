package draw

import (
	"cmp"
	"slices"
	"sort"
)

// What Graphviz lays out in a few seconds: it pays for every column that an
// arrow crosses. There is no picture of more nodes but in DOT.
const (
	MaxNodes   = 1000
	maxCrossed = 4000
)

// arrow is what may be drawn between two places of a picture.
type arrow struct {
	from, to int
	weight   weight
	kept     bool
	back     bool // leads to the left
}

// weight says how much an arrow tells about the question, the most telling first.
type weight uint8

const (
	proves  weight = iota // is cut, or a reason why its customer is broken
	lost                  // has failed or lessened otherwise
	holds                 // is left of a need that lost a source
	plainly               // delivers
	spare                 // is an alternate of a need that lost nothing
)

// thin keeps as many arrows as cross at most so many columns, by weight, and of one
// weight the first of every customer before the second of any. Arrows lead from one
// place to another; early says for each place how early it is to come where
// cycles leave a choice. It returns how many arrows are left out, and how many
// columns the kept ones cross. O(log(arrows) * (places + arrows)) without cycles.
func thin(arrows []arrow, early []int, most int) (left, crossed int) {
	order := byWeight(arrows)
	if crossed = settle(arrows, order, early); crossed > most {
		order = order[:sort.Search(len(order), func(n int) bool { return settle(arrows, order[:n+1], early) > most })]
		crossed = settle(arrows, order, early)
	}
	for _, i := range order {
		arrows[i].kept = true
	}
	return len(arrows) - len(order), crossed
}

func byWeight(arrows []arrow) []int {
	order := make([]int, len(arrows))
	turn := make([]int, len(arrows)) // how many arrows of its weight its customer has before it
	type group struct {
		to int
		weight
	}
	seen := map[group]int{}
	for i, a := range arrows {
		g := group{a.to, a.weight}
		order[i], turn[i] = i, seen[g]
		seen[g]++
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(arrows[i].weight, arrows[j].weight), cmp.Compare(turn[i], turn[j]))
	})
	return order
}
