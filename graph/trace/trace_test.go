package trace_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	dominik "github.com/dominikbraun/graph"

	"linestop/graph"
	"linestop/graph/trace"
)

// build makes a network from pairs of supplier and customer.
func build(pairs ...string) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	for pair := range slices.Chunk(pairs, 2) {
		b.AddSource(graph.Source{Supplier: pair[0], Customer: pair[1]})
	}
	return b.Build()
}

// random makes a network of up to size nodes; cycles, self-supply and repeated
// rows may come up.
func random(r *rand.Rand, size int, chance float64) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	for i := range size {
		b.AddNode(graph.Node{ID: fmt.Sprint(i)})
	}
	for range int(float64(size*size) * chance) {
		b.AddSource(graph.Source{Supplier: fmt.Sprint(r.IntN(size)), Customer: fmt.Sprint(r.IntN(size))})
	}
	return b.Build()
}

func at(t *testing.T, net *graph.Network, id string) graph.NodeID {
	t.Helper()
	i, ok := net.Lookup(id)
	if !ok {
		t.Fatalf("no node %q", id)
	}
	return i
}

// ats looks up ids with blanks between them.
func ats(t *testing.T, net *graph.Network, ids string) []graph.NodeID {
	t.Helper()
	var list []graph.NodeID
	for id := range strings.FieldsSeq(ids) {
		list = append(list, at(t, net, id))
	}
	return list
}

func shown(net *graph.Network, hops []trace.Hop) []string {
	var list []string
	for _, h := range hops {
		list = append(list, fmt.Sprintf("%s %d", net.ID(h.Node), h.Tier))
	}
	return list
}

// TestTiers:
//
//	ore -> chip -> board -> car     chip also goes straight into the car,
//	 ^      \________________^      board and test are in a cycle,
//	 |       board <-> test         scrap goes back to ore
//	scrap <------------------car    lone supplies itself
func TestTiers(t *testing.T) {
	net := build("ore", "chip", "chip", "board", "chip", "board", "board", "car", "chip", "car", "board", "test", "test", "board",
		"car", "scrap", "scrap", "ore", "lone", "lone")
	tests := []struct {
		ids              string
		upstream, onward []string
	}{
		{"car", []string{"chip 1", "board 1", "ore 2", "test 2", "scrap 3"}, []string{"scrap 1", "ore 2", "chip 3", "board 4", "test 5"}},
		{"chip", []string{"ore 1", "scrap 2", "car 3", "board 4", "test 5"}, []string{"board 1", "car 1", "test 2", "scrap 2", "ore 3"}},
		{"lone", nil, nil},
		{"board test lone", []string{"chip 1", "ore 2", "scrap 3", "car 4"}, []string{"car 1", "scrap 2", "ore 3", "chip 4"}},
		{"", nil, nil},
	}
	for _, c := range tests {
		of := ats(t, net, c.ids)
		if got := shown(net, hops(t, trace.Upstream, net, of...)); !slices.Equal(got, c.upstream) {
			t.Errorf("upstream of %s are %q, want %q", c.ids, got, c.upstream)
		}
		if got := shown(net, hops(t, trace.Downstream, net, of...)); !slices.Equal(got, c.onward) {
			t.Errorf("downstream of %s are %q, want %q", c.ids, got, c.onward)
		}
	}
}

// TestTiersAreShortestPaths holds both directions against the library's shortest
// paths. (Its BFSWithDepth of v0.23.0 counts visits, not steps.)
func TestTiersAreShortestPaths(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		net := random(r, 2+r.IntN(12), 0.3*r.Float64())
		g := net.Graph()
		for i := range graph.NodeID(net.NumNodes()) {
			up, down := map[graph.NodeID]int{}, map[graph.NodeID]int{}
			for j := range graph.NodeID(net.NumNodes()) {
				if i == j {
					continue
				}
				if steps, ok := shortest(t, g, net.ID(j), net.ID(i)); ok {
					up[j] = steps
				}
				if steps, ok := shortest(t, g, net.ID(i), net.ID(j)); ok {
					down[j] = steps
				}
			}
			checkHops(t, hops(t, trace.Upstream, net, i), up)
			checkHops(t, hops(t, trace.Downstream, net, i), down)
		}
	}
}

func shortest(t *testing.T, g dominik.Graph[string, graph.Node], from, to string) (int, bool) {
	t.Helper()
	path, err := dominik.ShortestPath(g, from, to)
	if err != nil && !errors.Is(err, dominik.ErrTargetNotReachable) {
		t.Fatal(err)
	}
	return len(path) - 1, err == nil
}

// hops is one direction of a trace.
func hops(t *testing.T, direction func(context.Context, *graph.Network, ...graph.NodeID) ([]trace.Hop, error), net *graph.Network, of ...graph.NodeID) []trace.Hop {
	t.Helper()
	list, err := direction(t.Context(), net, of...)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func checkHops(t *testing.T, hops []trace.Hop, want map[graph.NodeID]int) {
	t.Helper()
	got := map[graph.NodeID]int{}
	for k, h := range hops {
		got[h.Node] = h.Tier
		if k > 0 && (hops[k-1].Tier > h.Tier || hops[k-1].Tier == h.Tier && hops[k-1].Node >= h.Node) {
			t.Errorf("%v is not in order", hops)
		}
	}
	if !maps.Equal(got, want) || len(got) != len(hops) {
		t.Errorf("got %v, want %v", hops, want)
	}
}

// TestTierAgrees: a node's tier is its distance to the nearest product.
func TestTierAgrees(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 100 {
		net := random(r, 2+r.IntN(12), 0.3*r.Float64())
		for i := range graph.NodeID(net.NumNodes()) {
			want := -1
			for _, h := range append([]trace.Hop{{Node: i}}, hops(t, trace.Downstream, net, i)...) {
				if net.IsProduct(h.Node) {
					want = h.Tier
					break
				}
			}
			if got := net.Tier(i); got != want {
				t.Errorf("tier of %s is %d, want %d", net.ID(i), got, want)
			}
		}
	}
}
