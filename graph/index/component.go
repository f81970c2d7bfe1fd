package index

import (
	"linestop/graph"
	"linestop/internal/scc"
)

// Components are the strongly connected components over rows of critical and
// degrading needs, those by which a supplier's level reaches its customer. Suppliers of a
// component are in components of lower rank. Computed once, O(nodes + rows).
func (ix *Index) Components() scc.Components { return ix.components() }

func newComponents(ix *Index) scc.Components {
	rows := func(i int32) int {
		needs, _ := ix.Out(graph.NodeID(i))
		return len(needs)
	}
	customer := func(i int32, row int) int32 {
		needs, customers := ix.Out(graph.NodeID(i))
		if l := ix.Net.NeedLevel(needs[row]); l != graph.Critical && l != graph.Degrading {
			return -1
		}
		return int32(customers[row])
	}
	return scc.Find(ix.Net.NumNodes(), rows, customer)
}
