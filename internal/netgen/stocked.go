package netgen

import (
	"math/rand/v2"

	"linestop/graph"
)

// Stocked gives the rows of a network days: stocks of up to two months of which a quarter
// of a day's use may be rebuilt daily, goods that are on the way for up to ten days, and
// sources each of which can carry its need alone after up to two months.
func Stocked(seed uint64, net *graph.Network) *graph.Network {
	rng := rand.New(rand.NewPCG(seed, 1))
	choose := func(menu ...float64) graph.Number { return graph.Num(menu[rng.IntN(len(menu))]) }
	b := graph.NewBuilder(net.Info)
	for i := range graph.NodeID(net.NumNodes()) {
		b.AddNode(net.Node(i))
	}
	buffers := map[graph.NeedID]graph.Number{}
	for s := range graph.SourceID(net.NumSources()) {
		row, k := net.Source(s), net.NeedOf(s)
		if _, known := buffers[k]; !known {
			buffers[k] = choose(0, 5, 10, 30, 60)
		}
		row.BufferDays, row.Refill = buffers[k], graph.Num(0.25)
		row.TransitDays, row.SwitchDays, row.MaxShare = choose(0, 0, 1, 3, 10), choose(0, 10, 30, 60), graph.Num(1)
		b.AddSource(row)
	}
	return b.Build()
}
