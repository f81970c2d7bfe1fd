package bare_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/netgen"
	"linestop/loaders"
)

// BenchmarkOpen is a compiled network from its file to the answer of a first cut.
func BenchmarkOpen(b *testing.B) {
	for _, nodes := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint("mild-", nodes), func(b *testing.B) {
			path, id := compiled(b, nodes)
			for b.Loop() {
				open(b, path, id)
			}
		})
	}
}

// TestOpening fails when opening looks at all that is in a file: a network ten times as large must open as fast.
func TestOpening(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	small, first := compiled(t, 20_000)
	large, second := compiled(t, 200_000)
	ratio := ratio(3, func() { open(t, large, second) }, func() { open(t, small, first) })
	t.Logf("%.2f times as long for ten times as much", ratio)
	if ratio > 3 {
		t.Errorf("a network ten times as large takes %.1f times as long to open, at most 3 is allowed", ratio)
	}
}

// compiled writes an economy as a compiled file, and names a node whose loss breaks few.
func compiled(tb testing.TB, nodes int) (path, id string) {
	tb.Helper()
	net, err := loaders.Open(tb.Context(), write(tb, netgen.Settings()[0].Economy(nodes)), loaders.Options{})
	must(tb, err)
	path = filepath.Join(tb.TempDir(), "net.lsn")
	f, err := os.Create(path)
	must(tb, err)
	must(tb, loaders.Write(tb.Context(), f, net, loaders.Output{Format: loaders.Compiled}))
	must(tb, f.Close())
	ix, err := index.Compile(tb.Context(), net)
	must(tb, err)
	for engine, i := cut.NewEngine(ix.Worst), graph.NodeID(0); ; i++ {
		if failures, _ := engine.Run(tb.Context(), cut.Set{Nodes: []graph.NodeID{i}}); len(failures) > 3 && len(failures) < 30 {
			return path, net.ID(i)
		}
	}
}

func open(tb testing.TB, path, id string) {
	net, err := loaders.Open(tb.Context(), path, loaders.Options{})
	must(tb, err)
	i, _ := net.Lookup(id)
	ix, err := index.Compile(tb.Context(), net)
	must(tb, err)
	failures, err := cut.NewEngine(ix.Worst).Run(tb.Context(), cut.Set{Nodes: []graph.NodeID{i}})
	must(tb, err)
	if len(failures) < 4 {
		tb.Fatalf("%s breaks %d", id, len(failures))
	}
}
