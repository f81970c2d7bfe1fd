package graph

import (
	"cmp"
	"errors"
	"slices"

	dominik "github.com/dominikbraun/graph"
)

// ErrReadOnly is what changing a view of a Network returns.
var ErrReadOnly = errors.New("a network does not change: build another one")

// Graph shows the network as a directed dominikbraun graph: vertices are the
// ids, edges point from supplier to customer. It reads the network's own arrays,
// so it costs nothing to make, and refuses every change with ErrReadOnly.
//
// That library has one edge for a pair of vertices: several rows between two
// nodes become one edge, whose Properties.Data is the []SourceID of its rows.
// Its algorithms copy all edges into maps before they start; they suit networks
// of up to some ten thousand rows.
func (n *Network) Graph() dominik.Graph[string, Node] {
	return dominik.NewWithStore(func(node Node) string { return node.ID }, store{n}, dominik.Directed())
}

// store is a dominik.Store over a Network. The zero properties of its vertices
// are what the library's own store gives to vertices without options.
type store struct{ net *Network }

func (s store) AddVertex(string, Node, dominik.VertexProperties) error { return ErrReadOnly }

func (s store) RemoveVertex(string) error { return ErrReadOnly }

func (s store) AddEdge(_, _ string, _ dominik.Edge[string]) error { return ErrReadOnly }

func (s store) UpdateEdge(_, _ string, _ dominik.Edge[string]) error { return ErrReadOnly }

func (s store) RemoveEdge(_, _ string) error { return ErrReadOnly }

func (s store) Vertex(id string) (Node, dominik.VertexProperties, error) {
	i, ok := s.net.Lookup(id)
	if !ok {
		return Node{}, dominik.VertexProperties{}, dominik.ErrVertexNotFound
	}
	return s.net.Node(i), dominik.VertexProperties{Attributes: map[string]string{}}, nil
}

func (s store) ListVertices() ([]string, error) { return slices.Collect(s.net.ids.all()), nil }

func (s store) VertexCount() (int, error) { return s.net.NumNodes(), nil }

func (s store) Edge(source, target string) (dominik.Edge[string], error) {
	from, ok := s.net.Lookup(source)
	to, ok2 := s.net.Lookup(target)
	if ok && ok2 {
		if rows := s.rows(from, to); len(rows) > 0 {
			return s.edge(rows), nil
		}
	}
	return dominik.Edge[string]{}, dominik.ErrEdgeNotFound
}

func (s store) ListEdges() ([]dominik.Edge[string], error) {
	var edges []dominik.Edge[string]
	for i := range NodeID(s.net.NumNodes()) {
		rows := slices.Clone(s.net.Deliveries(i))
		slices.SortStableFunc(rows, s.byCustomer)
		for len(rows) > 0 {
			same := 1
			for same < len(rows) && s.byCustomer(rows[0], rows[same]) == 0 {
				same++
			}
			edges = append(edges, s.edge(rows[:same:same]))
			rows = rows[same:]
		}
	}
	return edges, nil
}

func (s store) byCustomer(a, b SourceID) int {
	return cmp.Compare(s.net.customer(a), s.net.customer(b))
}

// EdgeCount is part of the library's Store after v0.23.0.
func (s store) EdgeCount() (int, error) {
	edges, err := s.ListEdges()
	return len(edges), err
}

func (s store) rows(from, to NodeID) []SourceID {
	var rows []SourceID
	for _, row := range s.net.Deliveries(from) {
		if s.net.customer(row) == to {
			rows = append(rows, row)
		}
	}
	return rows
}

func (s store) edge(rows []SourceID) dominik.Edge[string] {
	supplier, customer := s.net.Ends(rows[0])
	return dominik.Edge[string]{
		Source:     s.net.ID(supplier),
		Target:     s.net.ID(customer),
		Properties: dominik.EdgeProperties{Attributes: map[string]string{}, Data: rows},
	}
}
