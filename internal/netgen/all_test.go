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
	for _, c := range []struct{ n, lists, all, distinct, behaviours int }{
		{1, 2, 2, 2, 1},
		{2, 6, 36, 21, 2},
		{3, 23, 12167, 2502, 5},
		{4, 24, 331776, 24381, 19},
	} {
		if got := MenuSize(c.n); got != c.lists {
			t.Errorf("%d nodes: %d lists of needs, want %d", c.n, got, c.lists)
		}
		if got := count(shapes(c.n, false)); got != c.all {
			t.Errorf("%d nodes: %d networks, want %d", c.n, got, c.all)
		}
		if got := count(shapes(c.n, true)); got != c.distinct {
			t.Errorf("%d nodes: %d distinct networks, want %d", c.n, got, c.distinct)
		}
		if got := len(behaviours(c.n)); got != c.behaviours {
			t.Errorf("%d nodes: %d behaviours of the first, want %d", c.n, got, c.behaviours)
		}
	}
}

func count(shapes iter.Seq[[]list]) (n int) {
	for range shapes {
		n++
	}
	return n
}

// behaviours are the truth tables of the last node, the one that changes
// fastest, over the sets of running nodes, where it runs itself. They are taken
// from the first networks of All(n), which differ in that node alone.
func behaviours(n int) map[string]bool {
	tables := map[string]bool{}
	last, left := graph.NodeID(n-1), MenuSize(n)
	for net := range All(n) {
		if left--; left < 0 {
			break
		}
		var table strings.Builder
		for others := range 1 << (n - 1) {
			runs := others | 1<<last
			fmt.Fprint(&table, met(net, last, runs))
		}
		tables[table.String()] = true
	}
	return tables
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
			text := written(net, identity(n))
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
	for names := range permutations(net.NumNodes()) {
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

func identity(n int) []int {
	names := make([]int, n)
	for i := range names {
		names[i] = i
	}
	return names
}

func permutations(n int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		names := identity(n)
		var swap func(i int) bool
		swap = func(i int) bool {
			if i == n {
				return yield(names)
			}
			for j := i; j < n; j++ {
				names[i], names[j] = names[j], names[i]
				more := swap(i + 1)
				names[i], names[j] = names[j], names[i]
				if !more {
					return false
				}
			}
			return true
		}
		swap(0)
	}
}
