package loaders_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"linestop/loaders"
)

// edgeList is n rows between a fifth as many firms, in the order of a walk
// without locality, as in the data of a nation's firms.
func edgeList(n int) []byte {
	random := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	b.WriteString("supplier,customer\n")
	firms := max(2, n/5)
	for range n {
		fmt.Fprintf(&b, "firm-%08d,firm-%08d\n", random.IntN(firms), random.IntN(firms))
	}
	return b.Bytes()
}

func BenchmarkEdgeList(b *testing.B) {
	const rows = 1_000_000
	text := edgeList(rows)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		net, err := loaders.Read(b.Context(), "edges.csv", bytes.NewReader(text), loaders.Options{})
		if err != nil || net.NumSources() != rows {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
