package level_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"linestop/graph"
	"linestop/internal/indextest"
	"linestop/internal/level"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// TestLP compares with a linear program, on random networks with cycles, a part of
// them of gains near 1.
func TestLP(t *testing.T) {
	networks := 2000
	if testing.Short() {
		networks = 200
	}
	lost := 0
	for seed := range uint64(networks) {
		rng := rand.New(rand.NewPCG(seed, 9))
		net := netgen.Random(rng, netgen.Config{MaxNodes: 10, Raw: 0.1, Quorum: -1, NonCritical: 0.3, Numbers: float64(seed%3) / 2, SelfSupply: true})
		ix := indextest.Compile(t, net)
		for _, carries := range [][]float64{ix.Rates().Worst, ix.Rates().Best, lopsided(rng, net)} {
			s := level.New(ix, carries)
			if steep(net, s) {
				continue
			}
			r := reference.Rates{Left: s.Left, RowLeft: ones(net.NumSources()), Carries: carries}
			nodes, _ := netgen.RandomCut(rng, net)
			for _, i := range nodes {
				s.Left[i] = part(rng)
			}
			s.Settle(nil, everyone(net))
			want, err := reference.SteadyLP(net, r)
			if err != nil {
				lost++
				continue
			}
			for i := range graph.NodeID(net.NumNodes()) {
				if got := s.Level(i); math.Abs(got-want[i]) > 1e-9 {
					t.Fatalf("seed %d: %s at %v, want %v\n%s", seed, net.ID(i), got, want[i], show(net, s))
				}
			}
		}
	}
	if lost > networks/10 {
		t.Errorf("simplex lost its way %d times", lost)
	}
}

// lopsided gives each need one row that carries nearly all, so that a cycle of such has
// a gain near 1. Needs of one row are not quite met even before a cut.
func lopsided(rng *rand.Rand, net *graph.Network) []float64 {
	carries := make([]float64, net.NumSources())
	for k := range graph.NeedID(net.NumNeeds()) {
		rows := net.SourcesOf(k)
		main, gap := rows[rng.IntN(len(rows))], 0.1*rng.Float64()
		for _, row := range rows {
			carries[row] = gap / float64(max(1, len(rows)-1))
		}
		carries[main] = 1 - gap
	}
	return carries
}

func everyone(net *graph.Network) []graph.NodeID {
	list := make([]graph.NodeID, net.NumNodes())
	for i := range list {
		list[i] = graph.NodeID(i)
	}
	return list
}

func steep(net *graph.Network, s *level.System) bool {
	for i := range graph.NodeID(net.NumNodes()) {
		weight := 0.0
		for k := range net.Needs(i) {
			weight += s.Weight[k]
		}
		if weight > 1 {
			return true
		}
	}
	return false
}
