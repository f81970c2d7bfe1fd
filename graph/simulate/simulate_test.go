package simulate_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/simulate"
	"linestop/internal/indextest"
)

func compile(t testing.TB, nodes []graph.Node, rows []graph.Source) *index.Index {
	t.Helper()
	b := graph.NewBuilder(graph.Info{})
	for _, n := range nodes {
		b.AddNode(n)
	}
	for _, r := range rows {
		b.AddSource(r)
	}
	return indextest.Compile(t, b.Build())
}

// TestRanges: the stop day of
//
//	mill ─(buffer 10 to 30)─▶ car
//
// is the buffer, which is drawn uniformly.
func TestRanges(t *testing.T) {
	ix := compile(t, nil, []graph.Source{{Supplier: "mill", Customer: "car", BufferDays: graph.Between(10, 30)}})
	s := graph.Scenario{Horizon: 100, Cuts: []graph.Cut{{Target: "mill"}}}
	r, err := simulate.Run(t.Context(), ix, s, simulate.Options{Runs: 4000})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Outcomes) != 1 || r.Ranges != 1 {
		t.Fatalf("got %+v", r)
	}
	car := r.Outcomes[0]
	if car.Stops != 4000 || car.Losses != 4000 {
		t.Errorf("stops in %d runs and loses in %d of 4000", car.Stops, car.Losses)
	}
	for _, q := range []struct{ got, want float64 }{
		{car.StopDay.P5, 11}, {car.StopDay.P50, 20}, {car.StopDay.P95, 29}, {car.LostDays.P50, 80},
	} {
		if math.Abs(q.got-q.want) > 1 { // five standard errors of the median
			t.Errorf("quantile %v, want about %v", q.got, q.want)
		}
	}
}

// TestFailures: either of two makers will do, so the car stops when both fail.
//
//	a (0.3) ─┐
//	b (0.5) ─┴▶ car
func TestFailures(t *testing.T) {
	ix := compile(t, []graph.Node{{ID: "a", PFail: graph.Num(0.3), RecoverDays: graph.Num(5)}, {ID: "b", PFail: graph.Num(0.5)}, {ID: "car"}},
		[]graph.Source{
			{Supplier: "a", Customer: "car", Need: "brakes", MaxShare: graph.Num(1)},
			{Supplier: "b", Customer: "car", Need: "brakes", MaxShare: graph.Num(1)},
		})
	const runs = 10_000
	r, err := simulate.Run(t.Context(), ix, graph.Scenario{}, simulate.Options{Runs: runs})
	if err != nil {
		t.Fatal(err)
	}
	low, high := simulate.Wilson(r.Outcomes[0].Stops, runs)
	if margin := high - low; math.Abs(0.15-float64(r.Outcomes[0].Stops)/runs) > 2*margin { // eight standard errors
		t.Errorf("stops in %d of %d runs, want about 0.15 of them", r.Outcomes[0].Stops, runs)
	}
	if got := r.Outcomes[0].LostDays.P95; got != 5 {
		t.Errorf("loses %v days, want the 5 until a is back", got)
	}
	if r.Fallible != 2 {
		t.Errorf("%d nodes may fail, want 2", r.Fallible)
	}
}

// TestNoTimeToRecover: what is back on the day it fails costs nothing.
func TestNoTimeToRecover(t *testing.T) {
	ix := compile(t, []graph.Node{{ID: "a", PFail: graph.Num(1), RecoverDays: graph.Num(0)}, {ID: "car"}}, []graph.Source{{Supplier: "a", Customer: "car"}})
	r, err := simulate.Run(t.Context(), ix, graph.Scenario{}, simulate.Options{Runs: 10})
	if err != nil || len(r.Outcomes) > 0 {
		t.Errorf("got %+v, %v, want no loss", r, err)
	}
}

// TestSameSeed: neither the number of workers nor a second run changes anything.
func TestSameSeed(t *testing.T) {
	ix := compile(t, nil, []graph.Source{
		{Supplier: "mill", Customer: "car", Need: "steel", BufferDays: graph.Between(10, 30)},
		{Supplier: "glass", Customer: "car", Need: "glass", BufferDays: graph.Between(0, 60)},
	})
	s := graph.Scenario{Horizon: 50, Cuts: []graph.Cut{{Target: "glass"}, {Target: "mill", From: 9}}}
	var first *simulate.Result
	for _, workers := range []int{1, 1, 3, 8} {
		r, err := simulate.Run(t.Context(), ix, s, simulate.Options{Runs: 200, Seed: 7, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = r
		}
		if !reflect.DeepEqual(r, first) {
			t.Errorf("%d workers: got %+v, want %+v", workers, r, first)
		}
	}
	other, err := simulate.Run(t.Context(), ix, s, simulate.Options{Runs: 200, Seed: 8})
	if err != nil || reflect.DeepEqual(other, first) {
		t.Errorf("another seed gives the same, %v", err)
	}
}

func TestErrors(t *testing.T) {
	ix := compile(t, nil, []graph.Source{{Supplier: "mill", Customer: "car"}})
	s := graph.Scenario{Cuts: []graph.Cut{{Target: "mill"}}}
	if _, err := simulate.Run(t.Context(), ix, s, simulate.Options{}); !errors.Is(err, simulate.ErrNothingOpen) {
		t.Errorf("nothing open: %v", err)
	}
	ix = compile(t, nil, []graph.Source{{Supplier: "mill", Customer: "car", BufferDays: graph.Between(1, 2)}})
	if _, err := simulate.Run(t.Context(), ix, graph.Scenario{Cuts: []graph.Cut{{Target: "mole"}}}, simulate.Options{}); !errors.Is(err, graph.ErrUnknown) {
		t.Errorf("unknown target: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := simulate.Run(ctx, ix, s, simulate.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
