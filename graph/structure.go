package graph

import "slices"

// adjacency files items under keys, in one array: those of key k are
// items[first[k]:first[k+1]].
type adjacency[T ~int32] struct {
	first []int32
	items []T
}

func (a adjacency[T]) of(key int) []T { return a.items[a.first[key]:a.first[key+1]] }

// newAdjacency files the items 0..count-1 under the key of each (below 0 leaves
// it out), in rising order: a counting sort, O(keys + count).
func newAdjacency[T ~int32](keys, count int, key func(item T) int) adjacency[T] {
	first := make([]int32, keys+1)
	for item := range T(count) {
		if k := key(item); k >= 0 {
			first[k+1]++
		}
	}
	for k := range keys {
		first[k+1] += first[k]
	}
	items := make([]T, first[keys])
	next := slices.Clone(first)
	for item := range T(count) {
		if k := key(item); k >= 0 {
			items[next[k]] = item
			next[k]++
		}
	}
	return adjacency[T]{first, items}
}

func (n *Network) bySupplier() adjacency[SourceID] {
	return newAdjacency(len(n.ids), len(n.sources), func(s SourceID) int { return int(n.sources[s].supplier) })
}

func (n *Network) byParent() adjacency[NodeID] {
	return newAdjacency(len(n.ids), len(n.ids), func(i NodeID) int { return int(n.parent[i]) })
}

// groupNeeds gathers the rows of each need: rows of a customer with the same
// name belong together, a row without a name is a need of its own.
func (n *Network) groupNeeds() {
	rows := newAdjacency(len(n.ids), len(n.sources), func(s SourceID) int { return int(n.sources[s].customer) })
	n.firstNeed = make([]NeedID, 0, len(n.ids)+1)
	named := map[symbol]NeedID{}
	for i := range NodeID(len(n.ids)) {
		n.firstNeed = append(n.firstNeed, NeedID(len(n.needCustomer)))
		n.nameNeeds(i, rows.of(int(i)), named)
	}
	n.firstNeed = append(n.firstNeed, NeedID(len(n.needCustomer)))
	n.needRows = newAdjacency(len(n.needCustomer), len(n.sources), func(s SourceID) int { return int(n.sources[s].need) })
}

// nameNeeds numbers the needs of one customer. named is scratch.
func (n *Network) nameNeeds(customer NodeID, rows []SourceID, named map[symbol]NeedID) {
	clear(named)
	for _, row := range rows {
		r := &n.sources[row]
		if r.name != 0 {
			if k, ok := named[r.name]; ok {
				r.need = k
				continue
			}
			named[r.name] = NeedID(len(n.needCustomer))
		}
		r.need = NeedID(len(n.needCustomer))
		n.needCustomer = append(n.needCustomer, customer)
	}
}
