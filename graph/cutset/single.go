// Package cutset answers which losses break a product: so far the single points
// of failure, the nodes whose loss alone does.
package cutset

import (
	"context"
	"iter"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
)

// SinglePoints yields each node whose loss alone breaks products other than itself, with
// those products, both in rising order: surely or possibly, in the structure
// reading. The slice is valid until the next step. It stops early when ctx is done.
//
// Every node is cut in turn, at the cost of what it breaks.
func SinglePoints(ctx context.Context, ix *index.Index) iter.Seq2[graph.NodeID, []graph.NodeID] {
	return func(yield func(graph.NodeID, []graph.NodeID) bool) {
		engine := cut.NewEngine(ix.Worst)
		var broken []graph.NodeID
		for i := range graph.NodeID(ix.Net.NumNodes()) {
			failures, err := engine.Run(ctx, cut.Set{Nodes: []graph.NodeID{i}})
			if err != nil {
				return
			}
			broken = broken[:0]
			for _, f := range failures {
				if f.Node != i && ix.Net.IsProduct(f.Node) {
					broken = append(broken, f.Node)
				}
			}
			if len(broken) == 0 {
				continue
			}
			slices.Sort(broken)
			if !yield(i, broken) {
				return
			}
		}
	}
}
