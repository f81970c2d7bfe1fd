package level

import (
	"linestop/graph"
	"linestop/graph/index"
)

// System holds what decides the levels. Its exported fields may be changed between
// two calls of Settle, which must then be told which nodes they concern. A System
// serves one goroutine.
type System struct {
	Left     []float64 // by node: what is left of it by itself, 0..1
	Carries  []float64 // by row: what it carries of its need when its supplier runs at level 1
	Stocked  []bool    // by need: met from stock, whatever arrives
	Held     []bool    // by row: does not bring the supplier's level of now
	Arrived  []float64 // by row: what it brings besides, from earlier, as a level, at least 0
	Quorum   []int32   // by need: sources that must deliver something
	Weight   []float64 // by need: part of the customer's rate lost with a degrading need
	Critical []bool    // by need

	net   *graph.Network
	level []float64 // by node
	rank  []int32   // by node: that of its component; suppliers outside it have a lower one

	queue  queue
	waits  []bool // by node: is in the queue
	moved  []graph.NodeID
	before map[graph.NodeID]float64 // of the moved: level before this Settle
}

// New makes a System in which all is left, rows carry what carries says, nothing
// is in stock, and each node runs at level 1. O(nodes + rows).
func New(ix *index.Index, carries []float64) *System {
	net := ix.Net
	s := &System{
		Left:     ones(net.NumNodes()),
		Carries:  append([]float64(nil), carries...),
		Stocked:  make([]bool, net.NumNeeds()),
		Held:     make([]bool, net.NumSources()),
		Arrived:  make([]float64, net.NumSources()),
		Quorum:   make([]int32, net.NumNeeds()),
		Weight:   make([]float64, net.NumNeeds()),
		Critical: make([]bool, net.NumNeeds()),
		net:      net,
		level:    ones(net.NumNodes()),
		rank:     ix.Components().Rank,
		waits:    make([]bool, net.NumNodes()),
		before:   map[graph.NodeID]float64{},
	}
	for k := range graph.NeedID(net.NumNeeds()) {
		s.Quorum[k] = int32(net.NeedQuorum(k))
		switch net.NeedLevel(k) {
		case graph.Critical:
			s.Critical[k] = true
		case graph.Degrading:
			s.Weight[k] = net.Need(k).Weight
		}
	}
	return s
}

func ones(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = 1
	}
	return list
}

// Level is the level of node i, 0..1.
func (s *System) Level(i graph.NodeID) float64 { return s.level[i] }

// Intake is what arrives for need k, as a part of its normal use; it may be above 1.
// Nothing arrives in use where fewer sources deliver than the quorum asks for.
func (s *System) Intake(k graph.NeedID) float64 {
	sum, delivering := 0.0, int32(0)
	for _, row := range s.net.SourcesOf(k) {
		level := s.Arrived[row]
		if !s.Held[row] {
			supplier, _ := s.net.Ends(row)
			level += s.level[supplier]
		}
		if v := s.Carries[row] * level; v > 0 {
			sum += v
			delivering++
		}
	}
	if delivering < s.Quorum[k] {
		return 0
	}
	return sum
}

// Binds says whether the loss of need k slows its customer.
func (s *System) Binds(k graph.NeedID) bool { return s.Critical[k] || s.Weight[k] > 0 }

// bound is the level that node i may run at, given those of its suppliers.
func (s *System) bound(i graph.NodeID) float64 {
	level, lost := s.Left[i], 0.0
	for k := range s.net.Needs(i) {
		if s.Stocked[k] || !s.Binds(k) {
			continue
		}
		met := min(1, s.Intake(k))
		if s.Critical[k] {
			level = min(level, met)
		} else {
			lost += s.Weight[k] * (1 - met)
		}
	}
	return max(0, min(level, 1-lost))
}
