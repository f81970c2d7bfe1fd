package level_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/internal/indextest"
	"linestop/internal/level"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// TestSettle changes random networks again and again, and compares what Settle
// makes of it with what the plain twin finds from scratch.
func TestSettle(t *testing.T) {
	networks := 1200
	if testing.Short() {
		networks = 150
	}
	for seed := range uint64(networks) {
		random(t, seed, 1)
	}
}

func FuzzSettle(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(random)
}

func random(t *testing.T, a, b uint64) {
	rng := rand.New(rand.NewPCG(a, b))
	net := netgen.Random(rng, netgen.Config{SelfSupply: a%4 == 0, Numbers: float64(a%3) / 2, NonCritical: 0.3, MaxNodes: 20})
	if a%5 == 1 {
		net = steepNetwork(rng)
	}
	t.Logf("seeds %d, %d", a, b)
	change(t, rng, net, a%2 == 0)
}

// TestKnots does the same on networks large enough for knots in their equations.
func TestKnots(t *testing.T) {
	networks := 10
	if testing.Short() {
		networks = 2
	}
	for seed := range uint64(networks) {
		rng := rand.New(rand.NewPCG(seed, 2))
		change(t, rng, netgen.Random(rng, netgen.Config{
			MinNodes: 1500, MaxNodes: 1500, MaxSources: 5, Numbers: 0.5, NonCritical: 0.3, Raw: -1, Quorum: -1,
		}), false)
	}
}

// change makes changes to a network, one after the other.
func change(t *testing.T, rng *rand.Rand, net *graph.Network, best bool) {
	t.Helper()
	ix := indextest.Compile(t, net)
	carries := ix.Rates().Worst
	if best {
		carries = ix.Rates().Best
	}
	s := level.New(ix, carries)
	r := reference.Rates{Left: ones(net.NumNodes()), RowLeft: ones(net.NumSources()), Carries: carries}
	for range 6 {
		var rose, fell []graph.NodeID
		tell := func(i graph.NodeID, rises bool) {
			if rises {
				rose = append(rose, i)
			} else {
				fell = append(fell, i)
			}
		}
		nodes, rows := netgen.RandomCut(rng, net)
		for _, i := range nodes {
			r.Left[i] = part(rng)
			tell(i, r.Left[i] > s.Left[i])
			s.Left[i] = r.Left[i]
		}
		for _, row := range rows {
			r.RowLeft[row] = part(rng)
			_, i := net.Ends(row)
			tell(i, carries[row]*r.RowLeft[row] > s.Carries[row])
			s.Carries[row] = carries[row] * r.RowLeft[row]
		}
		s.Settle(rose, fell)
		want, settled := reference.Steady(net, r, 20_000)
		if !settled {
			return
		}
		for i := range graph.NodeID(net.NumNodes()) {
			if got := s.Level(i); math.Abs(got-want[i]) > 1e-9 {
				t.Fatalf("%s at %v, want %v\n%s", net.ID(i), got, want[i], show(net, s))
			}
		}
	}
}

// steepNetwork has degrading needs that together weigh more than 1, in cycles, so
// that losses may grow from round to round.
func steepNetwork(rng *rand.Rand) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	nodes := 2 + rng.IntN(8)
	name := func(i int) string { return fmt.Sprint("n", i) }
	for i := range nodes {
		for k := range 1 + rng.IntN(3) {
			row := graph.Source{Customer: name(i), Need: fmt.Sprint("k", k)}
			if rng.IntN(4) > 0 {
				row.Level, row.Weight = graph.Degrading.String(), graph.Num(0.3+0.7*rng.Float64())
			}
			for _, j := range rng.Perm(nodes)[:1+rng.IntN(2)] {
				row.Supplier = name(j)
				b.AddSource(row)
			}
		}
	}
	return b.Build()
}

func ones(n int) []float64 { return slices.Repeat([]float64{1}, n) }

// part is what is left: often all, half or nothing.
func part(rng *rand.Rand) float64 {
	if rng.IntN(2) == 0 {
		return rng.Float64()
	}
	return []float64{0, 0.5, 1}[rng.IntN(3)]
}

// show writes a network that failed, one need on a line.
func show(net *graph.Network, s *level.System) (text string) {
	for i := range graph.NodeID(net.NumNodes()) {
		text += fmt.Sprintf("%s left %v\n", net.ID(i), s.Left[i])
		for k := range net.Needs(i) {
			need := net.Need(k)
			text += fmt.Sprintf("    %s %v, %d of", need.Level, need.Weight, need.Quorum)
			for _, row := range need.Sources {
				supplier, _ := net.Ends(row)
				text += fmt.Sprintf(" %v %s", s.Carries[row], net.ID(supplier))
			}
			text += "\n"
		}
	}
	return text
}
