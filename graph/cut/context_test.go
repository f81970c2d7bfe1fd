package cut_test

import (
	"context"
	"reflect"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/countdown"
	"linestop/internal/indextest"
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

// TestRunnerRunsAgain after runs that were cut short, and gives the same answer.
func TestRunnerRunsAgain(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 1000})
	set := cut.Set{Nodes: []graph.NodeID{largest(net)}, Rows: net.Deliveries(7)}
	want := run(t, net, set)
	runner := cut.NewRunner(indextest.Compile(t, net))
	countdown.Heeds(t, 100, func(ctx context.Context) error {
		if _, err := runner.Run(ctx, set); err != nil {
			return err
		}
		got, err := runner.Run(t.Context(), set)
		if !reflect.DeepEqual(got.Failures, want.Failures) || !reflect.DeepEqual(got.Exposed, want.Exposed) || !reflect.DeepEqual(got.Stranded, want.Stranded) {
			t.Error("another answer")
		}
		return err
	})
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
