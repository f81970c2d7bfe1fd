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
	"linestop/internal/indextest"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// TestConverges holds random networks against the twin that goes in small steps: what
// is between the two courses of a node shrinks with the step.
func TestConverges(t *testing.T) {
	t.Parallel()
	compared := 0
	for seed := range uint64(many(2000)) {
		gaps := gaps(t, seed, 1, 1./20_000)
		if n := len(gaps); n > 0 {
			compared++
			if gaps[n-1] > near {
				t.Fatalf("seed %d: gaps of %v days\n%s", seed, gaps, showRandom(t, seed, 1))
			}
		}
	}
	if compared < many(1900) {
		t.Errorf("only %d networks compared", compared)
	}
}

// FuzzTimeline lets the fuzzer choose network and scenario, for the twin, as far as there is
// time for it, and for the checker.
func FuzzTimeline(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) {
		gaps := gaps(t, a, b, 1./300)
		if n := len(gaps); n > 0 && gaps[n-1] > near && gaps[n-1] > gaps[0]/2 {
			t.Fatalf("gaps of %v days\n%s", gaps, showRandom(t, a, b))
		}
		explains(t, a, b)
	})
}

const (
	horizon = 40
	near    = 0.1 // day
)

// gaps are those between the courses and the twin's, each for an eighth of the step before, until
// they are close or the step is small. They are nil if the twin finds no levels.
func gaps(t *testing.T, a, b uint64, least float64) (gaps []float64) {
	net, ix, s := random(t, a, b)
	r := run(t, net, s)
	rates := ix.Rates()
	for step := 1. / 4; step > least; step /= 8 {
		levels, settled := reference.Timeline(net, s.Cuts, reference.Shares{Today: rates.Share, Most: rates.Worst}, horizon, step, 1000)
		if !settled {
			return nil
		}
		gap := widest(r, levels, step)
		if gaps = append(gaps, gap); gap <= near {
			break
		}
	}
	return gaps
}

// random makes a network with cycles and a scenario.
func random(t *testing.T, a, b uint64) (*graph.Network, *index.Index, graph.Scenario) {
	rng := rand.New(rand.NewPCG(a, b))
	net := netgen.Random(rng, netgen.Config{MaxNodes: 12, Numbers: float64(1+a%4) / 4, NonCritical: 0.2, SelfSupply: a%5 == 0})
	return net, indextest.Compile(t, net), graph.Scenario{Horizon: horizon, Cuts: netgen.RandomCuts(rng, net)}
}

// widest is the greatest area between the courses of a node, in days of full rate, as far
// as the result goes.
func widest(r *timeline.Result, levels [][]float64, step float64) (gap float64) {
	for i := range levels[0] {
		c := r.Course(graph.NodeID(i))
		area := 0.0
		for n := range min(len(levels), int(r.Until/step)) {
			area += math.Abs(c.At((float64(n)+0.5)*step)-levels[n][i]) * step
		}
		gap = max(gap, area)
	}
	return gap
}

func showRandom(t *testing.T, a, b uint64) string {
	net, _, s := random(t, a, b)
	return show(net, s, run(t, net, s))
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
