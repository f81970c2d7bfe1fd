package bare

import (
	"math"
	"testing"
	"time"
)

// Beside is a benchmark of something and of the loop that it is held beside, by turns: as metrics the least time of
// each, for one of so many items, and by how many times the first is longer.
func Beside(b *testing.B, items int, item string, library, loop func()) {
	x, y := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for b.Loop() {
		x, y = min(x, spent(library)), min(y, spent(loop))
	}
	b.ReportMetric(0, "ns/op") // of both together
	per := func(d time.Duration) float64 { return float64(d.Nanoseconds()) / float64(items) }
	b.ReportMetric(per(x), "ns/"+item)
	b.ReportMetric(per(y), "bare-ns/"+item)
	b.ReportMetric(float64(x)/float64(y), "x-bare")
}

func spent(f func()) time.Duration {
	before := Used()
	f()
	return Used() - before
}
