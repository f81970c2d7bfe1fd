package reference

import "linestop/graph"

// Rates say what nodes and rows can do.
type Rates struct {
	Left    []float64 // by node: what is left of it
	RowLeft []float64 // by row: what is left of it
	Carries []float64 // by row: what all of it carries of its need when its supplier runs at full rate

	// Only on a day of a timeline; else nil.
	Late    []float64 // by row: level that comes in besides
	Stocked []bool    // by need: met whatever comes in
	Asks    []int     // by need: rows that must bring something
}

// Steady is the levels at which nodes settle, found in rounds from full rate
// down: in each, every node runs at the least of what is left of it, of what its critical
// needs are met by, and of what its degrading needs leave. A row brings what it
// carries times its supplier's level of the round before. A need is met by nothing
// if fewer rows bring something than its quorum asks for, or than there are that
// carry something, whichever is less.
//
// The rounds end when none lowers a level by more than rounding explains; on a
// cycle whose gain is g they are off by some 1e-15/(1-g) then. If that is not so
// after the given number of rounds, settled is false.
//
// Cost O(rounds × rows).
func Steady(net *graph.Network, r Rates, rounds int) (levels []float64, settled bool) {
	levels = make([]float64, net.NumNodes())
	for i := range levels {
		levels[i] = 1
	}
	for range rounds {
		next, falls := make([]float64, len(levels)), false
		for i := range graph.NodeID(len(levels)) {
			next[i] = min(levels[i], r.allowed(net, i, levels))
			if next[i] < 1e-300 {
				next[i] = 0 // the limit of what halves for ever
			}
			falls = falls || next[i] < levels[i]*(1-1e-15)
		}
		if !falls {
			return levels, true
		}
		levels = next
	}
	return levels, false
}

func (r Rates) allowed(net *graph.Network, i graph.NodeID, levels []float64) float64 {
	least, lost := r.Left[i], 0.0
	for k := range net.Needs(i) {
		if r.Stocked != nil && r.Stocked[k] {
			continue
		}
		met := min(1, r.intake(net, k, levels))
		switch need := net.Need(k); need.Level {
		case graph.Critical:
			least = min(least, met)
		case graph.Degrading:
			lost += need.Weight * (1 - met)
		}
	}
	rest := 1 - lost
	if rest < 1e-15 {
		rest = 0 // but for rounding
	}
	return min(least, rest)
}

func (r Rates) intake(net *graph.Network, k graph.NeedID, levels []float64) float64 {
	sum, delivering, carrying := 0.0, 0, 0
	for _, s := range net.SourcesOf(k) {
		supplier, _ := net.Ends(s)
		if r.Carries[s] > 0 {
			carrying++
		}
		brings := r.RowLeft[s] * levels[supplier]
		if r.Late != nil {
			brings += r.Late[s]
		}
		if v := r.Carries[s] * brings; v > 0 {
			sum += v
			delivering++
		}
	}
	asks := min(net.NeedQuorum(k), carrying)
	if r.Asks != nil {
		asks = r.Asks[k]
	}
	if delivering < asks {
		return 0
	}
	return sum
}
