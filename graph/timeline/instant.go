package timeline

import (
	"math"

	"linestop/graph"
)

// instant is what happens on one day at once.
type instant struct {
	due        []happening
	first      int            // number of its first event
	rose, fell []graph.NodeID // whose level is to be found anew

	cuts     map[graph.NodeID]cutNow
	nowNeeds sparse[graph.NeedID, needNow]
	brought  sparse[graph.SourceID, float64] // what rows brought before they were altered

	moved          sparse[graph.NodeID, struct{}] // by the System
	moves          sparse[graph.NodeID, move]     // by more than rounding
	why            reasons                        // for the moves
	dirty, touched []graph.NeedID
	shipments      sparse[graph.SourceID, int] // rows by which from now on something else leaves, and the event behind it
}

// cutNow is a change of what is left of a node.
type cutNow struct {
	event  int
	before float64
}

// needNow is what happened to a need: the events that changed most what it gets, for
// the worse and for the better, and whether its stock ran out.
type needNow struct {
	less, more mark
	ranDry     bool
}

func (n needNow) of(better bool) mark {
	if better {
		return n.more
	}
	return n.less
}

// mark is an event that changed something by an amount.
type mark struct {
	event int
	delta float64
}

func newInstant(net *graph.Network) instant {
	return instant{
		cuts:      map[graph.NodeID]cutNow{},
		nowNeeds:  newSparse[graph.NeedID, needNow](net.NumNeeds()),
		brought:   newSparse[graph.SourceID, float64](net.NumSources()),
		moved:     newSparse[graph.NodeID, struct{}](net.NumNodes()),
		moves:     newSparse[graph.NodeID, move](net.NumNodes()),
		shipments: newSparse[graph.SourceID, int](net.NumSources()),
	}
}

func (t *instant) begin(first int) {
	t.first = first
	if len(t.cuts) > 0 {
		t.cuts = map[graph.NodeID]cutNow{}
	}
	t.nowNeeds.clear()
	t.brought.clear()
	t.moved.clear()
	t.moves.clear()
	t.shipments.clear()
	t.touched = t.touched[:0]
}

// nowOf is what happened to need k at this instant.
func (t *instant) nowOf(k graph.NeedID) *needNow {
	if n := t.nowNeeds.get(k); n != nil {
		return n
	}
	return t.nowNeeds.add(k, needNow{less: mark{event: NoCause}, more: mark{event: NoCause}})
}

// mark keeps the greatest change for the better or for the worse.
func (t *instant) mark(k graph.NeedID, m mark, better bool) {
	n := t.nowOf(k)
	kept := &n.less
	if better {
		kept = &n.more
	}
	if kept.event == NoCause || math.Abs(m.delta) > math.Abs(kept.delta) {
		*kept = m
	}
}
