package reference

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	dominik "github.com/dominikbraun/graph"

	"linestop/graph"
	"linestop/internal/netgen"
)

// random yields networks, each with a cut and a bigger one that contains it.
func random(t *testing.T, c netgen.Config, check func(net *graph.Network, small, big Cut)) {
	t.Helper()
	rng := rand.New(rand.NewPCG(11, 13))
	for range 300 {
		net := netgen.Random(rng, c)
		var small, more Cut
		small.Nodes, small.Rows = netgen.RandomCut(rng, net)
		more.Nodes, more.Rows = netgen.RandomCut(rng, net)
		check(net, small, Cut{slices.Concat(small.Nodes, more.Nodes), slices.Concat(small.Rows, more.Rows)})
		if t.Failed() {
			for s := range graph.SourceID(net.NumSources()) {
				row := net.Source(s)
				t.Log(s, row.Supplier, "->", row.Customer, row.Need, row.Quorum, row.Level, row.Confidence)
			}
			t.Fatalf("cut %v", small)
		}
	}
}

// within says whether a is a subset of b.
func within[K comparable](a, b map[K]bool) bool {
	for k := range a {
		if !b[k] {
			return false
		}
	}
	return true
}

// never is the step of a node that does not break.
const never = math.MaxInt

// A node's step is one more than the least, over its critical needs of m sources
// and quorum q, of the (m-q+1)-th smallest step of its sources. Since each step
// adds one, these equations have one solution: the steps of cut nodes fix those
// of step 1, these the next, and what no number reaches is never broken.
func TestStepsSolveTheirEquations(t *testing.T) {
	random(t, netgen.Config{SelfSupply: true}, func(net *graph.Network, cut, _ Cut) {
		broken := Broken(net, cut)
		step := func(i graph.NodeID) int {
			if s, ok := broken[i]; ok {
				return s
			}
			return never
		}
		for i := range graph.NodeID(net.NumNodes()) {
			want := never
			for k := range net.Needs(i) {
				if need := net.Need(k); need.Level == graph.Critical {
					var sources []int
					for _, s := range need.Sources {
						supplier, _ := net.Ends(s)
						sources = append(sources, step(supplier))
						if slices.Contains(cut.Rows, s) {
							sources[len(sources)-1] = 0
						}
					}
					slices.Sort(sources)
					if last := sources[len(sources)-need.Quorum]; last != never {
						want = min(want, last+1)
					}
				}
			}
			if slices.Contains(cut.Nodes, i) {
				want = 0
			}
			if got := step(i); got != want {
				t.Errorf("%s breaks at step %d, want %d", net.ID(i), got, want)
			}
		}
	})
}

// What runs on is the greatest set whose members live on each other, the union
// of all such sets; what can restart is the least set that lacks no node that
// could join it, the intersection of all such. On small networks one can try
// all sets of nodes.
func TestSurvivorsAreGreatestAndRestartIsLeast(t *testing.T) {
	tried := 0
	try := func(net *graph.Network, cut Cut) {
		tried++
		n := net.NumNodes()
		cutNode, cutRow := setOf(cut.Nodes), setOf(cut.Rows)
		survivors, restart := 0, 1<<n-1
		for set := range 1 << n {
			supported, closed := true, true
			for i := range graph.NodeID(n) {
				can := !cutNode[i] && canRun(net, i, set, cutRow)
				in := set>>i&1 == 1
				supported = supported && (!in || can)
				closed = closed && (in || !can)
			}
			if supported {
				survivors |= set
			}
			if closed {
				restart &= set
			}
		}
		broken, restartable := Broken(net, cut), Restartable(net, cut)
		for i := range graph.NodeID(n) {
			if _, fails := broken[i]; fails == (survivors>>i&1 == 1) || restartable[i] != (restart>>i&1 == 1) {
				t.Fatalf("%s of %v, cut %v: broken %v, restartable %v; survivors %b, restart %b",
					net.ID(i), net.Products(), cut, broken, restartable, survivors, restart)
			}
		}
	}
	most := 4
	if testing.Short() {
		most = 3
	}
	for n := 1; n <= most; n++ {
		for net := range netgen.Distinct(n) {
			for nodes := range 1 << n {
				cut := Cut{Nodes: members[graph.NodeID](nodes)}
				try(net, cut)
				for s := range graph.SourceID(net.NumSources()) {
					if n < 4 {
						cut.Rows = []graph.SourceID{s}
						try(net, cut)
					}
				}
			}
		}
	}
	t.Logf("%d cuts", tried)
}

// canRun says whether each need of node i is met while the nodes of a set run.
func canRun(net *graph.Network, i graph.NodeID, set int, cutRow map[graph.SourceID]bool) bool {
	for k := range net.Needs(i) {
		running := 0
		for _, s := range net.SourcesOf(k) {
			supplier, _ := net.Ends(s)
			if !cutRow[s] {
				running += set >> supplier & 1
			}
		}
		if running < net.NeedQuorum(k) {
			return false
		}
	}
	return true
}

func members[T ~int32](bits int) (list []T) {
	for i := T(0); bits>>i > 0; i++ {
		if bits>>i&1 == 1 {
			list = append(list, i)
		}
	}
	return list
}

// Failures and reach only grow with the cut, and grow sooner; what can start
// shrinks. Certainty does so world by world, hence as a whole.
func TestMonotone(t *testing.T) {
	random(t, netgen.Config{}, func(net *graph.Network, small, big Cut) {
		less, more := Broken(net, small), Broken(net, big)
		for i, step := range less {
			if later, ok := more[i]; !ok || later > step {
				t.Errorf("a bigger cut breaks %s later or not at all", net.ID(i))
			}
		}
		if !within(Reach(net, small), Reach(net, big)) {
			t.Error("a bigger cut reaches less")
		}
		if !within(Restartable(net, big), Restartable(net, small)) {
			t.Error("a bigger cut lets more restart")
		}
		sure, possible := Certainty(net, small)
		surer, likelier := Certainty(net, big)
		if !within(sure, surer) || !within(possible, likelier) {
			t.Error("a bigger cut is less certain to break something")
		}
	})
}

// The world with all rows is one of those that certainty tries, and in each of
// them only what lies downstream can break.
func TestInside(t *testing.T) {
	random(t, netgen.Config{}, func(net *graph.Network, cut, _ Cut) {
		broken := keys(Broken(net, cut))
		sure, possible := Certainty(net, cut)
		if !within(sure, broken) || !within(broken, possible) || !within(possible, Reach(net, cut)) {
			t.Error("not sure ⊆ broken ⊆ possible ⊆ reach")
		}
		for i := range Restartable(net, cut) {
			if broken[i] {
				t.Errorf("%s is broken and can restart", net.ID(i))
			}
		}
	})
}

// Without unsure rows there is one world.
func TestCertaintyOfSureRows(t *testing.T) {
	random(t, netgen.Config{Unsure: -1}, func(net *graph.Network, cut, _ Cut) {
		broken := keys(Broken(net, cut))
		if sure, possible := Certainty(net, cut); !maps.Equal(sure, broken) || !maps.Equal(possible, broken) {
			t.Error("sure, broken and possible differ")
		}
	})
}

// Without cycles there is one fixpoint: all that is not broken can restart.
func TestRestartWithoutCycles(t *testing.T) {
	random(t, netgen.Config{Acyclic: true}, func(net *graph.Network, cut, _ Cut) {
		if got := len(Restartable(net, cut)) + len(Broken(net, cut)); got != net.NumNodes() {
			t.Errorf("%d nodes are broken or can restart, of %d", got, net.NumNodes())
		}
	})
}

func TestReachIsBreadthFirst(t *testing.T) {
	random(t, netgen.Config{SelfSupply: true}, func(net *graph.Network, cut, _ Cut) {
		starts := slices.Clone(cut.Nodes)
		for _, s := range cut.Rows {
			_, customer := net.Ends(s)
			starts = append(starts, customer)
		}
		want := map[graph.NodeID]bool{}
		view := net.Graph()
		for _, start := range starts {
			err := dominik.BFS(view, net.ID(start), func(id string) bool {
				i, _ := net.Lookup(id)
				want[i] = true
				return false
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if got := Reach(net, cut); !maps.Equal(got, want) {
			t.Errorf("reach %s, want %s", names(net, got), names(net, want))
		}
	})
}

// BenchmarkAllCuts cuts every set of nodes from every network of four nodes.
func BenchmarkAllCuts(b *testing.B) {
	for b.Loop() {
		for net := range netgen.All(4) {
			for nodes := range 1 << 4 {
				Broken(net, Cut{Nodes: members[graph.NodeID](nodes)})
			}
		}
	}
}
