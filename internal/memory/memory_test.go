package memory

import (
	"context"
	"errors"
	"math"
	"runtime/debug"
	"testing"
)

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		text, shown string
		size        Size
	}{
		{"4GB", "4 GB", 4e9},
		{" 1.5 gb ", "1.5 GB", 1.5e9},
		{"512m", "512 MB", 512e6},
		{"4GiB", "4.3 GB", 4 << 30},
		{"64KiB", "65.5 kB", 64 << 10},
		{"2T", "2 TB", 2e12},
		{"800", "800 B", 800},
		{"7b", "7 B", 7},
	} {
		var s Size
		if err := s.Set(c.text); err != nil || s != c.size || s.String() != c.shown {
			t.Errorf("%q: %d shown as %q, %v; want %d and %q", c.text, int64(s), s, err, int64(c.size), c.shown)
		}
	}
	for _, text := range []string{"", "GB", "0", "-1MB", "0.1", "4XB", "1e30", "nan", "inf GB", "4 5MB"} {
		s := Size(1)
		if err := s.Set(text); err == nil || s != 1 {
			t.Errorf("%q is read as %d", text, s)
		}
	}
}

func TestWatch(t *testing.T) {
	t.Cleanup(func() { debug.SetMemoryLimit(math.MaxInt64) })
	var over *OverError
	if err := Watch(t.Context(), 1000); !errors.As(err, &over) || err.Error() != "out of memory: more than the limit of 1 kB" {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Watch(ctx, 1000); err != nil {
		t.Errorf("error %v after the end", err)
	}
}
