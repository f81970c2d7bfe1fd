package rank_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// jobOf is a ranking of an odd network with all that a piece can hold.
func jobOf(t testing.TB, seed uint64) (*index.Index, rank.Options, *rank.Job) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 11))
	ix := indextest.Compile(t, dressed(rng, netgen.Random(rng, netgen.Config{MaxNodes: 40, MaxSources: 3, Parents: 0.4, Unsure: 0.3, Products: 5})))
	groups, err := ix.Net.Groups(t.Context(), []string{"node", "parent"}[seed%2])
	if err != nil {
		t.Fatal(err)
	}
	o := rank.Options{Groups: groups, Output: seed%3 > 0, MayFail: func(i graph.NodeID) bool { return i%5 > 0 }}
	job, err := rank.NewJob(t.Context(), ix, o)
	if err != nil {
		t.Fatal(err)
	}
	return ix, o, job
}

// TestPieces: however many pieces there are, and whoever does which after which, the ranking is the same to the last bit.
func TestPieces(t *testing.T) {
	t.Parallel()
	for seed := range uint64(200) {
		ix, o, job := jobOf(t, seed)
		want, err := rank.Run(t.Context(), ix, o)
		if err != nil {
			t.Fatal(err)
		}
		rng := rand.New(rand.NewPCG(seed, 12))
		pieces := make([][]byte, 1+rng.IntN(job.Size()))
		workers := []func(n int) []byte{}
		for range 3 {
			do := job.Worker(len(pieces))
			workers = append(workers, func(n int) []byte {
				piece, err := do(t.Context(), n)
				if err != nil {
					t.Fatal(err)
				}
				return piece
			})
		}
		for _, n := range rng.Perm(len(pieces)) {
			pieces[n] = workers[rng.IntN(3)](n)
		}
		got, err := job.Ranking(pieces)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d, %d pieces: got %+v, want %+v", seed, len(pieces), got, want)
		}
	}
}

// FuzzRanking: pieces may come from anywhere. What is not right is an error, or numbers, and nothing else.
func FuzzRanking(f *testing.F) {
	_, _, job := jobOf(f, 1)
	do := job.Worker(2)
	var pieces [2][]byte
	for n := range pieces {
		piece, err := do(f.Context(), n)
		if err != nil {
			f.Fatal(err)
		}
		pieces[n] = piece
	}
	f.Add(pieces[0], pieces[1])
	f.Add(pieces[1], pieces[1])
	f.Add(pieces[0], pieces[1][:len(pieces[1])-1])
	f.Add([]byte{1, 200, 1, 1}, []byte(nil))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		r, err := job.Ranking([][]byte{a, b})
		if (r == nil) != (err != nil) {
			t.Errorf("%v with %v", r, err)
		}
	})
}
