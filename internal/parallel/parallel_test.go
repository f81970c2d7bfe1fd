package parallel_test

import (
	"context"
	"errors"
	"reflect"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"linestop/internal/parallel"
)

func TestMap(t *testing.T) {
	square := func(_ context.Context, base, i int) (int, error) { return base + i*i, nil }
	base := func() int { return 10 }
	for _, workers := range []int{0, 1, 7} {
		got, err := parallel.Map(t.Context(), 5, parallel.Options{Workers: workers}, base, square)
		if want := []int{10, 11, 14, 19, 26}; err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers: %v, %v", workers, got, err)
		}
	}
}

func TestMapFails(t *testing.T) {
	wrong := errors.New("wrong")
	calls := 0
	_, err := parallel.Map(t.Context(), 1000, parallel.Options{Workers: 1}, none, func(context.Context, int, int) (int, error) {
		if calls++; calls == 3 {
			return 0, wrong
		}
		return 0, nil
	})
	if !errors.Is(err, wrong) || calls != 3 {
		t.Errorf("%v after %d calls", err, calls)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := parallel.Map(ctx, 3, parallel.Options{}, none, func(context.Context, int, int) (int, error) { return 0, nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// What a worker panics with is the caller's to recover.
func TestMapPanics(t *testing.T) {
	defer func() {
		crash, _ := recover().(*parallel.Crash)
		var lost runtime.Error
		if crash == nil || !errors.As(crash, &lost) || !strings.Contains(crash.Error(), "TestMapPanics") {
			t.Errorf("recovered %v", crash)
		}
	}()
	_, _ = parallel.Map(t.Context(), 100, parallel.Options{}, none, func(_ context.Context, _, i int) (int, error) { return []int{1}[i], nil })
	t.Error("did not panic")
}

func TestProgress(t *testing.T) {
	told := int64(0)
	o := parallel.Options{Workers: 1, Progress: func(done, total int64) {
		if told++; done != told || total != 9 {
			t.Errorf("%d of %d after %d", done, total, told)
		}
	}}
	if _, err := parallel.Map(t.Context(), 9, o, none, func(context.Context, int, int) (int, error) { return 0, nil }); err != nil || told != 9 {
		t.Errorf("told %d times, %v", told, err)
	}
}

func none() int { return 0 }

func TestOrdered(t *testing.T) {
	const pieces = 100
	var asked, got int
	count := func(yield func(int) bool) {
		for ; asked < pieces && yield(asked); asked++ {
		}
	}
	work := func(i int) int {
		time.Sleep(time.Duration(i%7) * 50 * time.Microsecond)
		return i * i
	}
	for r := range parallel.Ordered(count, work) {
		if r != got*got {
			t.Fatalf("%d. result is %d", got, r)
		}
		got++
	}
	if got != pieces {
		t.Errorf("%d results of %d", got, pieces)
	}
	asked = 0
	var worked atomic.Int64
	for range parallel.Ordered(count, func(int) int64 { return worked.Add(1) }) {
		break
	}
	if n, most := worked.Load(), runtime.GOMAXPROCS(0)+1; n < 1 || n > int64(most) {
		t.Errorf("%d pieces were worked on for one result, want at most %d", n, most)
	}
}
