package netgen

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
)

func TestAllCounts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ n, lists, all, distinct, behaviours int }{
		{1, 2, 2, 2, 1},
		{2, 6, 36, 21, 2},
		{3, 23, 12_167, 2_162, 5},
		{4, 24, 331_776, 14_814, 19},
		{5, 52, 380_204_032, 3_207_600, 52},
	} {
		if got := MenuSize(c.n); got != c.lists {
			t.Errorf("%d nodes: %d lists of needs, want %d", c.n, got, c.lists)
		}
		countFamily(t, fmt.Sprint(c.n, " nodes"), everything(c.n), c.all, c.distinct)
		if got := behaviours(everything(c.n), c.n-1); got != c.behaviours {
			t.Errorf("%d nodes: %d behaviours of the last, want %d", c.n, got, c.behaviours)
		}
	}
}

func TestFatesCounts(t *testing.T) {
	t.Parallel()
	countFamily(t, "fates", fates(), 219*27*27*27*27, 4_932_873)
	for i, want := range []int{167, 19, 19, 19, 19} {
		if got := behaviours(fates(), i); got != want {
			t.Errorf("node %d: %d behaviours, want %d", i, got, want)
		}
	}
}

func countFamily(t *testing.T, name string, f family, all, distinct int) {
	t.Helper()
	words := 1
	for _, menu := range f.menus {
		words *= len(menu)
	}
	if words != all {
		t.Errorf("%s: %d networks, want %d", name, words, all)
	}
	if got := f.orbits(); got != distinct {
		t.Errorf("%s: %d networks up to renaming, want %d", name, got, distinct)
	}
	if words < 1_000_000 || !testing.Short() {
		if got := count(f.distinct(0, 1)); got != distinct {
			t.Errorf("%s: %d distinct networks, want %d", name, got, distinct)
		}
	}
}

func count(words iter.Seq[[]int]) (n int) {
	for range words {
		n++
	}
	return n
}

// orbits counts networks up to renaming by Burnside's lemma: it is how many a renaming leaves as
// they are, on average. Round a cycle of names the list of one node says those of
// the others, and must come back as it was.
func (f family) orbits() int {
	renamings := f.renamings()
	fixed := 0
	for _, r := range renamings {
		words := 1
		seen := make([]bool, len(r.from))
		for start := range r.from {
			if seen[start] {
				continue
			}
			lists := 0
			for first := range f.menus[start] {
				at, l := start, first
				for {
					seen[at] = true
					at, l = slices.Index(r.from, at), r.list[at][l]
					if at == start {
						break
					}
				}
				if l == first {
					lists++
				}
			}
			words *= lists
		}
		fixed += words
	}
	return fixed / len(renamings)
}

// TestParts: the parts are all there is, each once.
func TestParts(t *testing.T) {
	f := everything(4)
	var want, got []string
	for word := range f.distinct(0, 1) {
		want = append(want, fmt.Sprint(word))
	}
	for part := range 7 {
		for word := range f.distinct(part, 7) {
			got = append(got, fmt.Sprint(word))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("7 parts have %d networks, the whole %d", len(got), len(want))
	}
}

// behaviours counts the truth tables that node i has over the sets of running
// nodes, where it runs itself.
func behaviours(f family, i int) int {
	for j := range f.menus {
		if j != i {
			f.menus[j] = f.menus[j][:1]
		}
	}
	tables := map[string]bool{}
	for net := range f.networks(f.all()) {
		var table strings.Builder
		for runs := range 1 << len(f.menus) {
			if runs>>i&1 == 1 {
				fmt.Fprint(&table, met(net, graph.NodeID(i), runs))
			}
		}
		tables[table.String()] = true
	}
	return len(tables)
}

func met(net *graph.Network, i graph.NodeID, runs int) bool {
	for k := range net.Needs(i) {
		running := 0
		for _, s := range net.SourcesOf(k) {
			supplier, _ := net.Ends(s)
			running += runs >> supplier & 1
		}
		if running < net.NeedQuorum(k) {
			return false
		}
	}
	return true
}

func TestAllWritesEachOnce(t *testing.T) {
	for n := 1; n <= 3; n++ {
		seen := map[string]bool{}
		for net := range All(n) {
			text := written(net, []int{0, 1, 2}[:n])
			if seen[text] {
				t.Fatalf("%d nodes: twice\n%s", n, text)
			}
			seen[text] = true
			if problems, err := graph.Validate(t.Context(), net); err != nil || problems.Errors() > 0 {
				t.Fatalf("%s\n%v", text, problems)
			}
		}
	}
}

// Every network of All must be a renaming of one of Distinct.
func TestDistinctMissesNothing(t *testing.T) {
	for n := 1; n <= 3; n++ {
		distinct := map[string]bool{}
		for net := range Distinct(n) {
			distinct[unnamed(net)] = true
		}
		all := map[string]bool{}
		for net := range All(n) {
			all[unnamed(net)] = true
		}
		if len(all) != len(distinct) {
			t.Errorf("%d nodes: %d networks up to renaming, distinct has %d", n, len(all), len(distinct))
		}
	}
}

// unnamed is the same text for all renamings of a network: the least there is.
func unnamed(net *graph.Network) string {
	var least string
	for names := range permutations(net.NumNodes(), 0) {
		if text := written(net, names); least == "" || text < least {
			least = text
		}
	}
	return least
}

// written lists the needs of each node, with node i called names[i].
func written(net *graph.Network, names []int) string {
	lines := make([]string, net.NumNodes())
	for i := range graph.NodeID(net.NumNodes()) {
		var needs []string
		for k := range net.Needs(i) {
			var suppliers []int
			for _, s := range net.SourcesOf(k) {
				j, _ := net.Ends(s)
				suppliers = append(suppliers, names[j])
			}
			slices.Sort(suppliers)
			needs = append(needs, fmt.Sprint(net.NeedQuorum(k), " of ", suppliers))
		}
		slices.Sort(needs)
		lines[names[i]] = fmt.Sprintln(names[i], needs)
	}
	return strings.Join(lines, "")
}
