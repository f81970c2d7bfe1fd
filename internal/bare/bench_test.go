package bare_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/graph/trace"
	"linestop/internal/bare"
	"linestop/internal/netgen"
	"linestop/loaders"
)

// BenchmarkEconomies holds the library beside the loops on economies of 100,000 nodes and a million.
func BenchmarkEconomies(b *testing.B) {
	for _, nodes := range []int{100_000, 1_000_000} {
		for _, setting := range netgen.Settings() {
			if nodes > 100_000 && setting.SourcesPerNode > 5 {
				continue // 40 million rows
			}
			b.Run(fmt.Sprint(setting.Name, "-", nodes), func(b *testing.B) {
				s := newSubject(b, setting.Economy(nodes))
				for _, q := range questions {
					b.Run(q.name, func(b *testing.B) {
						items, item, library, loop := q.ask(b, s)
						bare.Beside(b, items, item, library, loop)
					})
				}
			})
		}
	}
}

// subject is an economy to ask about.
type subject struct {
	path  string
	text  []byte
	ix    *index.Index
	loops *bare.Network
	rng   *rand.Rand
}

func newSubject(tb testing.TB, c netgen.EconomyConfig) *subject {
	s := &subject{path: write(tb, c), rng: rand.New(rand.NewPCG(1, 1))}
	s.ix = s.load(tb)
	s.loops = bare.Of(s.ix.Worst)
	var err error
	s.text, err = os.ReadFile(s.path)
	must(tb, err)
	return s
}

// write makes a file of an economy and returns its path.
func write(tb testing.TB, c netgen.EconomyConfig) string {
	path := filepath.Join(tb.TempDir(), "supplies.csv")
	f, err := os.Create(path)
	must(tb, err)
	must(tb, netgen.WriteCSV(f, 1, c))
	must(tb, f.Close())
	return path
}

func (s *subject) load(tb testing.TB) *index.Index {
	net, err := loaders.Open(tb.Context(), s.path, loaders.Options{})
	must(tb, err)
	ix, err := index.Compile(tb.Context(), net)
	must(tb, err)
	return ix
}

// rows counts those that a search beyond some nodes follows.
func (s *subject) rows(nodes ...graph.NodeID) (rows int) {
	for _, i := range nodes {
		needs, _ := s.ix.Worst.Out(i)
		rows += len(needs)
	}
	return rows
}

// hub is the node with the most customers.
func (s *subject) hub() graph.NodeID {
	hub := graph.NodeID(0)
	for i := range graph.NodeID(s.ix.Net.NumNodes()) {
		if s.rows(i) > s.rows(hub) {
			hub = i
		}
	}
	return hub
}

// sets draws cuts of so many nodes.
func (s *subject) sets(cuts, nodes int) (sets []cut.Set) {
	for range cuts {
		set := cut.Set{Nodes: make([]graph.NodeID, nodes)}
		for n := range set.Nodes {
			set.Nodes[n] = graph.NodeID(s.rng.IntN(s.ix.Net.NumNodes()))
		}
		sets = append(sets, set)
	}
	return sets
}

// question is what the library is asked, and a loop. Of both it says how many items of work there are.
type question struct {
	name string
	most float64 // times as long as the loop that TestRatios lets it take
	ask  func(tb testing.TB, s *subject) (items int, item string, library, loop func())
}

var questions = []question{
	{"load/split", 45, func(tb testing.TB, s *subject) (int, string, func(), func()) {
		return s.ix.Net.NumSources(), "row", func() { s.load(tb) }, func() { bare.Split(s.text) }
	}},
	{"load", 6, func(tb testing.TB, s *subject) (int, string, func(), func()) {
		return s.ix.Net.NumSources(), "row", func() { s.load(tb) }, func() { bare.Load(s.text) }
	}},
	{"closure", 3, func(tb testing.TB, s *subject) (int, string, func(), func()) {
		hub := s.hub()
		closure := func() []trace.Hop {
			hops, err := trace.Downstream(tb.Context(), s.ix.Net, hub)
			must(tb, err)
			return hops
		}
		nodes := []graph.NodeID{hub}
		for _, h := range closure() {
			nodes = append(nodes, h.Node)
		}
		return s.rows(nodes...), "row", func() { closure() }, func() { s.loops.Closure(int32(hub)) }
	}},
	{"small-cut", 10, func(tb testing.TB, s *subject) (int, string, func(), func()) {
		cutter := s.loops.Cutter()
		small := slices.DeleteFunc(s.sets(2_000, 1), func(set cut.Set) bool { return cutter.Cut(int32(set.Nodes[0])) > 1_000 })
		_, _, library, loop := s.cuts(tb, small)
		return len(small), "cut", library, loop
	}},
	{"large-cut", 3, func(tb testing.TB, s *subject) (int, string, func(), func()) {
		return s.cuts(tb, s.sets(5, s.ix.Net.NumNodes()/100))
	}},
	{"sweep", 3.5, func(tb testing.TB, s *subject) (int, string, func(), func()) {
		return s.ix.Net.NumNodes(), "node", func() {
			_, err := rank.Run(tb.Context(), s.ix, rank.Options{})
			must(tb, err)
		}, func() { s.loops.Sweep() }
	}},
	{"64-sets/one-by-one", 3, func(tb testing.TB, s *subject) (int, string, func(), func()) {
		sets := s.sets(64, s.ix.Net.NumNodes()/100)
		_, _, _, loop := s.cuts(tb, sets)
		return len(sets), "set", func() { s.many(tb, sets) }, loop
	}},
	{"64-sets/lanes", 3, func(tb testing.TB, s *subject) (int, string, func(), func()) {
		sets := s.sets(64, s.ix.Net.NumNodes()/100)
		plain := numbers(sets)
		return len(sets), "set", func() { s.many(tb, sets) }, func() { s.loops.Lanes(plain) }
	}},
}

func (s *subject) many(tb testing.TB, sets []cut.Set) {
	for _, err := range rank.Many(tb.Context(), s.ix, slices.Values(sets), rank.Options{}) {
		must(tb, err)
	}
}

// cuts asks one cut after the other. Items are the rows of what breaks.
func (s *subject) cuts(tb testing.TB, sets []cut.Set) (int, string, func(), func()) {
	engine, loop := cut.NewEngine(s.ix.Worst), s.loops.Cutter()
	run := func(each func([]cut.Failure)) {
		for _, set := range sets {
			failures, err := engine.Run(tb.Context(), set)
			must(tb, err)
			each(failures)
		}
	}
	rows := 0
	run(func(failures []cut.Failure) {
		for _, f := range failures {
			rows += s.rows(f.Node)
		}
	})
	plain := numbers(sets)
	return rows, "row", func() { run(func([]cut.Failure) {}) }, func() {
		for _, set := range plain {
			loop.Cut(set...)
		}
	}
}

// numbers are the nodes of cuts as the loops take them.
func numbers(sets []cut.Set) [][]int32 {
	plain := make([][]int32, len(sets))
	for n, set := range sets {
		for _, i := range set.Nodes {
			plain[n] = append(plain[n], int32(i))
		}
	}
	return plain
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
