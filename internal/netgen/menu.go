package netgen

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
)

// need is a set of suppliers, a bit for each node, and how many must run.
type need struct {
	suppliers uint8
	quorum    int
}

// list is what a node may need.
type list []need

// key is the same for lists that differ in order only.
func (l list) key() string {
	l = slices.Clone(l)
	slices.SortFunc(l, func(a, b need) int {
		return cmp.Or(cmp.Compare(a.suppliers, b.suppliers), cmp.Compare(a.quorum, b.quorum))
	})
	return fmt.Sprint(l)
}

// MenuSize is how many lists of needs All tries for each of n nodes.
func MenuSize(n int) int { return len(menu(n, 0)) }

// menu lists what node i of n may need.
func menu(n, i int) []list {
	self := uint8(1) << i
	all := uint8(1)<<n - 1
	others := all &^ self
	switch n {
	case 4:
		return slices.Concat([]list{nil}, quorumNeeds(others), andsOfOrs(others, 2))
	case 5:
		return partitions(others, func(int) int { return 1 })
	}
	lists := append([]list{nil}, quorumNeeds(others)...)
	for x, k := range quorumNeeds(others) {
		for _, l := range quorumNeeds(others)[x:] {
			lists = append(lists, slices.Concat(k, l))
		}
	}
	for _, k := range quorumNeeds(all) {
		if k[0].suppliers&self != 0 {
			lists = append(lists, k)
		}
	}
	return lists
}

// anything lists all that critical needs of the given nodes can make of a node, as an
// AND of ORs; and all ways to write it with quorums in which each supplier stands once.
func anything(nodes uint8) []list {
	lists := andsOfOrs(nodes, 0)
	for _, l := range partitions(nodes, func(suppliers int) int { return suppliers }) {
		if slices.ContainsFunc(l, func(k need) bool { return k.quorum > 1 }) {
			lists = append(lists, l)
		}
	}
	return lists
}

// quorumNeeds lists the single needs whose suppliers are among the given nodes.
func quorumNeeds(nodes uint8) []list {
	var lists []list
	for set := uint8(1); set <= nodes; set++ {
		if set&^nodes == 0 {
			for q := 1; q <= bits.OnesCount8(set); q++ {
				lists = append(lists, list{{set, q}})
			}
		}
	}
	return lists
}

// andsOfOrs lists all sets of so many or more ORs of the given nodes of which none
// contains another.
func andsOfOrs(nodes uint8, least int) (lists []list) {
	var grow func(from uint8, ors list)
	grow = func(from uint8, ors list) {
		if len(ors) >= least {
			lists = append(lists, slices.Clone(ors))
		}
		for set := from; set <= nodes; set++ {
			nested := func(or need) bool {
				both := or.suppliers & set
				return both == set || both == or.suppliers
			}
			if set&^nodes == 0 && !slices.ContainsFunc(ors, nested) {
				grow(set+1, append(ors, need{set, 1}))
			}
		}
	}
	grow(1, nil)
	return lists
}

// partitions lists all sets of needs in which each of the given nodes stands once or
// not at all, with quorums up to the one that a number of suppliers may have.
func partitions(nodes uint8, most func(suppliers int) int) (lists []list) {
	var grow func(left uint8, needs list)
	grow = func(left uint8, needs list) {
		if left == 0 {
			lists = append(lists, slices.Clone(needs))
			return
		}
		first := left & -left
		left &^= first
		grow(left, needs)
		for rest := left; ; rest = (rest - 1) & left { // all sets of those left
			for q := 1; q <= most(1+bits.OnesCount8(rest)); q++ {
				grow(left&^rest, append(needs, need{first | rest, q}))
			}
			if rest == 0 {
				return
			}
		}
	}
	grow(nodes, nil)
	return lists
}
