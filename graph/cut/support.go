package cut

import (
	"math"

	"linestop/graph"
)

// Support is a need of a running node, whole or not, with all its sources.
type Support struct {
	Loss  // counts; nothing is lost where Left is Sources
	Fates []ProofSource
}

// Lost says whether any source is lost.
func (s Support) Lost() bool { return s.Left < s.Sources }

// Supports lists the needs of node i and what became of each of their sources,
// in the order of the data.
func (r *Result) Supports(i graph.NodeID) []Support {
	net := r.ix.Net
	var list []Support
	for k := range net.Needs(i) {
		sources, left := r.prover(r.byNode()).sources(k, math.MaxInt)
		list = append(list, Support{
			Loss:  Loss{Need: k, Level: net.NeedLevel(k), Left: left, Quorum: net.NeedQuorum(k), Sources: len(sources)},
			Fates: sources,
		})
	}
	return list
}

// Restart says whether a running node could start again after a full stop of
// all. The two ways in which it could not differ only on cycles and behind them.
type Restart uint8

const (
	CanRestart Restart = iota
	NoLonger           // it could before the cut
	NeverCould         // nor could it before
)

func (s Restart) String() string { return [...]string{"yes", "no_longer", "never"}[s] }

// Restart says whether node i, if it runs, could start again.
func (r *Result) Restart(i graph.NodeID) Restart {
	switch {
	case has(r.Stranded, i):
		return NoLonger
	case r.start.Place[i] == 0:
		return NeverCould
	}
	return CanRestart
}
