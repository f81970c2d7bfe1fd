package diagram

import (
	"context"
	"errors"
	"runtime"
	"testing"
)

// heap is what is allocated now, garbage included.
func heap() int {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// TestMemory: what a store counts is what it takes, while it grows, when a family is copied out of it and when it is
// full; and that is most of what it may take.
func TestMemory(t *testing.T) {
	for _, memory := range []int{10_000_000, 50_000_000, 111_000_000} {
		runtime.GC()
		before, most := heap(), 0
		s := NewSets(context.Background(), memory)
		id, n := None, int32(0)
		fill := func(to int) {
			for ; s.Err() == nil && s.Room() > to; n++ {
				if id = s.at(-n, id, Unit); n%10_000 == 0 {
					most = max(most, heap()-before)
				}
			}
			most = max(most, heap()-before)
		}
		fill(memory / 2)
		f := s.Keep(id)
		if fill(0); !errors.Is(s.Err(), ErrFull) || s.Room() < 0 || len(f.nodes) < memory/200 {
			t.Errorf("of %d bytes %d are left: %v", memory, s.Room(), s.Err())
		}
		if most > memory+memory/20+4_000_000 || most < memory/2 {
			t.Errorf("of %d bytes at most %d are taken", memory, most)
		}
		s.Free()
		runtime.GC()
		if left := heap() - before; left > f.Bytes()+1_000_000 {
			t.Errorf("of %d bytes %d are left, for a family of %d", memory, left, f.Bytes())
		}
	}
}
