package trace_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"linestop/graph"
	"linestop/graph/trace"
)

func first(paths func(func(trace.Path) bool), limit int) []trace.Path {
	var list []trace.Path
	for p := range paths {
		list = append(list, p)
		if len(list) == limit {
			break
		}
	}
	return list
}

// TestPaths:
//
//	a -> b => d -> e -> a     b supplies d twice, c and d each other,
//	 \-> c <-> d              f only itself
//	      \-------> e
func TestPaths(t *testing.T) {
	net := build("a", "b", "a", "c", "b", "d", "b", "d", "c", "d", "c", "e", "d", "e", "e", "a", "f", "f", "d", "c")
	tests := []struct {
		from, to string
		want     []string
	}{
		{"a", "e", []string{"a c e", "a b d e", "a c d e", "a b d c e"}},
		{"a", "d", []string{"a b d", "a c d"}},
		{"d", "b", []string{"d e a b", "d c e a b"}},
		{"b", "c", []string{"b d c", "b d e a c"}},
		{"a", "a", []string{"a c e a", "a b d e a", "a c d e a", "a b d c e a"}},
		{"b", "b", []string{"b d e a b", "b d c e a b"}},
		{"f", "f", []string{"f f"}},
		{"f", "a", nil},
		{"a", "f", nil},
		{"b c", "e", []string{"c e", "b d e", "c d e"}},
		{"a", "d e", []string{"a b d", "a c d", "a c e"}},
		{"d a", "c d", []string{"a c", "d c", "a b d"}},
		{"f b", "f", []string{"f f"}},
		{"", "a", nil},
		{"a", "", nil},
	}
	for _, c := range tests {
		var got []string
		for p := range trace.Paths(t.Context(), net, ats(t, net, c.from), ats(t, net, c.to)) {
			var ids []string
			for _, i := range p {
				ids = append(ids, net.ID(i))
			}
			got = append(got, strings.Join(ids, " "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("from %s to %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

// TestPathsAreAllAndInOrder holds the paths against those that walking about finds.
func TestPathsAreAllAndInOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	most := 0
	for range 150 {
		net := random(r, 2+r.IntN(7), r.Float64())
		for range 2 * net.NumNodes() {
			from, to := some(r, net), some(r, net)
			var want []trace.Path
			for _, i := range from {
				want = append(want, walks(net, trace.Path{i}, from, to)...)
			}
			slices.SortFunc(want, func(p, q trace.Path) int {
				return cmp.Or(cmp.Compare(len(p), len(q)), slices.Compare(p, q))
			})
			most = max(most, len(want))
			if got := first(trace.Paths(t.Context(), net, from, to), -1); !slices.EqualFunc(got, want, slices.Equal[trace.Path]) {
				t.Fatalf("from %d to %d:\n%v, want\n%v", from, to, got, want)
			}
		}
	}
	if most < 100 {
		t.Errorf("no network has more than %d paths", most)
	}
}

// some draws one node, or a few.
func some(r *rand.Rand, net *graph.Network) []graph.NodeID {
	var list []graph.NodeID
	for _, i := range r.Perm(net.NumNodes())[:1+r.IntN(2)*r.IntN(net.NumNodes())] {
		list = append(list, graph.NodeID(i))
	}
	return list
}

// walks lists the ways to go on from a path to one of some nodes without meeting
// any twice, nor a node to begin at on the way.
func walks(net *graph.Network, path trace.Path, from, to []graph.NodeID) []trace.Path {
	var list []trace.Path
	met := map[graph.NodeID]bool{}
	for _, row := range net.Deliveries(path[len(path)-1]) {
		_, next := net.Ends(row)
		if met[next] {
			continue
		}
		met[next] = true
		longer := append(slices.Clone(path), next)
		switch {
		case slices.Contains(to, next):
			list = append(list, longer)
		case !slices.Contains(path, next) && !slices.Contains(from, next):
			list = append(list, walks(net, longer, from, to)...)
		}
	}
	return list
}

// TestPathsAreLazy: forty layers of ten nodes have 10^40 paths.
func TestPathsAreLazy(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	row := func(from, to string) { b.AddSource(graph.Source{Supplier: from, Customer: to}) }
	for i := range 10 {
		row("begin", fmt.Sprintf("0-%d", i))
		row(fmt.Sprintf("39-%d", i), "end")
		for layer := range 39 {
			for j := range 10 {
				row(fmt.Sprintf("%d-%d", layer, i), fmt.Sprintf("%d-%d", layer+1, j))
			}
		}
	}
	net := b.Build()
	start := time.Now()
	got := first(trace.Paths(t.Context(), net, ats(t, net, "begin"), ats(t, net, "end")), 100)
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("100 paths took %v", took)
	}
	for i, p := range got {
		if len(p) != 42 || i > 0 && slices.Compare(got[i-1], p) >= 0 {
			t.Errorf("path %d is %v", i, p)
		}
	}
	if len(got) != 100 {
		t.Errorf("%d paths, want 100", len(got))
	}
}

// TestPathsAreTheCallersOwn: changing one does not change the next.
func TestPathsAreTheCallersOwn(t *testing.T) {
	net := build("a", "b", "a", "c", "b", "d", "c", "d", "b", "c")
	var got []trace.Path
	for p := range trace.Paths(t.Context(), net, ats(t, net, "a"), ats(t, net, "d")) {
		got = append(got, slices.Clone(p))
		clear(p)
	}
	want := first(trace.Paths(t.Context(), net, ats(t, net, "a"), ats(t, net, "d")), -1)
	if len(want) != 3 || !slices.EqualFunc(got, want, slices.Equal[trace.Path]) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func BenchmarkPaths(b *testing.B) {
	r := rand.New(rand.NewPCG(13, 14))
	net := random(r, 300, 0.02)
	for b.Loop() {
		if got := first(trace.Paths(b.Context(), net, []graph.NodeID{0}, []graph.NodeID{1}), 1000); len(got) != 1000 {
			b.Fatalf("%d paths", len(got))
		}
	}
}

// TestPathsOfALongChain has one path of very many steps and no other: to find
// that out must not take a search for each step.
func TestPathsOfALongChain(t *testing.T) {
	const steps = 100_000
	b := graph.NewBuilder(graph.Info{})
	for i := range steps {
		b.AddSource(graph.Source{Supplier: fmt.Sprint("n", i), Customer: fmt.Sprint("n", i+1)})
	}
	net := b.Build()
	got := first(trace.Paths(t.Context(), net, []graph.NodeID{0}, []graph.NodeID{steps}), -1)
	if len(got) != 1 || len(got[0]) != steps+1 {
		t.Errorf("%d paths", len(got))
	}
}
