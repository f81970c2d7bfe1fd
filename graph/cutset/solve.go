package cutset

import (
	"linestop/internal/diagram"
	"linestop/internal/scc"
)

// algebra is in what a formula is solved: families of cut sets, or functions.
type algebra interface {
	Single(variable int32) diagram.ID
	Union(a, b diagram.ID) diagram.ID
	AtLeast(k int, list []diagram.ID) diagram.ID
	Err() error
}

// solve gives the product's value, void if the algebra has an error then. Gates on a
// cycle begin with never and are asked again while what they ask changes: that
// leads to the least solution, as the rule wants it that each break has a reason.
func (f *formula) solve(in algebra) diagram.ID {
	if f.top < 0 {
		return diagram.None
	}
	values := make([]diagram.ID, len(f.gates))
	dirty := make([]bool, len(f.gates))
	cycles, askedBy := f.cycles()
	for _, gates := range cycles {
		for _, g := range gates {
			dirty[g] = true
		}
		for changed := true; changed && in.Err() == nil; {
			changed = false
			for _, g := range gates {
				if !dirty[g] {
					continue
				}
				dirty[g] = false
				if v := f.gates[g].value(in, values); v != values[g] {
					values[g], changed = v, true
					for _, to := range askedBy[g] {
						dirty[to] = true
					}
				}
			}
		}
	}
	return values[f.top]
}

func (g *gate) value(in algebra, values []diagram.ID) diagram.ID {
	value := diagram.None
	for _, q := range g.quorums {
		list := make([]diagram.ID, len(q.gates))
		for n, to := range q.gates {
			list[n] = values[to]
		}
		value = in.Union(value, in.AtLeast(q.dead, list))
	}
	for _, to := range g.gates {
		value = in.Union(value, values[to])
	}
	for _, v := range g.variables {
		value = in.Union(value, in.Single(v))
	}
	return value
}

// cycles are the strongly connected components of the gates, what is asked first,
// the gates of each in their order; and for each gate those of its own
// component that ask it.
func (f *formula) cycles() (cycles [][]int32, askedBy [][]int32) {
	asks := make([][]int32, len(f.gates))
	for g := range f.gates {
		asks[g] = f.gates[g].asks()
	}
	c := scc.Find(len(f.gates), func(g int32) int { return len(asks[g]) }, func(g int32, n int) int32 { return asks[g][n] })
	cycles, askedBy = make([][]int32, len(c.Sizes)), make([][]int32, len(f.gates))
	for g, rank := range c.Rank {
		at := len(cycles) - 1 - int(rank)
		cycles[at] = append(cycles[at], int32(g))
		for _, to := range asks[g] {
			if c.Rank[to] == rank {
				askedBy[to] = append(askedBy[to], int32(g))
			}
		}
	}
	return cycles, askedBy
}
