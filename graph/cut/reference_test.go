package cut_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// TestEverySmallNetwork cuts every set of nodes of every network of up to four
// nodes, and compares with the plain twin.
func TestEverySmallNetwork(t *testing.T) {
	t.Parallel()
	for net := range netgen.Small() {
		ix := indextest.Compile(t, net)
		runner := cut.NewRunner(ix)
		for chosen := range 1 << net.NumNodes() {
			set := cut.Set{Nodes: nodes(chosen)}
			if err := compare(t, ix, runner, set); err != nil {
				t.Fatalf("cut %v: %v\n%s", set.Nodes, err, show(net))
			}
		}
	}
}

// TestFiveNodes does so with networks of five nodes, without proofs.
func TestFiveNodes(t *testing.T) {
	t.Parallel()
	netgen.Parts(t, 200, func(t *testing.T, part int) {
		for net := range netgen.DistinctPart(5, part, 200) {
			engine := cut.NewEngine(indextest.Compile(t, net).Worst)
			for lost, want := range reference.AllOutcomes(net).Possible {
				failures, err := engine.Run(t.Context(), cut.Set{Nodes: nodes(lost)})
				if err != nil {
					t.Fatal(err)
				}
				got := uint16(0)
				for _, f := range failures {
					got |= 1 << f.Node
				}
				if got != want {
					t.Fatalf("cut %b: down %b, want %b\n%s", lost, got, want, show(net))
				}
			}
		}
	})
}

// nodes lists those of a set that has a bit for each.
func nodes(set int) (list []graph.NodeID) {
	for i := graph.NodeID(0); set>>i > 0; i++ {
		if set>>i&1 == 1 {
			list = append(list, i)
		}
	}
	return list
}

// TestRandomNetworks does the same on larger ones, with rows cut, unsure rows,
// levels and parents.
func TestRandomNetworks(t *testing.T) {
	networks := netgen.Sample(100_000, 5)
	const parts = 8
	for part := range parts {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			for seed := part; seed < networks; seed += parts {
				random(t, uint64(seed), 1)
			}
		})
	}
}

// random compares one network and one cut made by chance.
func random(t *testing.T, a, b uint64) {
	rng := rand.New(rand.NewPCG(a, b))
	net := netgen.Random(rng, netgen.Config{SelfSupply: a%4 == 0})
	ix := indextest.Compile(t, net)
	runner := cut.NewRunner(ix)
	for range 1 + a%8/7 { // now and then a second cut with the same scratch
		var set cut.Set
		set.Nodes, set.Rows = netgen.RandomCut(rng, net)
		if err := compare(t, ix, runner, set); err != nil {
			t.Fatalf("seeds %d, %d, cut %+v: %v\n%s", a, b, set, err, show(net))
		}
	}
}

// FuzzCut lets the fuzzer choose the network and the cut.
func FuzzCut(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(random)
}

// compare holds every part of an answer against the twin.
func compare(t *testing.T, ix *index.Index, runner *cut.Runner, set cut.Set) error {
	net := ix.Net
	r, err := runner.Run(t.Context(), set)
	if err != nil {
		return err
	}
	twin := reference.Cut{Nodes: set.Nodes, Rows: set.Rows}
	sure, possible := reference.Certainty(net, twin)
	steps := reference.Broken(net, twin)

	down := map[graph.NodeID]bool{}
	for _, f := range r.Failures {
		down[f.Node] = true
		if f.Sure != sure[f.Node] {
			return fmt.Errorf("node %q: sure %v, want %v", net.ID(f.Node), f.Sure, sure[f.Node])
		}
		if ix.Worst == ix.Best && f.Step != steps[f.Node] {
			return fmt.Errorf("node %q: step %d, want %d", net.ID(f.Node), f.Step, steps[f.Node])
		}
		if err := checkProof(net, r, f); err != nil {
			return err
		}
	}
	if !maps.Equal(down, possible) {
		return fmt.Errorf("down %v, want %v", keys(down), keys(possible))
	}
	reached := reference.Reach(net, twin)
	running := map[graph.NodeID]bool{}
	for _, e := range r.Exposed {
		running[e.Node] = true
	}
	for i := range graph.NodeID(net.NumNodes()) {
		if running[i] != (reached[i] && !down[i]) {
			return fmt.Errorf("node %q: exposed %v, reached %v, down %v", net.ID(i), running[i], reached[i], down[i])
		}
	}
	if err := compareSupports(t, r, ix, twin, down); err != nil {
		return err
	}
	return compareRestart(t, r, ix, twin, down)
}

func compareRestart(t *testing.T, r *cut.Result, ix *index.Index, twin reference.Cut, down map[graph.NodeID]bool) error {
	sure := ix.Net
	if ix.Worst != ix.Best {
		sure, twin.Rows = worst(ix.Net, twin.Rows) // the twin takes every row as it stands
	}
	before, after := reference.Restartable(sure, reference.Cut{}), reference.Restartable(sure, twin)
	start, err := ix.Worst.Start(t.Context())
	if err != nil {
		return err
	}
	for i, place := range start.Place {
		i := graph.NodeID(i)
		if (place > 0) != before[i] {
			return fmt.Errorf("node %q: starts in place %d, want %v", ix.Net.ID(i), place, before[i])
		}
		if got, want := slices.Contains(r.Stranded, i), before[i] && !after[i] && !down[i]; got != want {
			return fmt.Errorf("node %q: stranded %v, want %v", ix.Net.ID(i), got, want)
		}
	}
	return nil
}

// worst is the worst world of a network, as one in which every row is sure, and
// in it the rows that are cut.
func worst(net *graph.Network, cut []graph.SourceID) (*graph.Network, []graph.SourceID) {
	b := graph.NewBuilder(graph.Info{})
	for i := range graph.NodeID(net.NumNodes()) {
		b.AddNode(graph.Node{ID: net.ID(i)})
	}
	var cutRows []graph.SourceID
	next := graph.SourceID(0)
	for k := range graph.NeedID(net.NumNeeds()) {
		if net.NeedLevel(k) != graph.Critical {
			continue
		}
		rows, quorum := net.SourcesOf(k), net.NeedQuorum(k)
		sure := slices.DeleteFunc(slices.Clone(rows), func(row graph.SourceID) bool { return !net.Sure(row) })
		if len(sure) < quorum {
			quorum = len(rows)
		} else {
			rows = sure
		}
		for _, row := range rows {
			s := net.Source(row)
			b.AddSource(graph.Source{Supplier: s.Supplier, Customer: s.Customer, Need: fmt.Sprint(k), Quorum: graph.Num(float64(quorum))})
			if slices.Contains(cut, row) {
				cutRows = append(cutRows, next)
			}
			next++
		}
	}
	return b.Build(), cutRows
}

func checkProof(net *graph.Network, r *cut.Result, f cut.Failure) error {
	proof := r.Proof(f.Node)
	if len(proof) == 0 || proof[len(proof)-1].Node != f.Node {
		return fmt.Errorf("node %q: the proof does not end with it", net.ID(f.Node))
	}
	var steps []reference.ProofStep
	for _, s := range proof {
		step := reference.ProofStep{Node: s.Node, Step: s.Step, Cut: s.Need == cut.NoNeed, Need: s.Need}
		for _, source := range s.Sources {
			if source.Fate == cut.Absent {
				step.Absent = append(step.Absent, source.Row)
			}
		}
		if f.Sure && len(step.Absent) > 0 {
			return fmt.Errorf("node %q: a sure failure leans on an unsure row", net.ID(f.Node))
		}
		steps = append(steps, step)
	}
	return reference.CheckProof(net, reference.Cut{Nodes: r.Set.Nodes, Rows: r.Set.Rows}, steps)
}

func keys(set map[graph.NodeID]bool) []graph.NodeID { return slices.Sorted(maps.Keys(set)) }

// show writes a network that failed, one need on a line.
func show(net *graph.Network) string {
	var text strings.Builder
	for i := range graph.NodeID(net.NumNodes()) {
		for k := range net.Needs(i) {
			text.WriteString(fmt.Sprintf("%s needs %d of", net.ID(i), net.NeedQuorum(k)))
			for _, row := range net.SourcesOf(k) {
				s := net.Source(row)
				text.WriteString(fmt.Sprintf(" %s#%d(%s)", s.Supplier, row, s.Confidence))
			}
			text.WriteString(fmt.Sprintf(" [%s]\n", net.NeedLevel(k)))
		}
	}
	return text.String()
}
