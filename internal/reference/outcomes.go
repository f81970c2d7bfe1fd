package reference

import (
	"fmt"

	"linestop/graph"
)

// Outcomes says for every set of lost nodes, a bit for each, which nodes are then
// broken or lost, a bit for each: what Certainty says of one cut.
type Outcomes struct{ Sure, Possible []uint16 }

// AllOutcomes finds those of a network of up to 16 nodes and MaxUnsure unsure rows. In each
// world and for each set of lost nodes, it looks at all needs again and again until no
// customer more fails.
func AllOutcomes(net *graph.Network) Outcomes {
	if net.NumNodes() > 16 {
		panic(fmt.Sprintf("reference: %d nodes, above 16", net.NumNodes()))
	}
	var o Outcomes
	count := func(absent map[graph.SourceID]bool) {
		needs := worldNeeds(net, absent)
		first := o.Sure == nil
		if first {
			o = Outcomes{make([]uint16, 1<<net.NumNodes()), make([]uint16, 1<<net.NumNodes())}
		}
		for lost := range o.Sure {
			broken := spread(needs, uint16(lost))
			if first {
				o.Sure[lost] = broken
			}
			o.Sure[lost] &= broken
			o.Possible[lost] |= broken
		}
	}
	for absent := range absences(net) {
		if viable(net, absent) {
			count(absent)
		}
	}
	if o.Sure == nil {
		count(nil)
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

// spread adds to failed nodes all that fail with them.
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
