package cut_test

import (
	"context"
	"fmt"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
)

// A pump takes its seals from either of two suppliers, its motor from one.
func Example() {
	b := graph.NewBuilder(graph.Info{Name: "pumps"})
	b.AddSource(graph.Source{Supplier: "acme", Customer: "pump", Need: "seal"})
	b.AddSource(graph.Source{Supplier: "bolt-co", Customer: "pump", Need: "seal"})
	b.AddSource(graph.Source{Supplier: "acme", Customer: "pump", Need: "motor"})
	net := b.Build()

	failures, err := broken(context.Background(), net, "acme")
	if err != nil {
		panic(err)
	}
	for _, f := range failures {
		fmt.Println(net.ID(f.Node), f.Step, f.Sure)
	}
	// Output:
	// acme 0 true
	// pump 1 true
}

func broken(ctx context.Context, net *graph.Network, target string) ([]cut.Failure, error) {
	set, err := cut.NewSet(ctx, net, []graph.Cut{{Target: target}})
	if err != nil {
		return nil, err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return nil, err
	}
	result, err := cut.Run(ctx, ix, set)
	if err != nil {
		return nil, err
	}
	return result.Failures, nil
}
