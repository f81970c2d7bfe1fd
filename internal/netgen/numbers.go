package netgen

import (
	"math/rand/v2"

	"linestop/graph"
)

// Menus of values that meet each other: equal days make events coincide, eighths
// add up without rounding.
var (
	days    = []float64{0, 0, 1, 2, 5, 10}
	parts   = []float64{0, 0.25, 0.5, 1}
	weights = []float64{0.25, 0.5, 0.75, 1}
)

// value draws from a menu, or any value up to most.
func (r random) value(menu []float64, most float64) float64 {
	if r.chance(0.7) {
		return menu[r.IntN(len(menu))]
	}
	return most * r.Float64()
}

// given is v, or nothing.
func (r random) given(v float64) graph.Number {
	if r.chance(r.Numbers) {
		return graph.Num(v)
	}
	return graph.Number{}
}

// numberNodes gives stocks and recovery times.
func (r random) numberNodes(nodes []graph.Node) {
	if r.Numbers <= 0 {
		return
	}
	for i := range nodes {
		nodes[i].StockDays = r.given(r.value(days, 20))
		nodes[i].RecoverDays = r.given(r.value(days, 20))
	}
}

// numberRows gives the rows of a need their numbers, the first of them those of
// the need.
func (r random) numberRows(rows []graph.Source) {
	if r.Numbers <= 0 || len(rows) == 0 {
		return
	}
	shares := r.shares(len(rows))
	for n, share := range shares {
		row := &rows[n]
		row.Share = r.given(share)
		row.MaxShare = r.given(share + r.value(parts, 1))
		row.SwitchDays = r.given(r.value(days, 20))
		row.TransitDays = r.given(r.value(days, 20))
	}
	if rows[0].Level == graph.Degrading.String() {
		rows[0].Weight = r.given(r.value(weights, 1))
	}
	rows[0].BufferDays = r.given(r.value(days, 20))
	if rows[0].BufferDays.Value > 0 {
		rows[0].Refill = r.given(r.value(parts, 1))
	}
}

// shares sum to 1, to eighths without rounding; some may be 0.
func (r random) shares(n int) []float64 {
	shares, sum := make([]float64, n), 0.0
	if r.chance(0.5) {
		for range 8 {
			shares[r.IntN(n)] += 1. / 8
		}
		return shares
	}
	for i := range shares {
		shares[i] = r.ExpFloat64()
		sum += shares[i]
	}
	for i := range shares {
		shares[i] = min(1, shares[i]/sum)
	}
	return shares
}

// RandomCuts takes one to three nodes and up to two rows of a network that has
// some, in whole or in part, for ever, for a time, along a curve, or later only.
func RandomCuts(rng *rand.Rand, net *graph.Network) []graph.Cut {
	r := random{Rand: rng}
	nodes, rows := RandomCut(rng, net)
	var cuts []graph.Cut
	for _, i := range nodes {
		cuts = append(cuts, graph.Cut{Target: net.ID(i)})
	}
	for _, s := range rows {
		row := net.Source(s)
		cuts = append(cuts, graph.Cut{Supply: &graph.Supply{Supplier: row.Supplier, Customer: row.Customer, Need: row.Need}})
	}
	for n := range cuts {
		r.cut(&cuts[n])
	}
	return cuts
}

func (r random) cut(c *graph.Cut) {
	if r.chance(0.4) {
		c.From = r.value(days, 20)
	}
	if r.chance(0.4) {
		c.Until = graph.Num(c.From + 1 + r.value(days, 20))
	}
	switch x := r.IntN(10); {
	case x < 4: // whole
	case x < 7:
		c.Left = r.value(parts, 1)
	case x < 9:
		for n := range 1 + r.IntN(3) {
			c.Curve = append(c.Curve, graph.Step{Day: 10 * float64(n), Left: r.value(parts, 1)})
		}
	default:
		c.Delay = graph.Num(1 + r.value(days, 20))
	}
}
