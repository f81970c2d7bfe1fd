package cut

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// Status is what a cut makes of a node.
type Status uint8

const (
	Running Status = iota
	Exposed
	Reduced
	Broken
	Cut
)

func (s Status) String() string {
	return [...]string{"running", "exposed", "reduced", "broken", "cut"}[s]
}

// Status is the status of node i. O(log nodes touched).
func (r *Result) Status(i graph.NodeID) Status {
	if f, failed := r.Failure(i); failed {
		if f.Need == NoNeed {
			return Cut
		}
		return Broken
	}
	if has(r.Set.Reduced, i) {
		return Reduced
	}
	if _, exposed := r.Exposure(i); exposed {
		return Exposed
	}
	return Running
}

// Statuses gives the status of every node.
func (r *Result) Statuses() []Status {
	list := make([]Status, r.ix.Net.NumNodes())
	for _, e := range r.Exposed {
		list[e.Node] = Exposed
	}
	for _, i := range r.Set.Reduced {
		list[i] = Reduced
	}
	for _, f := range r.Failures {
		list[f.Node] = Broken
		if f.Need == NoNeed {
			list[f.Node] = Cut
		}
	}
	return list
}

// Failure is how node i fails, if it does.
func (r *Result) Failure(i graph.NodeID) (Failure, bool) {
	f, ok := r.byNode()[i]
	return f, ok
}

// Exposure is what node i has lost, if it is exposed.
func (r *Result) Exposure(i graph.NodeID) (Exposure, bool) {
	at, ok := slices.BinarySearchFunc(r.Exposed, i, func(e Exposure, i graph.NodeID) int { return cmp.Compare(e.Node, i) })
	if !ok {
		return Exposure{}, false
	}
	return r.Exposed[at], true
}
