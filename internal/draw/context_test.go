package draw

import (
	"context"
	"fmt"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/countdown"
	"linestop/internal/netgen"
)

func TestChooseHeedsTheContext(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 3000})
	r := run(t, net, cut.Set{Nodes: []graph.NodeID{0, 1, 2}})
	for n, opts := range []Options{
		{All: true},
		{Budget: 1000},
		{Collapse: ByTier},
		{Around: []graph.NodeID{1}, Depth: 9, Budget: 1000},
		{Points: points(t, net, net.Products())},
	} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			countdown.Heeds(t, 10, func(ctx context.Context) error {
				_, err := Choose(ctx, net, r, opts)
				return err
			})
		})
	}
}
