package trace_test

import (
	"context"
	"testing"

	"linestop/graph"
	"linestop/graph/trace"
	"linestop/internal/countdown"
	"linestop/internal/netgen"
)

func TestTracesHeedTheContext(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 20_000})
	product := net.Products()[0]
	hops, err := trace.Upstream(t.Context(), net, product)
	if err != nil {
		t.Fatal(err)
	}
	root := hops[len(hops)-1].Node
	countdown.Heeds(t, len(hops), func(ctx context.Context) error {
		_, err := trace.Upstream(ctx, net, product)
		return err
	})
	countdown.Heeds(t, 1000, func(ctx context.Context) error {
		_, err := trace.Downstream(ctx, net, root)
		return err
	})
	countdown.Heeds(t, 1000, func(ctx context.Context) error {
		for path := range trace.Paths(ctx, net, []graph.NodeID{root}, []graph.NodeID{product}) {
			if path[0] != root || path[len(path)-1] != product {
				t.Errorf("path %v", path)
			}
			return nil
		}
		return ctx.Err()
	})
}
