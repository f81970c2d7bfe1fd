package capacity_test

import (
	"math/rand/v2"
	"testing"

	"linestop/graph"
	"linestop/graph/capacity"
	"linestop/graph/index"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// random yields networks with their index.
func random(t *testing.T, networks int, c netgen.Config, check func(rng *rand.Rand, ix *index.Index)) {
	t.Helper()
	if testing.Short() {
		networks /= 10
	}
	for seed := range uint64(networks) {
		rng := rand.New(rand.NewPCG(seed, 1))
		ix := indextest.Compile(t, netgen.Random(rng, c))
		if check(rng, ix); t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func answer(t *testing.T, ix *index.Index, left capacity.Left) *capacity.Result {
	t.Helper()
	r, err := capacity.Run(t.Context(), ix, left)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestStructure: without numbers, and if all is cut or nothing, a node stops at best if
// and only if the structure breaks it, with all rows taken as existing. Degrading
// needs can stop a node besides.
func TestStructure(t *testing.T) {
	for _, degrading := range []float64{-1, 0.3} {
		random(t, 5000, netgen.Config{SelfSupply: true, NonCritical: degrading}, func(rng *rand.Rand, ix *index.Index) {
			nodes, rows := netgen.RandomCut(rng, ix.Net)
			left := capacity.Left{Nodes: map[graph.NodeID]float64{}, Rows: map[graph.SourceID]float64{}}
			for _, i := range nodes {
				left.Nodes[i] = 0
			}
			for _, row := range rows {
				left.Rows[row] = 0
			}
			r := answer(t, ix, left)
			broken := reference.Broken(ix.Net, reference.Cut{Nodes: nodes, Rows: rows})
			for i := range graph.NodeID(ix.Net.NumNodes()) {
				_, breaks := broken[i]
				if stops := r.Level(i).Best == 0; breaks && !stops || stops && !breaks && degrading < 0 {
					t.Errorf("%s: at best at %v, broken %v", ix.Net.ID(i), r.Level(i).Best, breaks)
				}
			}
		})
	}
}

// TestWithin: whatever rows carry that do not say it, from their share to what would
// do, levels are within the interval; and a bigger cut leaves less.
func TestWithin(t *testing.T) {
	random(t, 2000, netgen.Config{Numbers: 0.6, NonCritical: 0.3, MaxNodes: 15}, func(rng *rand.Rand, ix *index.Index) {
		left := partly(rng, ix.Net)
		r, rates := answer(t, ix, left), ix.Rates()
		twin := reference.Rates{Left: parts(left.Nodes, ix.Net.NumNodes()), RowLeft: parts(left.Rows, ix.Net.NumSources())}
		for row, worst := range rates.Worst {
			twin.Carries = append(twin.Carries, worst+rng.Float64()*(rates.Best[row]-worst))
		}
		levels, settled := reference.Steady(ix.Net, twin, 20_000)
		more := partly(rng, ix.Net)
		for i, part := range left.Nodes {
			more.Nodes[i] = part * rng.Float64()
		}
		for row, part := range left.Rows {
			more.Rows[row] = part * rng.Float64()
		}
		bigger := answer(t, ix, more)
		for i, v := range levels {
			l := r.Level(graph.NodeID(i))
			if settled && (v < l.Worst-1e-9 || v > l.Best+1e-9) {
				t.Errorf("%s at %v, not from %v to %v", ix.Net.ID(l.Node), v, l.Worst, l.Best)
			}
			if b := bigger.Level(l.Node); b.Worst > l.Worst+1e-12 || b.Best > l.Best+1e-12 {
				t.Errorf("%s: a bigger cut leaves %+v, not %+v", ix.Net.ID(l.Node), b, l)
			}
		}
	})
}

func partly(rng *rand.Rand, net *graph.Network) capacity.Left {
	left := capacity.Left{Nodes: map[graph.NodeID]float64{}, Rows: map[graph.SourceID]float64{}}
	nodes, rows := netgen.RandomCut(rng, net)
	for _, i := range nodes {
		left.Nodes[i] = rng.Float64()
	}
	for _, row := range rows {
		left.Rows[row] = rng.Float64()
	}
	return left
}

func parts[ID ~int32](left map[ID]float64, n int) []float64 {
	list := make([]float64, n)
	for id := range list {
		list[id] = 1
		if part, cut := left[ID(id)]; cut {
			list[id] = part
		}
	}
	return list
}
