package parallel_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"linestop/internal/parallel"
)

func TestMap(t *testing.T) {
	square := func(_ context.Context, i int) (int, error) { return i * i, nil }
	for _, workers := range []int{0, 1, 7} {
		got, err := parallel.Map(t.Context(), 5, parallel.Options{Workers: workers}, square)
		if want := []int{0, 1, 4, 9, 16}; err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers: %v, %v", workers, got, err)
		}
	}
}

func TestMapFails(t *testing.T) {
	wrong := errors.New("wrong")
	calls := 0
	_, err := parallel.Map(t.Context(), 1000, parallel.Options{Workers: 1}, func(context.Context, int) (int, error) {
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
	if _, err := parallel.Map(ctx, 3, parallel.Options{}, func(context.Context, int) (int, error) { return 0, nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestProgress(t *testing.T) {
	told := int64(0)
	o := parallel.Options{Workers: 1, Progress: func(done, total int64) {
		if told++; done != told || total != 9 {
			t.Errorf("%d of %d after %d", done, total, told)
		}
	}}
	if _, err := parallel.Map(t.Context(), 9, o, func(context.Context, int) (int, error) { return 0, nil }); err != nil || told != 9 {
		t.Errorf("told %d times, %v", told, err)
	}
}
