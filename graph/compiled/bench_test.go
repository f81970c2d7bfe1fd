package compiled_test

import (
	"os"
	"path/filepath"
	"testing"

	"linestop/graph/compiled"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/netgen"
)

// BenchmarkFirstCut opens a file, and asks what a product breaks, which is nothing: all that is done then is
// what must be done before a cut.
func BenchmarkFirstCut(b *testing.B) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 100_000})
	path := filepath.Join(b.TempDir(), "net.lsn")
	if err := os.WriteFile(path, file(b, net), 0o666); err != nil {
		b.Fatal(err)
	}
	set := cut.Set{Nodes: net.Products()[:1]}
	for b.Loop() {
		if failures := first(b, path, set); len(failures) != 1 {
			b.Fatal(failures)
		}
	}
	b.ReportMetric(float64(len(file(b, net)))/float64(net.NumSources()), "B/row")
}

func first(b *testing.B, path string, set cut.Set) []cut.Failure {
	net, _, err := compiled.Open(b.Context(), path, false)
	if err != nil {
		b.Fatal(err)
	}
	ix, err := index.Compile(b.Context(), net)
	if err != nil {
		b.Fatal(err)
	}
	a, err := cut.Run(b.Context(), ix, set)
	if err != nil {
		b.Fatal(err)
	}
	return a.Failures
}
