package graph_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"linestop/graph"
)

const (
	benchNodes = 1_000_000
	benchRows  = 5_000_000
)

// feed calls add with the rows of a bare edge list in batches, each freshly made
// as a loader would. Few suppliers serve most customers, as in real ones.
func feed(nodes, rows int, add func([]graph.Source)) {
	r := rand.New(rand.NewPCG(1, 2))
	batch := make([]graph.Source, 0, 10_000)
	for line := 2; line < rows+2; line++ {
		u := r.Float64()
		supplier := fmt.Sprintf("firm-%07d", int(u*u*u*float64(nodes)))
		batch = append(batch, graph.Source{
			Supplier:       supplier,
			Customer:       fmt.Sprintf("firm-%07d", r.IntN(nodes)),
			Place:          graph.Place{File: "supplies.csv", Line: line, Column: 1},
			CustomerColumn: len(supplier) + 2,
		})
		if len(batch) == cap(batch) || line == rows+1 {
			add(batch)
			batch = batch[:0]
		}
	}
}

func declare(b *graph.Builder, nodes int) {
	for i := range nodes {
		b.AddNode(graph.Node{
			ID: fmt.Sprintf("firm-%07d", i), Name: fmt.Sprintf("Firm %d", i), Kind: "firm", Country: [...]string{"CN", "DEU", "US"}[i%3],
			Place: graph.Place{File: "nodes.csv", Line: i + 2, Column: 1},
		})
	}
}

func economy(nodes, rows int, declared bool) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	if declared {
		declare(b, nodes)
	}
	feed(nodes, rows, func(batch []graph.Source) {
		for _, s := range batch {
			b.AddSource(s)
		}
	})
	return b.Build()
}

func perItem(b *testing.B, items int, unit string) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(items), "ns/"+unit)
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkBuild says what a row of a bare edge list costs.
func BenchmarkBuild(b *testing.B) {
	for range b.N {
		b.StopTimer()
		before := heap()
		builder := graph.NewBuilder(graph.Info{})
		feed(benchNodes, benchRows, func(batch []graph.Source) {
			b.StartTimer()
			for _, s := range batch {
				builder.AddSource(s)
			}
			b.StopTimer()
		})
		b.StartTimer()
		net := builder.Build()
		b.StopTimer()
		b.ReportMetric(float64(heap()-before)/benchRows, "B/row")
		runtime.KeepAlive(net)
	}
	perItem(b, benchRows, "row")
}

func BenchmarkValidate(b *testing.B) {
	for _, declared := range []bool{false, true} {
		b.Run(fmt.Sprintf("declared=%t", declared), func(b *testing.B) {
			net := economy(benchNodes, benchRows, declared)
			for b.Loop() {
				validate(b, net)
			}
			perItem(b, benchRows, "row")
		})
	}
}

func BenchmarkSelect(b *testing.B) {
	net := economy(benchNodes, benchNodes, true)
	for _, expression := range []string{
		`country == "CN"`,
		`country == "CN" && kind in ["fab", "firm"]`,
		`name matches "9{3}$"`,
		`tier <= 1`,
		`under("firm-0000000")`,
	} {
		b.Run(expression, func(b *testing.B) {
			for b.Loop() {
				if _, err := net.Select(b.Context(), expression); err != nil {
					b.Fatal(err)
				}
			}
			perItem(b, benchNodes, "node")
		})
	}
}

func BenchmarkNearest(b *testing.B) {
	net := economy(benchNodes, benchNodes, true)
	for b.Loop() {
		net.Nearest("fimr-0123456", 3)
	}
	perItem(b, benchNodes, "node")
}
