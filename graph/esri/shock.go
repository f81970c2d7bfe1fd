package esri

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"linestop/graph"
	"linestop/graph/capacity"
)

// ShockOf is the shock of cuts, each taken as lasting: of a curve its lowest part, and of several cuts of
// a node that of the worst; what is only delayed loses nothing. Rows cannot be shocked.
func ShockOf(ctx context.Context, net *graph.Network, cuts []graph.Cut) (Shock, error) {
	left, err := capacity.NewLeft(ctx, net, cuts)
	if err != nil {
		return nil, err
	}
	if len(left.Rows) > 0 {
		s := net.Source(slices.Min(slices.Collect(maps.Keys(left.Rows))))
		return nil, fmt.Errorf("the row %q is cut: an economic shock is one of nodes", graph.Supply{Supplier: s.Supplier, Customer: s.Customer, Need: s.Need})
	}
	var shock Shock
	for _, i := range slices.Sorted(maps.Keys(left.Nodes)) {
		shock = append(shock, Hit{i, 1 - left.Nodes[i]})
	}
	return shock, nil
}
