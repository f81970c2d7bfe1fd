package index_test

import (
	"runtime"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/netgen"
)

// TestBytesPerRow holds what docs/architecture.md says that a network takes at rest, with ids,
// places and index.
func TestBytesPerRow(t *testing.T) {
	from := netgen.Economy(1, netgen.EconomyConfig{Nodes: 20_000})
	for _, c := range []struct {
		name  string
		named bool
	}{
		{"with names of needs", true},
		{"bare", false},
	} {
		before := heap()
		b := graph.NewBuilder(graph.Info{})
		for row := range graph.SourceID(from.NumSources()) {
			s := from.Source(row)
			s.Place = graph.Place{File: "supplies.csv", Line: int(row) + 2, Column: 1}
			s.CustomerColumn = len(s.Supplier) + 2
			if !c.named {
				s.Need = ""
			}
			b.AddSource(s)
		}
		net := b.Build()
		b = nil
		ix := compile(t, net)
		if got, most := float64(heap()-before)/float64(net.NumSources()), 32.; got > most {
			t.Errorf("%s: %.1f bytes a row, more than %g", c.name, got, most)
		} else {
			t.Logf("%s: %.1f bytes a row", c.name, got)
		}
		runtime.KeepAlive(ix)
	}
}

// heap is what lives there.
func heap() uint64 {
	runtime.GC()
	runtime.GC() // what is freed by the first may free more
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func compile(t *testing.T, net *graph.Network) *index.Index {
	ix, err := index.Compile(t.Context(), net)
	if err != nil {
		t.Fatal(err)
	}
	return ix
}
