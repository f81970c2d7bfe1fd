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

// A row of the folder form has more to it than two names.
func BenchmarkFullRows(b *testing.B) {
	const rows = 100_000
	var text bytes.Buffer
	text.WriteString("supplier,customer,need,share,max_share,switch_days,buffer_days,level,region,note,confidence\n")
	for i := range rows {
		fmt.Fprintf(&text, "s%d,c%d,part %d,%.2f,1,90,%d,critical,west,\"seen, in the report\",reported\n", i%5000, i%20000, i%300, float64(i%100)/100, i%60)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loaders.Read(b.Context(), "supplies.csv", bytes.NewReader(text.Bytes()), loaders.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkJSON(b *testing.B) {
	const rows = 100_000
	net, err := loaders.Read(b.Context(), "edges.csv", bytes.NewReader(edgeList(rows)), loaders.Options{})
	if err != nil {
		b.Fatal(err)
	}
	var text bytes.Buffer
	b.Run("write", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			text.Reset()
			if err := loaders.Write(b.Context(), &text, net, loaders.Output{Format: loaders.JSON}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(text.Len()))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := loaders.Read(b.Context(), "x.json", bytes.NewReader(text.Bytes()), loaders.Options{}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	})
}
