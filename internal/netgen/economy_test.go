package netgen

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math"
	"slices"
	"testing"

	"linestop/graph"
)

func TestEconomyShape(t *testing.T) {
	for _, c := range []EconomyConfig{
		{Nodes: 50_000},
		{Nodes: 50_000, SingleShare: 0.85},
		{Nodes: 50_000, SourcesPerNode: 15},
	} {
		net := Economy(7, c)
		c = c.withDefaults()
		nodes := float64(c.Nodes)

		customers, suppliers := make([]int, c.Nodes), make([]int, c.Nodes)
		for s := range graph.SourceID(net.NumSources()) {
			from, to := net.Ends(s)
			customers[from]++
			suppliers[to]++
		}
		single, most := 0, 0
		for k := range graph.NeedID(net.NumNeeds()) {
			if len(net.SourcesOf(k)) == 1 {
				single++
			}
		}
		for i := range graph.NodeID(net.NumNodes()) {
			most = max(most, len(slices.Collect(net.Needs(i))))
		}
		for _, m := range []struct {
			what      string
			got, want float64
			slack     float64
		}{
			{"nodes", float64(net.NumNodes()), nodes, 0.01 * nodes},
			{"rows a node", float64(net.NumSources()) / nodes, c.SourcesPerNode, 0.1 * c.SourcesPerNode},
			{"single share", float64(single) / float64(net.NumNeeds()), c.SingleShare, 0.01},
			{"most needs", float64(most), 8, 0},
			{"giant cycle", float64(giantCycle(net)) / nodes, 0.29, 1 / nodes},
			{"tail of customers", hill(customers), 2.35, 0.25},
			{"tail of sources", hill(suppliers), 2.35, 0.4},
		} {
			if math.Abs(m.got-m.want) > m.slack {
				t.Errorf("%+v: %s %.4g, want %.4g within %.2g", c, m.what, m.got, m.want, m.slack)
			}
		}
		if problems, err := graph.Validate(t.Context(), net); err != nil || problems.Errors() > 0 {
			t.Errorf("%+v: %v", c, problems[0])
		}
	}
}

// hill estimates the density exponent of the largest percent of values
// (B. M. Hill, Annals of Statistics 3, 1975).
func hill(values []int) float64 {
	slices.Sort(values)
	slices.Reverse(values)
	k, sum := len(values)/100, 0.
	for _, v := range values[:k] {
		sum += math.Log(float64(v) / float64(values[k]))
	}
	return 1 + float64(k)/sum
}

// giantCycle is the number of nodes that lie both upstream and downstream of the
// first node that does so of itself.
func giantCycle(net *graph.Network) (size int) {
	up, down := make([][]graph.NodeID, net.NumNodes()), make([][]graph.NodeID, net.NumNodes())
	for s := range graph.SourceID(net.NumSources()) {
		from, to := net.Ends(s)
		down[from] = append(down[from], to)
		up[to] = append(up[to], from)
	}
	for start := range up {
		above := closure(up, start)
		if !above[start] {
			continue
		}
		for i, below := range closure(down, start) {
			if below && above[i] {
				size++
			}
		}
		break
	}
	return size
}

// closure marks what lies beyond start; start itself only if it is on a cycle.
func closure(next [][]graph.NodeID, start int) []bool {
	seen := make([]bool, len(next))
	queue := []int{start}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, j := range next[i] {
			if !seen[j] {
				seen[j] = true
				queue = append(queue, int(j))
			}
		}
	}
	return seen
}

func TestEconomyIsItsCSV(t *testing.T) {
	for _, c := range []EconomyConfig{{Nodes: 1}, {}, {Nodes: 300, SingleShare: 0.85, SourcesPerNode: 12}} {
		var file bytes.Buffer
		if err := WriteCSV(&file, 3, c); err != nil {
			t.Fatal(err)
		}
		got, err := csv.NewReader(&file).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want := [][]string{{"supplier", "customer", "need"}}
		net := Economy(3, c)
		for s := range graph.SourceID(net.NumSources()) {
			row := net.Source(s)
			want = append(want, []string{row.Supplier, row.Customer, row.Need})
		}
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%+v: the CSV has %d lines and differs from the network's %d", c, len(got), len(want))
		}
	}
}

func TestEconomySeeds(t *testing.T) {
	write := func(seed uint64) string {
		var file bytes.Buffer
		WriteCSV(&file, seed, EconomyConfig{})
		return file.String()
	}
	first, again, other := write(1), write(1), write(2)
	if first != again {
		t.Error("one seed gave two networks")
	}
	if first == other {
		t.Error("two seeds gave one network")
	}
}

func TestWriteCSVStopsAtAnError(t *testing.T) {
	full := errors.New("disk full")
	if err := WriteCSV(writeFunc(func([]byte) (int, error) { return 0, full }), 1, EconomyConfig{}); err != full {
		t.Errorf("error %v, want %v", err, full)
	}
}

type writeFunc func([]byte) (int, error)

func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

func BenchmarkWriteCSV(b *testing.B) {
	for b.Loop() {
		if err := WriteCSV(writeFunc(func(p []byte) (int, error) { return len(p), nil }), 1, EconomyConfig{Nodes: 1_000_000}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEconomy(b *testing.B) {
	for b.Loop() {
		Economy(1, EconomyConfig{Nodes: 1_000_000})
	}
}
