package shard

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"linestop/graph"
)

// Data says of what data a part is.
type Data struct {
	Ref      string `json:"ref"` // where they were read, which may differ from machine to machine
	Nodes    int    `json:"nodes"`
	Supplies int    `json:"supplies"`
	Sum      string `json:"sum"` // of the network and of what is cut in it
}

// DataOf is the network that is asked about, with what is cut in it. O(nodes + rows); the only error is that of ctx.
func DataOf(ctx context.Context, ref string, net *graph.Network, s graph.Scenario) (Data, error) {
	sum, err := net.Sum(ctx)
	if err != nil {
		return Data{}, err
	}
	cuts := slices.Clone(s.Cuts)
	for n := range cuts {
		cuts[n].Place = graph.Place{} // where they were read does not matter
	}
	asked, err := json.Marshal([]any{sum, cuts, cmp.Or(s.Horizon, graph.DefaultHorizon)})
	digest := sha256.Sum256(asked)
	return Data{ref, net.NumNodes(), net.NumSources(), hex.EncodeToString(digest[:])}, err
}

// same says whether the data are, wherever they lie.
func (d Data) same(other Data) bool {
	d.Ref = other.Ref
	return d == other
}
