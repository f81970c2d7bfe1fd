package timeline_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// TestConverges holds random networks against the twin that goes in small steps: what
// is between the two courses of a node shrinks with the step.
func TestConverges(t *testing.T) {
	t.Parallel()
	compared := 0
	for seed := range uint64(many(2000)) {
		if converges(t, seed, 1) {
			compared++
		}
	}
	if compared < many(1900) {
		t.Errorf("only %d networks compared", compared)
	}
}

const horizon = 40

// converges says whether the twin found levels to compare with.
func converges(t *testing.T, a, b uint64) bool {
	net, ix, s := random(t, a, b, netgen.Config{MaxNodes: 12, Numbers: float64(1+a%4) / 4, NonCritical: 0.2, SelfSupply: a%5 == 0})
	r := run(t, net, s)
	rates := ix.Rates()
	before, gap, worst := 0.0, math.Inf(1), graph.None
	for step := 1. / 4; step > 1./3000; step /= 8 {
		levels, settled := reference.Timeline(net, s.Cuts, reference.Shares{Today: rates.Share, Most: rates.Worst}, horizon, step, 1000)
		if !settled {
			return false
		}
		before = gap
		if gap, worst = widest(r, levels, step); gap < 0.1 {
			return true
		}
	}
	if gap > before/2 {
		t.Fatalf("seeds %d, %d: %s differs by %v days\n%s", a, b, net.ID(worst), gap, show(net, s, r))
	}
	return true
}

// FuzzTimeline lets the fuzzer choose network and scenario, for the twin and for the
// checker.
func FuzzTimeline(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) {
		converges(t, a, b)
		explains(t, a, b)
	})
}

// random makes a network with cycles and a scenario.
func random(t *testing.T, a, b uint64, c netgen.Config) (*graph.Network, *index.Index, graph.Scenario) {
	rng := rand.New(rand.NewPCG(a, b))
	net := netgen.Random(rng, c)
	return net, compile(t, net), graph.Scenario{Horizon: horizon, Cuts: netgen.RandomCuts(rng, net)}
}

// widest is the greatest area between the courses of a node, in days of full rate.
func widest(r *timeline.Result, levels [][]float64, step float64) (gap float64, node graph.NodeID) {
	for i := range levels[0] {
		c := r.Course(graph.NodeID(i))
		area := 0.0
		for n := range levels {
			area += math.Abs(c.At((float64(n)+0.5)*step)-levels[n][i]) * step
		}
		if area > gap {
			gap, node = area, graph.NodeID(i)
		}
	}
	return gap, node
}

// show writes a network that failed, what cuts it, and the events.
func show(net *graph.Network, s graph.Scenario, r *timeline.Result) string {
	var text strings.Builder
	for i := range graph.NodeID(net.NumNodes()) {
		n := net.Node(i)
		fmt.Fprintf(&text, "%s stock %v recover %v\n", n.ID, n.StockDays, n.RecoverDays)
		for k := range net.Needs(i) {
			need := net.Need(k)
			fmt.Fprintf(&text, "    %s %s weight %v buffer %v refill %v, %d of", need.Name, need.Level, need.Weight, need.Buffer, need.Refill, need.Quorum)
			for _, row := range need.Sources {
				s := net.Source(row)
				fmt.Fprintf(&text, " %s#%d(%v-%v switch %v transit %v)", s.Supplier, row, s.Share, s.MaxShare, s.SwitchDays, s.TransitDays)
			}
			text.WriteString("\n")
		}
	}
	for _, c := range s.Cuts {
		fmt.Fprintf(&text, "cut %s left %v curve %v from %v until %v delay %v\n", c, c.Left, c.Curve, c.From, c.Until, c.Delay)
	}
	for n, e := range r.Events {
		fmt.Fprintf(&text, "%d %+v\n", n, e)
	}
	return text.String()
}
