// Package indextest compiles networks for tests.
package indextest

import (
	"testing"

	"linestop/graph"
	"linestop/graph/index"
)

// Compile is index.Compile for a test, which ends if it fails.
func Compile(tb testing.TB, net *graph.Network) *index.Index {
	tb.Helper()
	ix, err := index.Compile(tb.Context(), net)
	if err != nil {
		tb.Fatal(err)
	}
	return ix
}
