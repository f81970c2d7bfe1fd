package graph_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	dominik "github.com/dominikbraun/graph"

	"linestop/graph"
)

type library = dominik.Graph[string, graph.Node]

// remembered is the network in the library's own store, the twin that the view
// must not differ from: an edge for each pair, with the numbers of its rows.
func remembered(t *testing.T, net *graph.Network) library {
	t.Helper()
	g := dominik.New(func(n graph.Node) string { return n.ID }, dominik.Directed())
	for i := range graph.NodeID(net.NumNodes()) {
		if err := g.AddVertex(net.Node(i)); err != nil {
			t.Fatal(err)
		}
	}
	edges := map[[2]string][]graph.SourceID{}
	for s := range graph.SourceID(net.NumSources()) {
		row := net.Source(s)
		pair := [2]string{row.Supplier, row.Customer}
		edges[pair] = append(edges[pair], s)
	}
	for pair, data := range edges {
		if err := g.AddEdge(pair[0], pair[1], dominik.EdgeData(data)); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

// viewed are networks of every shape that matters, and random ones.
func viewed() map[string]*graph.Network {
	all := map[string]*graph.Network{
		"empty":      build(graph.Info{}, nil, nil),
		"one node":   build(graph.Info{}, nodes("a"), nil),
		"edge list":  build(graph.Info{}, nil, rows("a", "b", "b", "c", "a", "c")),
		"cycles":     build(graph.Info{}, nil, rows("a", "b", "b", "a", "b", "c", "c", "d", "d", "c", "e", "e")),
		"apart":      build(graph.Info{}, nodes("x", "y"), rows("a", "b", "c", "d")),
		"many rows":  build(graph.Info{}, nil, rows("a", "c", "a", "b", "a", "c", "b", "c", "a", "c", "b", "b", "b", "b")),
		"selectable": selectable(),
	}
	r := rand.New(rand.NewPCG(5, 6))
	for _, name := range []string{"random 1", "random 2", "random 3", "random 4", "random 5", "random 6"} {
		all[name] = random(r, 2+r.IntN(14), 0.02+0.25*r.Float64())
	}
	return all
}

// TestView holds the view against the library's own store: the parts first, then
// the library's algorithms.
func TestView(t *testing.T) {
	for name, net := range viewed() {
		t.Run(name, func(t *testing.T) {
			view, twin := net.Graph(), remembered(t, net)
			if got, want := view.Traits(), twin.Traits(); *got != *want {
				t.Errorf("traits are %+v, want %+v", got, want)
			}
			same(t, "Order", view.Order, twin.Order)
			same(t, "Size", view.Size, twin.Size)
			same(t, "AdjacencyMap", view.AdjacencyMap, twin.AdjacencyMap)
			same(t, "PredecessorMap", view.PredecessorMap, twin.PredecessorMap)
			same(t, "Edges", sortedEdges(view), sortedEdges(twin))
			vertices, err := view.AdjacencyMap()
			if err != nil {
				t.Fatal(err)
			}
			for a := range vertices {
				sameVertex(t, view, twin, a)
				sameWalks(t, view, twin, a)
				for b := range vertices {
					same(t, "Edge", bind2(view.Edge, a, b), bind2(twin.Edge, a, b))
					same(t, "ShortestPath", pathLength(view, a, b), pathLength(twin, a, b))
					same(t, "CreatesCycle", createsCycle(view, a, b), createsCycle(twin, a, b))
				}
			}
			same(t, "StronglyConnectedComponents", components(view), components(twin))
			same(t, "TopologicalSort", topological(view), topological(twin))
			same(t, "StableTopologicalSort", stable(view), stable(twin))
			same(t, "TransitiveReduction", reduced(view), reduced(twin))
			sameClone(t, view, twin)
			refusesChanges(t, net)
			same(t, "AdjacencyMap after all", view.AdjacencyMap, twin.AdjacencyMap)
		})
	}
}

// same tries that two functions return the same value and error.
func same[T any](t *testing.T, what string, view, twin func() (T, error)) {
	t.Helper()
	got, err := view()
	want, wantErr := twin()
	if !reflect.DeepEqual(got, want) || !sameError(err, wantErr) {
		t.Errorf("%s gives\n%v, %v, want\n%v, %v", what, got, err, want, wantErr)
	}
}

func sameError(a, b error) bool {
	for _, sentinel := range []error{dominik.ErrVertexNotFound, dominik.ErrEdgeNotFound, dominik.ErrTargetNotReachable} {
		if errors.Is(a, sentinel) != errors.Is(b, sentinel) {
			return false
		}
	}
	return (a == nil) == (b == nil)
}

func bind2[A, B, T any](f func(A, B) (T, error), a A, b B) func() (T, error) {
	return func() (T, error) { return f(a, b) }
}

func sortedEdges(g library) func() ([]dominik.Edge[string], error) {
	return func() ([]dominik.Edge[string], error) {
		edges, err := g.Edges()
		slices.SortFunc(edges, func(a, b dominik.Edge[string]) int {
			return strings.Compare(a.Source+"\x00"+a.Target, b.Source+"\x00"+b.Target)
		})
		return append([]dominik.Edge[string]{}, edges...), err // none is none, nil or not
	}
}

func sameVertex(t *testing.T, view, twin library, id string) {
	t.Helper()
	type vertex struct {
		node       graph.Node
		properties dominik.VertexProperties
	}
	full := func(g library) func() (vertex, error) {
		return func() (vertex, error) {
			node, properties, err := g.VertexWithProperties(id)
			return vertex{node, properties}, err
		}
	}
	same(t, "VertexWithProperties", full(view), full(twin))
}

// sameWalks compares what is reached: in which order neighbours come up is the
// library's chance, not the store's.
func sameWalks(t *testing.T, view, twin library, start string) {
	t.Helper()
	bfs := func(g library) func() ([]string, error) {
		return collect(func(visit func(string) bool) error { return dominik.BFS(g, start, visit) })
	}
	dfs := func(g library) func() ([]string, error) {
		return collect(func(visit func(string) bool) error { return dominik.DFS(g, start, visit) })
	}
	same(t, "BFS", bfs(view), bfs(twin))
	same(t, "DFS", dfs(view), dfs(twin))
	same(t, "DFS as far as BFS", dfs(view), bfs(view))
	// The depth of v0.23.0 counts the vertices visited, not the steps to them.
	depths := func(g library) func() ([]int, error) {
		return func() (list []int, err error) {
			err = dominik.BFSWithDepth(g, start, func(_ string, depth int) bool {
				list = append(list, depth)
				return false
			})
			return list, err
		}
	}
	same(t, "BFSWithDepth", depths(view), depths(twin))
}

func collect(walk func(visit func(string) bool) error) func() ([]string, error) {
	return func() (list []string, err error) {
		err = walk(func(id string) bool {
			list = append(list, id)
			return false
		})
		slices.Sort(list)
		return list, err
	}
}

// pathLength leaves out by which of several shortest paths.
func pathLength(g library, from, to string) func() (int, error) {
	return func() (int, error) {
		path, err := dominik.ShortestPath(g, from, to)
		return len(path), err
	}
}

func createsCycle(g library, from, to string) func() (bool, error) {
	return func() (bool, error) { return dominik.CreatesCycle(g, from, to) }
}

func components(g library) func() ([]string, error) {
	return func() (list []string, err error) {
		found, err := dominik.StronglyConnectedComponents(g)
		for _, c := range found {
			slices.Sort(c)
			list = append(list, strings.Join(c, " "))
		}
		slices.Sort(list)
		return list, err
	}
}

// topological tries an order for being one, and returns whether there is any.
func topological(g library) func() (bool, error) {
	return func() (bool, error) {
		order, err := dominik.TopologicalSort(g)
		if err != nil {
			return false, err
		}
		edges, err := g.Edges()
		for _, e := range edges {
			if slices.Index(order, e.Source) >= slices.Index(order, e.Target) {
				return false, errors.Join(err, errors.New("not in order"))
			}
		}
		return true, err
	}
}

func stable(g library) func() ([]string, error) {
	return func() ([]string, error) {
		return dominik.StableTopologicalSort(g, func(a, b string) bool { return a < b })
	}
}

func reduced(g library) func() ([]dominik.Edge[string], error) {
	return func() ([]dominik.Edge[string], error) {
		small, err := dominik.TransitiveReduction(g)
		if err != nil {
			return nil, err
		}
		return sortedEdges(small)()
	}
}

// sameClone tries that a clone is equal and free to change.
func sameClone(t *testing.T, view, twin library) {
	t.Helper()
	clone, err := view.Clone()
	if err != nil {
		t.Fatal(err)
	}
	same(t, "AdjacencyMap of a clone", clone.AdjacencyMap, twin.AdjacencyMap)
	if err := clone.AddVertex(graph.Node{ID: "a new one"}); err != nil {
		t.Errorf("a clone refuses a vertex: %v", err)
	}
	if _, err := view.Vertex("a new one"); !errors.Is(err, dominik.ErrVertexNotFound) {
		t.Errorf("a vertex of the clone is in the view: %v", err)
	}
}

func refusesChanges(t *testing.T, net *graph.Network) {
	t.Helper()
	g := net.Graph()
	refused := func(what string, err error) {
		t.Helper()
		if !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("%s: %v, want %v", what, err, graph.ErrReadOnly)
		}
	}
	refused("AddVertex", g.AddVertex(graph.Node{ID: "new"}))
	refused("RemoveVertex", g.RemoveVertex("new"))
	edges, err := g.Edges()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edges {
		refused("RemoveEdge", g.RemoveEdge(e.Source, e.Target))
		refused("UpdateEdge", g.UpdateEdge(e.Source, e.Target, dominik.EdgeWeight(7), dominik.EdgeAttribute("k", "v")))
		if err := g.AddEdge(e.Source, e.Target); !errors.Is(err, dominik.ErrEdgeAlreadyExists) {
			t.Errorf("AddEdge of an edge that is there: %v", err)
		}
	}
	ids := slices.Collect(maps.Keys(must(g.AdjacencyMap())))
	for _, a := range ids {
		for _, b := range ids {
			if _, err := g.Edge(a, b); errors.Is(err, dominik.ErrEdgeNotFound) {
				refused("AddEdge", g.AddEdge(a, b))
			}
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// TestViewOfWhatIsNotThere: the errors of the library.
func TestViewOfWhatIsNotThere(t *testing.T) {
	g := build(graph.Info{}, nil, rows("a", "b", "b", "c")).Graph()
	vertex := func(id string) error { _, err := g.Vertex(id); return err }
	edge := func(a, b string) error { _, err := g.Edge(a, b); return err }
	tests := []struct {
		what      string
		got, want error
	}{
		{"a vertex", vertex("x"), dominik.ErrVertexNotFound},
		{"an empty id", vertex(""), dominik.ErrVertexNotFound},
		{"an edge against the goods", edge("b", "a"), dominik.ErrEdgeNotFound},
		{"an edge over two steps", edge("a", "c"), dominik.ErrEdgeNotFound},
		{"an edge from nowhere", edge("x", "a"), dominik.ErrEdgeNotFound},
		{"an edge to nowhere", edge("a", "x"), dominik.ErrEdgeNotFound},
		{"a new edge from nowhere", g.AddEdge("x", "a"), dominik.ErrVertexNotFound},
		{"a new edge to nowhere", g.AddEdge("a", "x"), dominik.ErrVertexNotFound},
		{"a change of no edge", g.UpdateEdge("b", "a"), dominik.ErrEdgeNotFound},
		{"the end of no edge", g.RemoveEdge("b", "a"), dominik.ErrEdgeNotFound},
	}
	for _, c := range tests {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}

// TestViewListsInOrder: unlike the library's store, the view always lists alike.
func TestViewListsInOrder(t *testing.T) {
	g := build(graph.Info{}, nil, rows("b", "c", "a", "c", "b", "a", "b", "c", "d", "b")).Graph()
	var got []string
	for _, e := range must(g.Edges()) {
		got = append(got, e.Source+"->"+e.Target)
	}
	if want := []string{"b->c", "b->a", "a->c", "d->b"}; !slices.Equal(got, want) {
		t.Errorf("edges are %q, want %q", got, want)
	}
}

// TestViewHandsOutCopies: what one caller does with an answer does not reach the next.
func TestViewHandsOutCopies(t *testing.T) {
	net := build(graph.Info{}, nil, rows("a", "b", "a", "b"))
	g := net.Graph()
	e := must(g.Edge("a", "b"))
	e.Properties.Attributes["k"] = "v"
	e.Properties.Data.([]graph.SourceID)[0] = 99
	for _, listed := range must(g.Edges()) {
		listed.Properties.Data.([]graph.SourceID)[1] = 99
	}
	_, properties, err := g.VertexWithProperties("a")
	if err != nil {
		t.Fatal(err)
	}
	properties.Attributes["k"] = "v"
	again := must(g.Edge("a", "b"))
	if !slices.Equal(again.Properties.Data.([]graph.SourceID), []graph.SourceID{0, 1}) || len(again.Properties.Attributes) > 0 {
		t.Errorf("the edge is now %+v", again)
	}
	if _, properties, _ := g.VertexWithProperties("a"); len(properties.Attributes) > 0 {
		t.Errorf("the vertex has %+v", properties)
	}
	if !slices.Equal(net.Deliveries(0), []graph.SourceID{0, 1}) {
		t.Errorf("the network's own rows are %d", net.Deliveries(0))
	}
}
