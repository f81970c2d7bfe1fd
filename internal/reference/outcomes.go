package reference

import (
	"fmt"
	"math"

	"linestop/graph"
)

// Worlds are those of Certainty, for sets of nodes that have a bit for each.
type Worlds [][]worldNeed

// NewWorlds takes a network of up to 16 nodes and MaxUnsure unsure rows.
func NewWorlds(net *graph.Network) (w Worlds) {
	if net.NumNodes() > 16 {
		panic(fmt.Sprintf("reference: %d nodes, above 16", net.NumNodes()))
	}
	for absent := range absences(net) {
		if viable(net, absent) {
			w = append(w, worldNeeds(net, absent))
		}
	}
	if w == nil {
		w = Worlds{worldNeeds(net, nil)}
	}
	return w
}

// Lose says which nodes are broken or lost if these are lost, as Certainty does.
func (w Worlds) Lose(nodes uint16) (sure, possible uint16) {
	sure = math.MaxUint16
	for _, needs := range w {
		broken := spread(needs, nodes)
		sure &= broken
		possible |= broken
	}
	return sure, possible
}

// Outcomes says the same for every set of lost nodes.
type Outcomes struct{ Sure, Possible []uint16 }

// AllOutcomes takes what NewWorlds does.
func AllOutcomes(net *graph.Network) Outcomes {
	worlds, sets := NewWorlds(net), 1<<net.NumNodes()
	o := Outcomes{make([]uint16, sets), make([]uint16, sets)}
	for lost := range sets {
		o.Sure[lost], o.Possible[lost] = worlds.Lose(uint16(lost))
	}
	return o
}

// worldNeed is a critical need that exists in a world, with the supplier of each row.
type worldNeed struct {
	customer  graph.NodeID
	quorum    int
	suppliers []graph.NodeID
}

func worldNeeds(net *graph.Network, absent map[graph.SourceID]bool) (needs []worldNeed) {
	for k := range graph.NeedID(net.NumNeeds()) {
		need := worldNeed{customer: net.CustomerOf(k), quorum: net.NeedQuorum(k)}
		for _, s := range net.SourcesOf(k) {
			if supplier, _ := net.Ends(s); !absent[s] {
				need.suppliers = append(need.suppliers, supplier)
			}
		}
		if net.NeedLevel(k) == graph.Critical && len(need.suppliers) > 0 {
			needs = append(needs, need)
		}
	}
	return needs
}

// spread adds to failed nodes all that fail with them. It looks at all needs again and again
// until no customer more fails.
func spread(needs []worldNeed, failed uint16) uint16 {
	for {
		before := failed
		for _, k := range needs {
			running := 0
			for _, supplier := range k.suppliers {
				running += int(^failed >> supplier & 1)
			}
			if running < k.quorum {
				failed |= 1 << k.customer
			}
		}
		if failed == before {
			return failed
		}
	}
}
