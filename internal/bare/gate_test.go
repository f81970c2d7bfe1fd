package bare_test

import (
	"runtime"
	"testing"
	"time"

	"linestop/internal/bare"
	"linestop/internal/netgen"
)

// TestRatios fails when a fast path falls behind its loop. It looks at ratios of least times, by turns, and tries again
// before it fails: a machine that is busy slows both.
func TestRatios(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds, and the race detector slows the two unequally")
	}
	for _, setting := range netgen.Settings() {
		s := newSubject(t, setting.Economy(100_000/int(setting.SourcesPerNode)))
		for _, q := range questions {
			_, _, library, loop := q.ask(t, s)
			ratio := ratio(q.most, library, loop)
			t.Logf("%s, %s: %.2f of %.1f", setting.Name, q.name, ratio, q.most)
			if ratio > q.most {
				t.Errorf("%s, %s: the library takes %.1f times as long as the loop, at most %.1f is allowed", setting.Name, q.name, ratio, q.most)
			}
		}
	}
}

// ratio is that of the least times of two calls, by turns. One that is too high is measured again.
func ratio(most float64, a, b func()) (ratio float64) {
	for try := 0; try == 0 || ratio > most && try < 5; try++ {
		x, y := least(a), least(b)
		for range 4 {
			x, y = min(x, least(a)), min(y, least(b))
		}
		ratio = float64(x) / float64(y)
	}
	return ratio
}

// least is the time of a processor that f takes once; of short ones, the mean of many.
func least(f func()) time.Duration {
	start := bare.Used()
	for turns := time.Duration(1); ; turns++ {
		f()
		if took := bare.Used() - start; took > time.Millisecond {
			return took / turns
		}
	}
}

// TestMemory fails when a network takes more memory, at rest or on the way there: bytes do not depend on the machine.
func TestMemory(t *testing.T) {
	s := subject{path: write(t, netgen.Settings()[0].Economy(50_000))}
	s.load(t) // what is made once for all
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	ix := s.load(t)
	rows := float64(ix.Net.NumSources())
	runtime.ReadMemStats(&after)
	mallocs, allocated := float64(after.Mallocs-before.Mallocs)/rows, float64(after.TotalAlloc-before.TotalAlloc)/rows
	runtime.GC()
	runtime.ReadMemStats(&after)
	kept := float64(after.HeapAlloc) - float64(before.HeapAlloc)
	runtime.KeepAlive(ix)
	for _, m := range []struct {
		what      string
		got, most float64
	}{
		{"objects allocated in loading, a row", mallocs, 0.1},
		{"bytes allocated in loading, a row", allocated, 250},
		{"bytes of the network and its index, a row", kept / rows, 34},
	} {
		t.Logf("%s: %.3g of %g", m.what, m.got, m.most)
		if m.got > m.most {
			t.Errorf("%s: %.3g, at most %g are allowed", m.what, m.got, m.most)
		}
	}
}
