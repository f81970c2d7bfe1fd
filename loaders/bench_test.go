package loaders_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"linestop/internal/bare"
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
	benchTables(b, rows, files{"supplies.csv": string(edgeList(rows))})
}

// A node table of six columns, a third of its rows with a cell in quotes.
func BenchmarkNodeTable(b *testing.B) {
	const rows = 1_000_000
	var nodes strings.Builder
	nodes.WriteString("id,name,kind,country,region,note\n")
	for i := range rows {
		note := [...]string{"", "", "\"seen, in a report\""}[i%3]
		fmt.Fprintf(&nodes, "f%d,Firm number %d Ltd.,%s,%s,r%d,%s\n", i, i, [...]string{"fab", "mine", "plant"}[i%3], [...]string{"DE", "CHN", "US"}[i*7%3], i%400, note)
	}
	benchTables(b, rows, files{"nodes.csv": nodes.String(), "supplies.csv": edges})
}

// benchTables reads a folder beside the bare splitting of its tables, and says what memory
// a row takes at most on the way.
func benchTables(b *testing.B, rows int, tables files) {
	folder := tables.folder()
	load := func() {
		if _, err := loaders.Open(b.Context(), "example:d", loaders.Options{Examples: folder}); err != nil {
			b.Error(err)
		}
	}
	peak := peakOf(load)
	bare.Beside(b, rows, "row", load, func() {
		for name := range tables {
			text, err := fs.ReadFile(folder, "d/"+name)
			if err != nil {
				b.Fatal(err)
			}
			bare.Split(text)
		}
	})
	b.ReportMetric(float64(peak)/float64(rows), "peak-B/row")
}

// peakOf is how many bytes more are on the heap at some time in a call than before it, with
// little garbage among them.
func peakOf(call func()) (most int64) {
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	runtime.GC()
	metrics.Read(heap)
	before := int64(heap[0].Value.Uint64())
	done := make(chan struct{})
	go func() {
		defer close(done)
		call()
	}()
	for {
		select {
		case <-done:
			return most
		case <-time.After(time.Millisecond):
			metrics.Read(heap)
			most = max(most, int64(heap[0].Value.Uint64())-before)
		}
	}
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
