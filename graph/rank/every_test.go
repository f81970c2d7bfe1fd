package rank_test

import (
	"cmp"
	"fmt"
	"iter"
	"math/bits"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/rank"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// TestFiveNodes and TestFates rank thousands of networks of five nodes side by side.
func TestFiveNodes(t *testing.T) {
	t.Parallel()
	netgen.Parts(t, 200, func(t *testing.T, part int) { sideBySide(t, netgen.DistinctPart(5, part, 200)) })
}

func TestFates(t *testing.T) {
	t.Parallel()
	netgen.Parts(t, 200, func(t *testing.T, part int) { sideBySide(t, netgen.Fates(part, 200)) })
}

// sideBySide ranks networks as one, every other node of each a product, and holds rows and pairs against all
// that the loss of each node or two can do.
func sideBySide(t *testing.T, networks iter.Seq[*graph.Network]) {
	t.Helper()
	const products = 0b10101
	b := graph.NewBuilder(graph.Info{})
	var want []rank.Row
	var only []rank.Count // of all pairs that break what neither breaks alone
	name := func(id string, n int) string { return fmt.Sprint(id, n) }
	n := 0
	for net := range networks {
		broken := reference.AllOutcomes(net).Possible
		for i := range graph.NodeID(net.NumNodes()) {
			node := graph.Node{ID: name(net.ID(i), n)}
			if products>>i&1 == 1 {
				node.Product = graph.Yes
			}
			b.AddNode(node)
			want = append(want, rank.Row{Group: graph.GroupID(len(want)), Loss: rank.Loss{Lost: count(1<<i, products), Breaks: count(broken[1<<i]&^(1<<i), products)}})
			for j := range i {
				if both := broken[1<<i|1<<j] &^ (broken[1<<i] | broken[1<<j]); both != 0 {
					only = append(only, count(both, products))
				}
			}
		}
		for s := range graph.SourceID(net.NumSources()) {
			source := net.Source(s)
			source.Supplier, source.Customer = name(source.Supplier, n), name(source.Customer, n)
			b.AddSource(source)
		}
		n++
	}
	ix := indextest.Compile(t, b.Build())
	r, err := rank.Run(t.Context(), ix, rank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for g, want := range want {
		if got := r.Rows[g]; got.Group != want.Group || got.Lost != want.Lost || got.Breaks != want.Breaks {
			t.Fatalf("network %d: got %+v, want %+v", g/5, got, want)
		}
	}
	r.Sort(rank.ByProducts)
	pairs, err := rank.Pairs(t.Context(), ix, r, rank.Options{Top: 10})
	if err != nil || pairs.Found != int64(len(only)) {
		t.Fatalf("%d pairs, %v, want %d", pairs.Found, err, len(only))
	}
	slices.SortFunc(only, func(a, b rank.Count) int {
		return cmp.Or(cmp.Compare(b.Products, a.Products), cmp.Compare(b.Nodes, a.Nodes))
	})
	for n, pair := range pairs.Pairs {
		if pair.Only != only[n] {
			t.Fatalf("pair %d: %+v, want %v", n, pair, only[n])
		}
	}
}

// count counts nodes that are bits, and the products among them.
func count(nodes, products uint16) rank.Count {
	return rank.Count{Nodes: int32(bits.OnesCount16(nodes)), Products: int32(bits.OnesCount16(nodes & products))}
}

// FuzzRank lets the fuzzer choose the network and the question.
func FuzzRank(f *testing.F) {
	f.Add(uint64(1), uint64(5))
	f.Fuzz(random)
}

// compareOutcomes holds the counts of a ranking against all that losses can do.
func compareOutcomes(t *testing.T, net *graph.Network, r *rank.Ranking, o rank.Options) {
	t.Helper()
	worlds := reference.NewWorlds(net)
	products := uint16(0)
	for _, p := range net.Products() {
		products |= 1 << p
	}
	for _, row := range r.Rows {
		lost := uint16(0)
		for _, i := range o.Groups.Nodes(row.Group) {
			if o.MayFail == nil || o.MayFail(i) {
				lost |= 1 << i
			}
		}
		sure, possible := worlds.Lose(lost)
		breaks, surely := count(possible&^lost, products), count(sure&^lost, products)
		if !r.Unsure {
			surely = rank.Count{} // not asked for
		}
		if row.Lost != count(lost, products) || row.Breaks != breaks || row.Surely != surely {
			t.Fatalf("loss of %q: %+v, want %v and surely %v", o.Groups.Name(row.Group), row, breaks, surely)
		}
	}
}
