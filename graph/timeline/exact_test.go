package timeline_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/timeline"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// TestEarliestStop compares with the label where that is exact: full cuts for good,
// any source can carry its need alone, at once.
func TestEarliestStop(t *testing.T) {
	t.Parallel()
	stopped := 0
	for seed := range uint64(many(3000)) {
		rng := rand.New(rand.NewPCG(seed, 2))
		net := altered(netgen.Random(rng, netgen.Config{Numbers: 0.7, SelfSupply: seed%5 == 0}), func(row *graph.Source) {
			row.MaxShare, row.SwitchDays = graph.Num(1), graph.Number{}
			if row.Level == graph.Degrading.String() {
				row.Level, row.Weight = graph.Optional.String(), graph.Number{}
			}
		})
		s := graph.Scenario{Cuts: netgen.RandomCuts(rng, net)}
		for n := range s.Cuts {
			c := &s.Cuts[n]
			*c = graph.Cut{Target: c.Target, Supply: c.Supply, From: c.From}
		}
		r := run(t, net, s)
		label, err := timeline.EarliestStop(t.Context(), indextest.Compile(t, net), r.Plan)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range label {
			c := r.Course(graph.NodeID(i))
			if len(c.Steps) > 1 || math.Abs(c.Stop.Or(math.Inf(1))-want) > 1e-6 {
				t.Fatalf("seed %d: %s stops on day %v, want %v\n%s", seed, net.ID(graph.NodeID(i)), c.Stop, want, show(net, s, r))
			}
			if c.Stop.Given && c.Stop.Value > 0 {
				stopped++
			}
		}
	}
	t.Logf("%d later stops", stopped)
}

// TestTendsToSteady follows cuts that last. Levels never rise, and in the end they are
// those of the steady reading. (Not so with days to switch or quorums: on a cycle with
// time on the way, a gap before the switch goes round for ever, and what dies away
// delivers something for ever.)
func TestTendsToSteady(t *testing.T) {
	t.Parallel()
	quiet := 0
	for seed := range uint64(many(3000)) {
		rng := rand.New(rand.NewPCG(seed, 3))
		net := altered(netgen.Random(rng, netgen.Config{Numbers: 0.7, NonCritical: -1, Quorum: -1, SelfSupply: seed%5 == 0}), func(row *graph.Source) {
			row.SwitchDays = graph.Number{}
			row.TransitDays.Value = math.Ceil(row.TransitDays.Value) // so that echoes meet
		})
		s := graph.Scenario{Horizon: graph.MaxHorizon, Cuts: netgen.RandomCuts(rng, net)}
		for n := range s.Cuts {
			c := &s.Cuts[n]
			*c = graph.Cut{Target: c.Target, Supply: c.Supply, From: c.From, Left: c.Left}
		}
		r := run(t, net, s)
		if r.Limit != timeline.Quiet {
			continue
		}
		for _, c := range r.Nodes {
			for n, step := range c.Steps {
				if before := (timeline.Course{Steps: c.Steps[:n]}).At(step.Day); step.Level > before {
					t.Fatalf("seed %d: %s rises\n%s", seed, net.ID(c.Node), show(net, s, r))
				}
			}
		}
		quiet++
		want, settled := steady(t, net, r)
		for i, level := range want {
			if got := r.Course(graph.NodeID(i)).At(math.Inf(1)); settled && math.Abs(got-level) > 1e-9 {
				t.Fatalf("seed %d: %s ends at %v, want %v \n%s", seed, net.ID(graph.NodeID(i)), got, level, show(net, s, r))
			}
		}
	}
	if quiet < many(2500) {
		t.Errorf("only %d networks came to rest", quiet)
	}
}

// steady is where the cuts that are left at the end lead.
func steady(t *testing.T, net *graph.Network, r *timeline.Result) ([]float64, bool) {
	rates := reference.Rates{Left: ones(net.NumNodes()), RowLeft: ones(net.NumSources()), Carries: indextest.Compile(t, net).Rates().Worst}
	for _, p := range r.Plan.Nodes {
		rates.Left[p.Node] = p.Left[len(p.Left)-1].Value
	}
	for _, p := range r.Plan.Rows {
		rates.RowLeft[p.Row] = p.Left[len(p.Left)-1].Value
	}
	return reference.Steady(net, rates, 1e5)
}

func ones(n int) []float64 { return slices.Repeat([]float64{1}, n) }
