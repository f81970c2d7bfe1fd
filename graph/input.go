package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Effect says what a supplier's loss of output does to a customer, in the economic
// ranking: see package graph/esri.
type Effect uint8

const (
	Essential Effect = iota // the customer falls with the part of the input that is missing
	Linear                  // it falls by the input's part of all that it buys
	NoEffect                // it does not fall
)

var effects = [...]string{"essential", "linear", "none"}

func (e Effect) String() string { return effects[e] }

// ParseEffect reads an effect by its name.
func ParseEffect(s string) (Effect, error) {
	for i, name := range effects {
		if s == name {
			return Effect(i), nil
		}
	}
	return 0, fmt.Errorf("effect %q is none of essential, linear, none", s)
}

// Effect is what a lost need of a level does, where no Input says otherwise.
func (l Level) Effect() Effect {
	switch l {
	case Critical:
		return Essential
	case Degrading:
		return Linear
	}
	return NoEffect
}

// AnySector stands for all sectors in an Input.
const AnySector = "*"

// Input says what goods of one sector are to the nodes of another: a row of
// inputs.csv.
type Input struct {
	SupplierSector, CustomerSector string // or AnySector
	Effect                         string // an Effect's name
	Attrs                          []Attr

	Place                        Place // of the supplier sector's cell
	CustomerColumn, EffectColumn int

	judged  bool    // it is known whether
	unknown [2]bool // no node was of the supplier's, the customer's sector, before any change
}

// AddInput adds a row that says what goods of a sector are to another. Of two about
// the same sectors the first counts, and Validate reports the other.
func (b *Builder) AddInput(in Input) {
	for _, text := range []*string{&in.SupplierSector, &in.CustomerSector, &in.Effect} {
		*text = strings.Clone(*text) // a loader's cells share the memory of many rows
	}
	given := in.Attrs
	in.Attrs = nil
	for _, a := range given {
		if a.Value != "" {
			in.Attrs = append(in.Attrs, Attr{a.Name, strings.Clone(a.Value)})
		}
	}
	b.part.inputs = append(b.part.inputs, in)
}

// Inputs lists what the data say of sectors' goods, in their order. The caller must
// not change the slice.
func (n *Network) Inputs() []Input { return n.inputs }

// sectors lists the sectors of nodes, sorted.
func (n *Network) sectors() []string {
	met := map[symbol]bool{}
	var list []string
	for _, s := range n.nodeRows.texts[sector].given(context.Background()) {
		if s := symbol(s); !met[s] {
			met[s] = true
			list = append(list, n.symbols.at(s))
		}
	}
	slices.Sort(list)
	return list
}

// findSectors finds out which inputs are about sectors that no node is of. What changes take
// away was there.
func (n *Network) findSectors() {
	if len(n.inputs) == 0 {
		return
	}
	list := n.sectors()
	unknown := func(name string) bool {
		_, known := slices.BinarySearch(list, name)
		return !known && name != AnySector
	}
	for i := range n.inputs {
		in := &n.inputs[i]
		if !in.judged {
			in.unknown, in.judged = [2]bool{unknown(in.SupplierSector), unknown(in.CustomerSector)}, true
		}
	}
}
