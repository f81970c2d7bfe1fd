package esri

import (
	"cmp"
	"slices"

	"linestop/graph"
	"linestop/internal/scc"
)

// order gives each node its place: components with suppliers first, and the nodes of one against
// the order in which a search along the goods leaves them, so that most rows lead onward there,
// too.
func (e *Economy) order() {
	n := e.net.NumNodes()
	found := scc.Find(n, func(i int32) int { return len(e.net.Deliveries(graph.NodeID(i))) },
		func(i int32, row int) int32 { return int32(e.customer(graph.NodeID(i), row)) })
	left := e.search()
	e.node = make([]graph.NodeID, n)
	for i := range e.node {
		e.node[i] = graph.NodeID(i)
	}
	slices.SortFunc(e.node, func(a, b graph.NodeID) int {
		return cmp.Or(cmp.Compare(found.Rank[a], found.Rank[b]), cmp.Compare(left[b], left[a]))
	})
	e.place, e.cycle = make([]int32, n), make([]int32, n)
	for place, i := range e.node {
		e.place[i], e.cycle[place] = int32(place), found.Rank[i]
	}
}

// search numbers the nodes in the order in which a depth-first search leaves them.
func (e *Economy) search() []int32 {
	n := e.net.NumNodes()
	left, next, met := make([]int32, n), make([]int32, n), make([]bool, n)
	count := int32(0)
	var path []graph.NodeID
	enter := func(i graph.NodeID) {
		if !met[i] {
			met[i] = true
			path = append(path, i)
		}
	}
	for root := range graph.NodeID(n) {
		for enter(root); len(path) > 0; {
			i := path[len(path)-1]
			if row := int(next[i]); row < len(e.net.Deliveries(i)) {
				next[i]++
				if customer := e.customer(i, row); customer != graph.None {
					enter(customer)
				}
				continue
			}
			path = path[:len(path)-1]
			left[i] = count
			count++
		}
	}
	return left
}

// customer is the other end of a row of a supplier, None if it pays nothing.
func (e *Economy) customer(i graph.NodeID, row int) graph.NodeID {
	s := e.net.Deliveries(i)[row]
	if e.net.Flow(s).Value == 0 {
		return graph.None
	}
	_, customer := e.net.Ends(s)
	return customer
}
