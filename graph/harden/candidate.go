package harden

import (
	"fmt"
	"strings"

	"linestop/graph"
)

// Kind is a way to change a need. Those that lean on more of what the data hold come
// first: of two changes that do the same for the same cost the first is taken.
type Kind string

const (
	Confirm   Kind = "confirm"    // make sure of a source that the data only assume
	Source    Kind = "source"     // a second source: a node that supplies others with the same
	Quorum    Kind = "quorum"     // run with one source less
	NewSource Kind = "new_source" // a second source that the data do not know

	// Of these the structure knows nothing: they are weighed against a scenario.

	Buffer   Kind = "buffer"   // hold more of what is needed
	Switch   Kind = "switch"   // let a source step up at once
	Recovery Kind = "recovery" // be back in half the time
)

// Kinds lists the kinds that Choose weighs.
func Kinds() []Kind { return []Kind{Confirm, Source, Quorum, NewSource} }

// KindsAgainst lists the kinds that Against weighs.
func KindsAgainst() []Kind {
	return []Kind{Switch, Recovery, Buffer, Confirm, Source, Quorum, NewSource}
}

// ParseKind reads a kind by its name.
func ParseKind(name string) (Kind, error) {
	var known []string
	for _, k := range append(Kinds(), Buffer, Switch, Recovery) {
		if name == string(k) {
			return k, nil
		}
		known = append(known, string(k))
	}
	return "", fmt.Errorf("change %q is none of %s", name, strings.Join(known, ", "))
}

// Candidate is a change that could be made, to one need or, if it is a Recovery, to one node.
type Candidate struct {
	Kind     Kind
	Need     graph.NeedID // NoNeed of a Recovery
	Supplier graph.NodeID // of Confirm, Source and Switch; the node of a Recovery; else graph.None
	Cost     float64
}

// NoNeed stands where a node is changed.
const NoNeed graph.NeedID = -1
