package graph_test

import (
	"context"
	"strconv"
	"testing"

	"linestop/graph"
	"linestop/internal/countdown"
)

// TestLongCallsHeedTheContext: at 20,000 rows each loop over them looks up some
// twenty times, and nothing is half done.
func TestLongCallsHeedTheContext(t *testing.T) {
	const size = 20_000
	fill := func() *graph.Builder {
		b := graph.NewBuilder(graph.Info{Products: `id == "0"`})
		for i := range size {
			b.AddNode(graph.Node{ID: strconv.Itoa(i), Country: "CN"})
			b.AddSource(graph.Source{Supplier: strconv.Itoa(i), Customer: strconv.Itoa(i / 2)})
		}
		return b
	}
	net := fill().Build()
	for _, c := range []struct {
		name  string
		looks int
		call  func(context.Context) error
	}{
		{"build", size, func(ctx context.Context) error {
			n, err := fill().BuildContext(ctx)
			return whole(t, n == nil, err)
		}},
		{"validate", 10 * size / 1024, func(ctx context.Context) error {
			problems, err := graph.Validate(ctx, net)
			return whole(t, problems == nil, err)
		}},
		{"select", size, func(ctx context.Context) error {
			nodes, err := net.Select(ctx, `country == "CN"`)
			return whole(t, nodes == nil, err)
		}},
		{"resolve", size, func(ctx context.Context) error {
			nodes, _, err := net.Resolve(ctx, graph.Cut{Where: `country == "CN"`})
			return whole(t, nodes == nil, err)
		}},
		{"with", 2 * size, func(ctx context.Context) error {
			n, err := net.With(ctx, []graph.Change{{Action: graph.Remove, Node: &graph.Node{ID: "7"}}})
			return whole(t, n == nil, err)
		}},
	} {
		t.Run(c.name, func(t *testing.T) { countdown.Heeds(t, c.looks, c.call) })
	}
}

// whole holds that a call has an answer or an error.
func whole(t *testing.T, nothing bool, err error) error {
	t.Helper()
	if nothing != (err != nil) {
		t.Errorf("nothing: %t, with the error %v", nothing, err)
	}
	return err
}
