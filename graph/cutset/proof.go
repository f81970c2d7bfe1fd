package cutset

import (
	"context"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
)

// Prover proves that losses break products. It serves one goroutine.
type Prover struct {
	runner  *cut.Runner
	options Options
}

// NewProver prepares the proofs of what was found with the same options. Its only
// error is that of ctx.
func NewProver(ctx context.Context, ix *index.Index, o Options) (*Prover, error) {
	var err error
	o.Groups, err = o.groups(ctx, ix.Net)
	return &Prover{cut.NewRunner(ix), o}, err
}

// Prove proves that the loss of some groups breaks a product, if possible leaning on no
// unsure row; nil if it does not. It costs what the loss breaks. The only error is that of ctx.
func (p *Prover) Prove(ctx context.Context, product graph.NodeID, lost ...graph.GroupID) (cut.Proof, error) {
	return p.runner.Prove(ctx, cut.Set{Nodes: p.options.lost(product, lost...)}, product)
}
