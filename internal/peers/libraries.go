package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"os"

	dominik "github.com/dominikbraun/graph"
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/traverse"
)

func gonum(file string) (peerInGo, error) {
	g := simple.NewDirectedGraph()
	needsOf := func(e graph.Edge) []int { return e.(edge).needs }
	t, err := readTable(file, func(supplier, customer, need int) error {
		e := edge{simple.Node(supplier), simple.Node(customer), []int{need}}
		if old := g.Edge(int64(supplier), int64(customer)); old != nil {
			e.needs = append(needsOf(old), need)
		}
		g.SetEdge(e)
		return nil
	})
	return t.peer(func(hub int) int {
		reached := 0
		search := traverse.BreadthFirst{Visit: func(graph.Node) { reached++ }}
		search.Walk(g, simple.Node(hub), nil)
		return reached - 1
	}, func(supplier int, yield func(needs []int)) {
		for to := g.From(int64(supplier)); to.Next(); {
			yield(needsOf(g.Edge(int64(supplier), to.Node().ID())))
		}
	}), err
}

// edge carries the needs of a customer that a supplier serves.
type edge struct {
	from, to simple.Node
	needs    []int
}

func (e edge) From() graph.Node         { return e.from }
func (e edge) To() graph.Node           { return e.to }
func (e edge) ReversedEdge() graph.Edge { return edge{e.to, e.from, e.needs} }

func dominikbraun(file string) (peerInGo, error) {
	g := dominik.New(dominik.IntHash, dominik.Directed())
	needsOf := func(e dominik.Edge[int]) []int { return *e.Properties.Data.(*[]int) }
	t, err := readTable(file, func(supplier, customer, need int) error {
		for _, i := range []int{supplier, customer} {
			if err := g.AddVertex(i); err != nil && !errors.Is(err, dominik.ErrVertexAlreadyExists) {
				return err
			}
		}
		err := g.AddEdge(supplier, customer, dominik.EdgeData(&[]int{need}))
		if !errors.Is(err, dominik.ErrEdgeAlreadyExists) {
			return err
		}
		e, err := g.Edge(supplier, customer)
		if err == nil {
			needs := e.Properties.Data.(*[]int)
			*needs = append(*needs, need)
		}
		return err
	})
	if err != nil {
		return peerInGo{}, err
	}
	customers, err := g.AdjacencyMap()
	return t.peer(func(hub int) int {
		reached := 0
		_ = dominik.BFS(g, hub, func(int) bool { reached++; return false }) // the hub is there
		return reached - 1
	}, func(supplier int, yield func(needs []int)) {
		for _, e := range customers[supplier] {
			yield(needsOf(e))
		}
	}), err
}

// firms are what a graph does not hold: names, and which need is whose and has how many sources.
type firms struct {
	rows     int
	number   map[string]int
	customer []int // by need
	spare    []int // by need: sources that may be lost
}

// readTable calls add for each row of a file.
func readTable(file string, add func(supplier, customer, need int) error) (*firms, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // read only
	t, needs := &firms{number: map[string]int{}}, map[[2]string]int{}
	number := func(id string) int {
		i, ok := t.number[id]
		if !ok {
			i = len(t.number)
			t.number[id] = i
		}
		return i
	}
	r := csv.NewReader(bufio.NewReader(f))
	for line := 0; ; line++ {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			return nil, err
		}
		if line == 0 {
			continue // the names of the columns
		}
		supplier, customer := number(row[0]), number(row[1])
		key := [2]string{row[1], row[2]}
		k, ok := needs[key]
		if !ok {
			k = len(needs)
			needs[key] = k
			t.customer, t.spare = append(t.customer, customer), append(t.spare, -1)
		}
		t.spare[k]++
		t.rows++
		if err := add(supplier, customer, k); err != nil {
			return nil, err
		}
	}
}

// peer cuts by counting; each yields the needs of each customer of a supplier.
func (t *firms) peer(closure func(int) int, each func(supplier int, yield func(needs []int))) peerInGo {
	if t == nil {
		return peerInGo{}
	}
	failed := make([]bool, len(t.number))
	return peerInGo{
		nodes:   len(t.number),
		rows:    t.rows,
		number:  func(id string) (int, bool) { i, ok := t.number[id]; return i, ok },
		closure: closure,
		cut: func(nodes []int) int {
			var queue, lost []int
			fail := func(i int) {
				if !failed[i] {
					failed[i] = true
					queue = append(queue, i)
				}
			}
			for _, i := range nodes {
				fail(i)
			}
			for next := 0; next < len(queue); next++ {
				each(queue[next], func(needs []int) {
					for _, k := range needs {
						lost = append(lost, k)
						if t.spare[k]--; t.spare[k] < 0 {
							fail(t.customer[k])
						}
					}
				})
			}
			for _, i := range queue {
				failed[i] = false
			}
			for _, k := range lost {
				t.spare[k]++
			}
			return len(queue)
		},
	}
}
