package cutset_test

import (
	"testing"

	"linestop/graph"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestEverySmallNetwork takes every node for a product.
func TestEverySmallNetwork(t *testing.T) {
	t.Parallel()
	for net := range netgen.Small() {
		every(t, net, graph.NodeID(net.NumNodes()))
	}
	netgen.Parts(t, 200, func(t *testing.T, part int) {
		for net := range netgen.DistinctPart(5, part, 200) {
			every(t, net, 5)
		}
	})
}

// TestEveryFate takes all that critical needs of five nodes can make of one of them.
func TestEveryFate(t *testing.T) {
	t.Parallel()
	netgen.Parts(t, 200, func(t *testing.T, part int) {
		for net := range netgen.Fates(part, 200) {
			every(t, net, 1)
		}
	})
}

// every compares single points of all nodes, sets of the first so many nodes, and of one of
// these sets of up to two or three.
func every(t *testing.T, net *graph.Network, products graph.NodeID) {
	w, ix := newTwin(t, net, "node"), indextest.Compile(t, net)
	compareSingles(t, w, ix)
	for p := range products {
		compareSets(t, w, ix, p)
	}
	w.o.Order = 2 + net.NumSources()%2
	compareSets(t, w, ix, graph.NodeID(net.NumNeeds())%products)
}
