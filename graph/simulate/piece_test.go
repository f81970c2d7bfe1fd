package simulate_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/simulate"
)

// open is a network in which nodes fail, stop on different days and only lose output.
func open(t testing.TB) *index.Index {
	return compile(t, []graph.Node{
		{ID: "mill", PFail: graph.Num(0.4), RecoverDays: graph.Num(30)}, {ID: "fab", PFail: graph.Num(0.2)}, {ID: "car"}, {ID: "bus"},
	}, []graph.Source{
		{Supplier: "mill", Customer: "car", BufferDays: graph.Between(0, 40)},
		{Supplier: "fab", Customer: "car", Need: "chips", Share: graph.Num(0.5)},
		{Supplier: "mill", Customer: "car", Need: "chips", Share: graph.Num(0.5)},
		{Supplier: "fab", Customer: "bus", Level: "degrading"},
	})
}

// TestPieces: however many pieces there are, and whoever does which after which, the result is the same to the last bit.
func TestPieces(t *testing.T) {
	ix, o := open(t), simulate.Options{Runs: 300, Seed: 5}
	want, err := simulate.Run(t.Context(), ix, graph.Scenario{}, o)
	if err != nil || len(want.Outcomes) != 2 {
		t.Fatal(want, err)
	}
	job, err := simulate.NewJob(ix, graph.Scenario{}, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 2, 7, 300} {
		pieces := make([][]byte, n)
		do, other := job.Worker(n), job.Worker(n)
		for _, piece := range rand.New(rand.NewPCG(1, uint64(n))).Perm(n) {
			if pieces[piece], err = do(t.Context(), piece); err != nil {
				t.Fatal(err)
			}
			do, other = other, do
		}
		got, err := job.Result(pieces)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%d pieces: got %+v, %v, want %+v", n, got, err, want)
		}
	}
}

// FuzzResult: pieces may come from anywhere. What is not right is an error, or numbers, and nothing else.
func FuzzResult(f *testing.F) {
	job, err := simulate.NewJob(open(f), graph.Scenario{}, simulate.Options{Runs: 4})
	if err != nil {
		f.Fatal(err)
	}
	whole, err := job.Worker(1)(f.Context(), 0)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)-1])
	f.Add(append([]byte{0}, whole...))
	f.Fuzz(func(t *testing.T, piece []byte) {
		r, err := job.Result([][]byte{piece})
		if (r == nil) != (err != nil) {
			t.Errorf("%v with %v", r, err)
		}
	})
}
