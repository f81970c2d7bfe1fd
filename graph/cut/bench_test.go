package cut_test

import (
	"context"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// economy is a network of a million firms and five million rows, made once.
var economy = sync.OnceValue(func() *graph.Network {
	return netgen.Economy(1, netgen.EconomyConfig{Nodes: 1_000_000})
})

var compiled = sync.OnceValue(func() *index.Index {
	ix, _ := index.Compile(context.Background(), economy())
	return ix
})

// BenchmarkCompile reports the time and the memory of an index for each row.
func BenchmarkCompile(b *testing.B) {
	net := economy()
	rows := float64(net.NumSources())
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var ix *index.Index
	for b.Loop() {
		ix = indextest.Compile(b, net)
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)/rows, "B/row")
	runtime.KeepAlive(ix)
}

// BenchmarkCutOne cuts one node after the other with the same engine: what rankings do.
func BenchmarkCutOne(b *testing.B) {
	engine := cut.NewEngine(compiled().Worst)
	rng := rand.New(rand.NewPCG(1, 1))
	failed := 0
	for b.Loop() {
		failures, err := engine.Run(b.Context(), cut.Set{Nodes: []graph.NodeID{graph.NodeID(rng.IntN(economy().NumNodes()))}})
		if err != nil {
			b.Fatal(err)
		}
		failed += len(failures)
	}
	b.ReportMetric(float64(failed)/float64(b.N), "failed/op")
}

// BenchmarkCutShare cuts one node in a hundred at once.
func BenchmarkCutShare(b *testing.B) {
	engine := cut.NewEngine(compiled().Worst)
	rng := rand.New(rand.NewPCG(1, 1))
	var set cut.Set
	for i := range graph.NodeID(economy().NumNodes()) {
		if rng.IntN(100) == 0 {
			set.Nodes = append(set.Nodes, i)
		}
	}
	failed, rows := 0, 0
	for b.Loop() {
		failures, err := engine.Run(b.Context(), set)
		if err != nil {
			b.Fatal(err)
		}
		failed, rows = len(failures), 0
		for _, f := range failures {
			needs, _ := compiled().Worst.Out(f.Node)
			rows += len(needs)
		}
	}
	b.ReportMetric(float64(failed), "failed/op")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
}

// BenchmarkAnswers is the whole answer to one cut after the other: failures,
// exposure, and what could not start again.
func BenchmarkAnswers(b *testing.B) {
	net, runner := economy(), cut.NewRunner(compiled())
	rng := rand.New(rand.NewPCG(1, 1))
	for b.Loop() {
		if _, err := runner.Run(b.Context(), cut.Set{Nodes: []graph.NodeID{graph.NodeID(rng.IntN(net.NumNodes()))}}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStart is what the first answer costs more than others.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		ix := indextest.Compile(b, economy())
		b.StartTimer()
		if _, err := ix.Worst.Start(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAnswer is that of the largest supplier, the worst cut there is.
func BenchmarkAnswer(b *testing.B) {
	net, ix := economy(), compiled()
	set := cut.Set{Nodes: []graph.NodeID{largest(net)}}
	for b.Loop() {
		if _, err := cut.Run(b.Context(), ix, set); err != nil {
			b.Fatal(err)
		}
	}
}
