package netgen

import (
	"fmt"
	"math/bits"
	"slices"
)

// need is a set of suppliers, a bit for each node, and how many must run.
type need struct {
	suppliers uint8
	quorum    int
}

// list is what a node may need. Its kind is what a renaming does not change.
type list struct {
	needs []need
	kind  string
}

// MenuSize is how many lists of needs All tries for each of n nodes.
func MenuSize(n int) int { return len(menu(n, 0)) }

// menu lists what node i of n may need.
func menu(n, i int) []list {
	self := uint8(1) << i
	all := uint8(1)<<n - 1
	var lists []list
	add := func(needs ...need) {
		lists = append(lists, list{slices.Clone(needs), kind(needs, self)})
	}
	add()
	others := quorumNeeds(all &^ self)
	for _, k := range others {
		add(k)
	}
	if n == 4 {
		andOfOrs(all&^self, 1, nil, add)
		return lists
	}
	for x, k := range others {
		for _, l := range others[x:] {
			add(k, l)
		}
	}
	for _, k := range quorumNeeds(all) {
		if k.suppliers&self != 0 {
			add(k)
		}
	}
	return lists
}

// quorumNeeds lists the needs whose suppliers are among the given nodes.
func quorumNeeds(nodes uint8) []need {
	var needs []need
	for set := uint8(1); set <= nodes; set++ {
		if set&^nodes == 0 {
			for q := 1; q <= bits.OnesCount8(set); q++ {
				needs = append(needs, need{set, q})
			}
		}
	}
	return needs
}

// andOfOrs adds all sets of two or more ORs of the given nodes of which none
// contains another, grown from ors by sets from the given one on.
func andOfOrs(nodes, from uint8, ors []need, add func(...need)) {
	if len(ors) >= 2 {
		add(ors...)
	}
	for set := from; set <= nodes; set++ {
		nested := func(or need) bool {
			both := or.suppliers & set
			return both == set || both == or.suppliers
		}
		if set&^nodes == 0 && !slices.ContainsFunc(ors, nested) {
			andOfOrs(nodes, set+1, append(ors, need{set, 1}), add)
		}
	}
}

func kind(needs []need, self uint8) string {
	kinds := make([]string, len(needs))
	for x, k := range needs {
		kinds[x] = fmt.Sprint(bits.OnesCount8(k.suppliers), k.quorum, k.suppliers&self != 0)
	}
	slices.Sort(kinds)
	return fmt.Sprint(kinds)
}
