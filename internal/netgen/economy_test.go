package netgen

import (
	"bytes"
	"encoding/csv"
	"errors"
	"hash/crc32"
	"math"
	"runtime"
	"slices"
	"testing"

	"linestop/graph"
)

func TestEconomyShape(t *testing.T) {
	for _, setting := range Settings() {
		c := setting.Economy(50_000)
		s := Describe(7, c)
		nodes := float64(c.Nodes)
		for _, m := range []struct {
			what      string
			got, want float64
			slack     float64
		}{
			{"nodes", float64(s.Nodes), nodes, 0.01 * nodes},
			{"rows a node", float64(s.Rows) / nodes, c.SourcesPerNode, 0.1 * c.SourcesPerNode},
			{"single share", float64(s.SingleSource) / float64(s.Needs), c.SingleShare, 0.01},
			{"largest cycle", s.Cycle, 0.29, 0.002},
			{"tail of customers", s.Out, 2.35, 0.25},
			{"tail of sources", s.In, 2.35, 0.4},
		} {
			if math.Abs(m.got-m.want) > m.slack {
				t.Errorf("%s: %s %.4g, want %.4g within %.2g", setting.Name, m.what, m.got, m.want, m.slack)
			}
		}
	}
}

// TestDescribe counts once more, over the network that is built.
func TestDescribe(t *testing.T) {
	c := EconomyConfig{Nodes: 500}
	net := Economy(3, c)
	if problems, err := graph.Validate(t.Context(), net); err != nil || problems.Errors() > 0 {
		t.Error(problems, err)
	}
	want := Statistics{Nodes: net.NumNodes(), Rows: net.NumSources(), Needs: net.NumNeeds()}
	for k := range graph.NeedID(net.NumNeeds()) {
		if len(net.SourcesOf(k)) == 1 {
			want.SingleSource++
		}
	}
	for i := range graph.NodeID(net.NumNodes()) {
		want.MostRows = max(want.MostRows, len(net.Deliveries(i)))
		if needs := len(slices.Collect(net.Needs(i))); needs > maxNeeds {
			t.Errorf("%s has %d needs", net.ID(i), needs)
		}
	}
	got := Describe(3, c)
	if cycle := math.Round(got.Cycle * float64(got.Nodes)); cycle != float64(giantCycle(net)) {
		t.Errorf("%g nodes in the largest cycle, want %d", cycle, giantCycle(net))
	}
	got.Cycle, got.In, got.Out = 0, 0, 0
	if got != want {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
}

// TestHill takes the quantiles of a power law.
func TestHill(t *testing.T) {
	values := make([]int32, 100_000)
	for i := range values {
		values[i] = int32(1000 * math.Pow(float64(i+1)/float64(len(values)), -1/1.5))
	}
	if got := hill(values); math.Abs(got-2.5) > 0.02 {
		t.Errorf("exponent %.3f, want 2.5", got)
	}
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

// TestFiles fails when benchmarks would no longer measure the files that the documentation speaks of.
func TestFiles(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("another processor rounds powers otherwise")
	}
	want := map[string]uint32{"mild": 0xe09f299e, "fragile": 0x65b822fc, "degree-40": 0x6b1907fe}
	for _, setting := range Settings() {
		sum := crc32.NewIEEE()
		if err := WriteCSV(sum, 1, setting.Economy(1_000)); err != nil {
			t.Fatal(err)
		}
		if got := sum.Sum32(); got != want[setting.Name] {
			t.Errorf("the %s economy has checksum %#x, want %#x", setting.Name, got, want[setting.Name])
		}
	}
}

func TestParseSetting(t *testing.T) {
	if s, err := ParseSetting("fragile"); err != nil || s.SingleShare != 0.85 {
		t.Error(s, err)
	}
	if _, err := ParseSetting("mad"); err == nil || err.Error() != `no economy "mad": there are mild, fragile, degree-40` {
		t.Error(err)
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
