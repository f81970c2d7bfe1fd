package capacity

import (
	"context"
	"errors"
	"fmt"

	"linestop/graph"
)

// Left is what cuts leave, 0..1, of the nodes and rows they name; of others all is left.
type Left struct {
	Nodes map[graph.NodeID]float64
	Rows  map[graph.SourceID]float64
}

// NewLeft finds what the cuts of a scenario leave if each lasts: of a curve the
// lowest part, and of several cuts of one thing that of the worst. What is only
// delayed comes in the end. It reports every cut that names nothing in the network.
func NewLeft(ctx context.Context, net *graph.Network, cuts []graph.Cut) (Left, error) {
	left := Left{map[graph.NodeID]float64{}, map[graph.SourceID]float64{}}
	var errs []error
	for _, c := range cuts {
		nodes, rows, err := net.Resolve(ctx, c)
		if at := c.Place.String(); err != nil && at != "" {
			err = fmt.Errorf("%s: %w", at, err)
		}
		errs = append(errs, err)
		if c.Delay.Given {
			continue
		}
		part := c.Left
		for n, s := range c.Curve {
			if n == 0 || s.Left < part {
				part = s.Left
			}
		}
		lower(left.Nodes, nodes, part)
		lower(left.Rows, rows, part)
	}
	return left, errors.Join(errs...)
}

func lower[T comparable](left map[T]float64, list []T, part float64) {
	for _, what := range list {
		if old, cut := left[what]; !cut || part < old {
			left[what] = part
		}
	}
}
