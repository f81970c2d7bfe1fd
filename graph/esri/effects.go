package esri

import (
	"fmt"

	"linestop/graph"
)

// Inputs says whose word on the effect of an input counts.
type Inputs string

const (
	ByData       Inputs = ""          // inputs.csv; where that says nothing, the level of the need
	AllEssential Inputs = "essential" // a Leontief production function
	AllLinear    Inputs = "linear"    // a linear one
)

// ParseInputs reads whose word counts by its name.
func ParseInputs(name string) (Inputs, error) {
	if i := Inputs(name); i == AllEssential || i == AllLinear {
		return i, nil
	}
	return "", fmt.Errorf("%q is none of essential, linear", name)
}

// anySector stands for all sectors.
const anySector int32 = -1

// effects says what the loss of a row does to its customer.
func (e *Economy) effects(all Inputs) func(s graph.SourceID, supplier, customer graph.NodeID) graph.Effect {
	switch all {
	case AllEssential:
		return func(graph.SourceID, graph.NodeID, graph.NodeID) graph.Effect { return graph.Essential }
	case AllLinear:
		return func(graph.SourceID, graph.NodeID, graph.NodeID) graph.Effect { return graph.Linear }
	}
	table := e.table()
	return func(s graph.SourceID, supplier, customer graph.NodeID) graph.Effect {
		from, to := e.sector[e.place[supplier]], e.sector[e.place[customer]]
		for _, pair := range [][2]int32{{from, to}, {from, anySector}, {anySector, to}, {anySector, anySector}} {
			if effect, ok := table[pair]; ok {
				return effect
			}
		}
		return e.net.NeedLevel(e.net.NeedOf(s)).Effect()
	}
}

// table is what inputs.csv says, by sectors.
func (e *Economy) table() map[[2]int32]graph.Effect {
	numbers := map[string]int32{graph.AnySector: anySector}
	for place, i := range e.node {
		numbers[e.net.Sector(i)] = e.sector[place]
	}
	table := map[[2]int32]graph.Effect{}
	for _, in := range e.net.Inputs() {
		from, known := numbers[in.SupplierSector]
		to, known2 := numbers[in.CustomerSector]
		pair := [2]int32{from, to}
		if _, twice := table[pair]; twice || !known || !known2 {
			continue
		}
		if effect, err := graph.ParseEffect(in.Effect); err == nil {
			table[pair] = effect
		}
	}
	return table
}
