package cutset

import (
	"slices"

	"linestop/graph"
)

// formula says which losses break a product. It is what is left of the network
// upstream of the product, once what cannot break and what breaks together is out
// of the way.
type formula struct {
	gates  []gate            // each after those it asks, but for cycles
	groups [][]graph.GroupID // by variable: any of these is as good as another
	top    int32             // the gate of the product; -1: nothing breaks it
}

// gate is true if any of what it asks is.
type gate struct {
	variables []int32
	gates     []int32
	quorums   []quorum
}

// quorum is true if so many of the gates are. A gate that stands twice counts
// twice.
type quorum struct {
	dead  int
	gates []int32
}

// asks lists the gates that a gate asks.
func (g *gate) asks() []int32 {
	list := slices.Clone(g.gates)
	for _, q := range g.quorums {
		list = append(list, q.gates...)
	}
	return list
}

// arrange numbers variables and gates as a search from the product meets them:
// variables before those that are farther upstream, gates after them. Of several gates it goes first to
// the one that most others ask: diagrams are then mostly smaller (decision 21).
func (f *formula) arrange() {
	askers := make([]int, len(f.gates))
	for g := range f.gates {
		for _, to := range f.gates[g].asks() {
			askers[to]++
		}
	}
	gates, variables := slices.Repeat([]int32{-1}, len(f.gates)), slices.Repeat([]int32{-1}, len(f.groups))
	var order []int32
	var groups [][]graph.GroupID
	var visit func(g int32)
	visit = func(g int32) {
		if gates[g] >= 0 {
			return
		}
		gates[g] = 0
		for _, v := range f.gates[g].variables {
			if variables[v] < 0 {
				variables[v] = int32(len(groups))
				groups = append(groups, f.groups[v])
			}
		}
		asks := f.gates[g].asks()
		slices.SortStableFunc(asks, func(a, b int32) int { return askers[b] - askers[a] })
		for _, to := range asks {
			visit(to)
		}
		gates[g] = int32(len(order))
		order = append(order, g)
	}
	visit(f.top)
	sorted := make([]gate, len(order))
	for n, g := range order {
		sorted[n] = f.gates[g]
		renumber(sorted[n].variables, variables)
		renumber(sorted[n].gates, gates)
		for _, q := range sorted[n].quorums {
			renumber(q.gates, gates)
		}
	}
	f.gates, f.groups, f.top = sorted, groups, gates[f.top]
}

func renumber(list, by []int32) {
	for n, x := range list {
		list[n] = by[x]
	}
}
