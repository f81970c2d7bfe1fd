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
)

// Kinds lists all kinds.
func Kinds() []Kind { return []Kind{Confirm, Source, Quorum, NewSource} }

// ParseKind reads a kind by its name.
func ParseKind(name string) (Kind, error) {
	var known []string
	for _, k := range Kinds() {
		if name == string(k) {
			return k, nil
		}
		known = append(known, string(k))
	}
	return "", fmt.Errorf("change %q is none of %s", name, strings.Join(known, ", "))
}

// Candidate is a change that could be made, to one need.
type Candidate struct {
	Kind     Kind
	Need     graph.NeedID
	Supplier graph.NodeID // of Confirm and Source; else graph.None
	Cost     float64
}
