package sweep_test

import (
	"testing"

	"linestop/graph"
	"linestop/graph/index"
)

func compile(t testing.TB, net *graph.Network) *index.Index {
	t.Helper()
	ix, err := index.Compile(t.Context(), net)
	if err != nil {
		t.Fatal(err)
	}
	return ix
}
