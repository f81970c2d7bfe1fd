package cut_test

import (
	"context"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/countdown"
	"linestop/internal/netgen"
)

// TestRunHeedsTheContext cuts the largest supplier of an economy: each phase of
// the answer looks up for itself.
func TestRunHeedsTheContext(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 20_000})
	set := cut.Set{Nodes: []graph.NodeID{largest(net)}}
	countdown.Heeds(t, 10_000, func(ctx context.Context) error {
		ix, err := index.Compile(ctx, net)
		if err != nil {
			return err
		}
		r, err := cut.Run(ctx, ix, set)
		if (r == nil) != (err != nil) {
			t.Errorf("answer %v with the error %v", r, err)
		}
		return err
	})
}

// TestEngineRunsAgain after a run that was cut short.
func TestEngineRunsAgain(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 1000})
	set := cut.Set{Nodes: []graph.NodeID{largest(net)}}
	engine := cut.NewEngine(compile(t, net).Worst)
	countdown.Heeds(t, 10, func(ctx context.Context) error {
		_, err := engine.Run(ctx, set)
		return err
	})
	failures, err := engine.Run(t.Context(), set)
	if want := len(run(t, net, set).Failures); err != nil || len(failures) != want {
		t.Errorf("%d failures, want %d (%v)", len(failures), want, err)
	}
}

// largest is the node with the most customers.
func largest(net *graph.Network) graph.NodeID {
	most := graph.NodeID(0)
	for i := range graph.NodeID(net.NumNodes()) {
		if len(net.Deliveries(i)) > len(net.Deliveries(most)) {
			most = i
		}
	}
	return most
}
