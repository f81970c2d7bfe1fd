package draw

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/netgen"
)

// TestViews checks what must hold of any picture of any network.
func TestViews(t *testing.T) {
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 0))
		net := netgen.Random(rng, netgen.Config{MaxNodes: 80})
		var r *cut.Result
		if seed%5 > 0 {
			var set cut.Set
			set.Nodes, set.Rows = netgen.RandomCut(rng, net)
			if seed%7 == 0 {
				set.Reduced, set.ReducedRows = netgen.RandomCut(rng, net)
			}
			r = run(t, net, set)
		}
		opts := Options{
			All:      rng.IntN(6) == 0,
			Budget:   1 + rng.IntN(40),
			Collapse: Grouping(rng.IntN(8)) % (ByTier + 1), // mostly not
			Cluster:  Grouping(rng.IntN(5)),
		}
		if rng.IntN(4) == 0 {
			opts.Around = []graph.NodeID{graph.NodeID(rng.IntN(net.NumNodes()))}
			opts.Depth = [...]int{1, 2, 1 << 30}[rng.IntN(3)]
		}
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			v := choose(t, net, r, opts)
			checkShape(t, v)
			checkFlow(t, v)
			checkBudget(t, v, opts)
			checkCounts(t, v)
			if r != nil && !v.Boxes && opts.Around == nil {
				checkPaths(t, net, r, v)
			}
			if again := choose(t, net, r, opts); !bytes.Equal(v.DOT(), again.DOT()) {
				t.Error("the same question gave two pictures")
			}
		})
	}
}

// checkShape finds references to what is not in the view.
func checkShape(t *testing.T, v View) {
	for _, e := range v.Edges {
		if e.From < 0 || e.From >= len(v.Nodes) || e.To < 0 || e.To >= len(v.Nodes) || e.Need < -1 || e.Need >= len(v.Nodes[e.To].Needs) {
			t.Errorf("edge %+v leads nowhere", e)
		}
	}
	filled := make([]bool, len(v.Clusters))
	for _, n := range v.Nodes {
		if n.Cluster < -1 || n.Cluster >= len(v.Clusters) {
			t.Errorf("node %q in cluster %d of %d", n.Name, n.Cluster, len(v.Clusters))
			continue
		}
		for c := n.Cluster; c >= 0; c = v.Clusters[c].Parent {
			filled[c] = true
		}
		for _, need := range n.Needs {
			if need.Name+need.Rule == "" {
				t.Errorf("node %q has a need without words", n.Name)
			}
		}
	}
	for c, cluster := range v.Clusters {
		if !filled[c] || cluster.Parent >= c {
			t.Errorf("cluster %d %+v, filled %v", c, cluster, filled[c])
		}
	}
}

// checkFlow finds arrows and stacks that no layout from left to right can have.
func checkFlow(t *testing.T, v View) {
	lead := make([]int, len(v.Nodes))
	for n := range lead {
		lead[n] = n
	}
	for _, stack := range v.Stacks {
		for _, n := range stack {
			if n < 0 || n >= len(v.Nodes) || lead[n] != n || len(stack) < 2 {
				t.Errorf("stack %v holds what is not there, or in another", stack)
				return
			}
			lead[n] = stack[0]
		}
	}
	next := make([][]int, len(v.Nodes))
	for _, e := range v.Edges {
		left, right := arrow{from: e.From, to: e.To, back: e.Back}.ends()
		next[lead[left]] = append(next[lead[left]], lead[right])
	}
	if cyclic(next) {
		t.Error("arrows and stacks lead round")
	}
}

func checkBudget(t *testing.T, v View, opts Options) {
	if len(v.Nodes) == 0 {
		t.Error("nothing is drawn")
	}
	if !opts.All && len(v.Nodes) > opts.Budget {
		t.Errorf("%d nodes for a budget of %d", len(v.Nodes), opts.Budget)
	}
}

var (
	leftOut  = regexp.MustCompile(`^(\d+) of (\d+) nodes? shown(?:; left out: (.*))?\.$`)
	possibly = regexp.MustCompile(`\(.*?\)`)
	number   = regexp.MustCompile(`\d+`)
)

// checkCounts adds up what the notes say is shown and left out.
func checkCounts(t *testing.T, v View) {
	for _, note := range v.Notes {
		m := leftOut.FindStringSubmatch(note)
		if m == nil || v.Boxes {
			continue
		}
		total, _ := strconv.Atoi(m[2])
		sum := len(v.Nodes)
		for _, c := range v.Clusters {
			if c.Status >= MayPoint && c.Says != "" {
				sum++
			}
		}
		if m[1] != strconv.Itoa(sum) {
			t.Errorf("%d nodes shown, the note says %q", sum, note)
		}
		for _, n := range number.FindAllString(possibly.ReplaceAllString(m[3], ""), -1) {
			count, _ := strconv.Atoi(n)
			sum += count
		}
		if m[3] != "" && sum != total {
			t.Errorf("shown and left out make %d: %q", sum, note)
		}
	}
}

// checkPaths finds a node that is shown as hit without what hit it. A broken
// node needs a dead supplier of an earlier step, or a cut row, of the need that
// failed; if each has one, each has a whole path from the cut.
func checkPaths(t *testing.T, net *graph.Network, r *cut.Result, v View) {
	at := map[graph.NodeID]int{}
	for n, node := range v.Nodes {
		at[node.ID] = n
	}
	failures := map[graph.NodeID]cut.Failure{}
	for _, f := range r.Failures {
		failures[f.Node] = f
	}
	for _, f := range r.Failures {
		if _, shown := at[f.Node]; !shown || f.Need == cut.NoNeed {
			continue
		}
		found := false
		for _, e := range v.Edges {
			if e.To == at[f.Node] {
				g, failed := failures[v.Nodes[e.From].ID]
				found = found || e.Cut || failed && g.Step < f.Step
			}
		}
		if !found {
			t.Errorf("%q is broken for no reason shown", net.ID(f.Node))
		}
	}
	for n, node := range v.Nodes {
		if node.Status != Exposed {
			continue
		}
		found := false // a supplier of a cut row is there for that
		for _, e := range v.Edges {
			found = found || e.From == n && (e.Cut || e.Fate == Lessened) || e.To == n && (e.Fate > Delivers || v.Nodes[e.From].Status == Exposed)
		}
		if !found {
			t.Errorf("%q is exposed for no reason shown", node.Name)
		}
	}
}

// TestBoxesAddUp: collapsed, every node is in one box, every row in a box or
// between two.
func TestBoxesAddUp(t *testing.T) {
	for seed := range uint64(100) {
		net := netgen.Random(rand.New(rand.NewPCG(seed, 1)), netgen.Config{MaxNodes: 60})
		v := choose(t, net, nil, Options{Collapse: ByTier, All: true})
		nodes, rows := 0, 0
		for _, n := range v.Nodes {
			for _, d := range n.Details {
				count, _ := strconv.Atoi(strings.Fields(d)[0])
				switch {
				case strings.Contains(d, "node"):
					nodes += count
				case strings.Contains(d, "inside"):
					rows += count
				}
			}
		}
		for _, e := range v.Edges {
			rows += max(1, atoi(e.Label))
		}
		drawable := newChooser(t.Context(), net, nil, Options{}).candidates
		if nodes != drawable || rows != net.NumSources() {
			t.Errorf("seed %d: %d nodes of %d, %d rows of %d", seed, nodes, drawable, rows, net.NumSources())
		}
	}
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
