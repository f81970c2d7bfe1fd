package level

import (
	"linestop/graph"
	"linestop/graph/index"
)

// System holds what decides the levels. Its first exported fields may be changed
// between two calls of Settle, which must then be told which nodes they concern. A
// System serves one goroutine.
type System struct {
	Left    []float64 // by node: what is left of it by itself, 0..1
	Carries []float64 // by row: what it carries of its need when its supplier runs at level 1
	Stocked []bool    // by need: met from stock, whatever arrives
	Held    []bool    // by row: does not bring the supplier's level of now
	Arrived []float64 // by row: what it brings besides, from earlier, as a level, at least 0

	// Of the network, not to be changed.
	Quorum   []int32   // by need: rows that must deliver something
	Weight   []float64 // by need: part of the customer's rate lost with a degrading need
	Critical []bool    // by need

	// Once Done is closed Settle gives up soon: the System is of no use any more.
	Done <-chan struct{}

	net    *graph.Network
	ix     *index.Index
	level  []float64      // by node
	reason []graph.NeedID // by node, see Reason
	limit  []bool         // by node, see Limit
	rank   []int32        // by node: that of its component; suppliers outside it have a lower one
	binds  []bool         // by need: critical, or degrading by some weight
	steep  bool           // degrading needs of some node together take more than its whole rate

	queue   queue
	pops    uint           // from it
	lifts   []graph.NodeID // scratch of lift
	before  []float64      // by node, if touched: level before this Settle
	seen    []bool         // by node: is in touched
	touched []graph.NodeID
	tries   []uint8 // by node: how often it sank since its component last leapt
	leap    leap
	moved   []graph.NodeID
	away    []bool         // by node: is in strayed
	strayed []graph.NodeID // all that were touched since New or Reset
}

// New makes a System in which all is left, rows carry what carries says, nothing
// is in stock, and each node runs at level 1. A quorum counts rows that carry
// something: of these it asks for no more than there are. O(nodes + rows).
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
		ix:       ix,
		level:    ones(net.NumNodes()),
		reason:   make([]graph.NeedID, net.NumNodes()),
		limit:    make([]bool, net.NumNodes()),
		binds:    make([]bool, net.NumNeeds()),
		rank:     ix.Components().Rank,
		queue:    queue{waits: make([]bool, net.NumNodes())},
		before:   make([]float64, net.NumNodes()),
		seen:     make([]bool, net.NumNodes()),
		away:     make([]bool, net.NumNodes()),
		tries:    make([]uint8, net.NumNodes()),
		leap:     leap{place: make([]int32, net.NumNodes())},
	}
	for i := range s.reason {
		s.reason[i] = NoNeed
		weight := 0.0
		for k := range net.Needs(graph.NodeID(i)) {
			s.Quorum[k] = min(int32(net.NeedQuorum(k)), s.carrying(k))
			switch net.NeedLevel(k) {
			case graph.Critical:
				s.Critical[k] = true
			case graph.Degrading:
				s.Weight[k] = net.Need(k).Weight
				weight += s.Weight[k]
			}
			s.binds[k] = s.Critical[k] || s.Weight[k] > 0
		}
		s.steep = s.steep || weight > 1
	}
	return s
}

// Reset makes each node run at level 1 again, when the fields say once more what they
// said at first. O(nodes that have moved since).
func (s *System) Reset() {
	for _, i := range s.strayed {
		s.level[i], s.reason[i], s.limit[i], s.away[i] = 1, NoNeed, false, false
	}
	s.strayed = s.strayed[:0]
}

// Strayed lists the nodes that have moved since New or Reset.
func (s *System) Strayed() []graph.NodeID { return s.strayed }

// carrying counts the rows of need k that carry something.
func (s *System) carrying(k graph.NeedID) (rows int32) {
	for _, row := range s.net.SourcesOf(k) {
		if s.Carries[row] > 0 {
			rows++
		}
	}
	return rows
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

// NoNeed is the reason of a node that runs at what is left of it.
const NoNeed graph.NeedID = -1

// Reason is the need that holds node i at its level, the one that brought it there
// if there are several: a critical one; or a degrading one, that which takes most,
// although all of them have a part; or NoNeed.
func (s *System) Reason(i graph.NodeID) graph.NeedID { return s.reason[i] }

// Limit says whether the level of node i is the limit of infinitely many rounds in
// a cycle whose members hold each other: nothing short of endless time brings
// it there.
func (s *System) Limit(i graph.NodeID) bool { return s.limit[i] }

// Binds says whether the loss of need k slows its customer.
func (s *System) Binds(k graph.NeedID) bool { return s.binds[k] }
