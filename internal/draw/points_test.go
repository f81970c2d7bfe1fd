package draw

import (
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

func points(t testing.TB, net *graph.Network, products []graph.NodeID) *Points {
	t.Helper()
	return pointsThat(t, net, products, nil)
}

func pointsThat(t testing.TB, net *graph.Network, products []graph.NodeID, mayFail func(graph.NodeID) bool) *Points {
	t.Helper()
	ix := indextest.Compile(t, net)
	p, err := FindPoints(t.Context(), ix, PointOptions{Products: products, MayFail: mayFail})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func ids(t testing.TB, net *graph.Network, names ...string) []graph.NodeID {
	t.Helper()
	var list []graph.NodeID
	for _, name := range names {
		i, ok := net.Lookup(name)
		if !ok {
			t.Fatalf("no node %q", name)
		}
		list = append(list, i)
	}
	return list
}

// TestChoosePoints shows what stands in the picture of single points of failure.
func TestChoosePoints(t *testing.T) {
	for _, tt := range []struct {
		name  string
		rows  []string
		of    []string
		opts  Options
		title string
		want  string
		notes []string
	}{{
		// a -> b or c -> d -> p, and s -> any of the crowd -> p
		name:  "points, and the ways of their losses",
		rows:  append(crowd(40, "s", "p: any"), "a > b", "a > c", "b > d: part", "c > d: part", "d > p", "p:product"),
		of:    []string{"p"},
		opts:  Options{Budget: 7},
		title: "3 single points of failure of p",
		want:  "a=single point of failure b c d=single point of failure p s=single point of failure x0",
		notes: []string{"Test (reading: structure)", "7 of 46 nodes shown; left out: 39 running."},
	}, {
		// a or b -> p, and c -> p, which nobody knows for sure
		name:  "what is possibly one",
		rows:  append(crowd(40, "s", "t"), "a > p: part", "b > p: part assumed", "c > p", "c > q", "p:product", "q:product"),
		of:    []string{"p"},
		title: "2 single points of failure of p (1 only possibly)",
		want:  "a=possibly a single point of failure c=single point of failure p",
		notes: []string{"Test (reading: structure)", "3 of 47 nodes shown; left out: 44 running."},
	}, {
		// s -> x.. -> t, any of which will do; nothing else
		name:  "none",
		rows:  append(crowd(40, "", "t: part"), "t:product"),
		of:    []string{"t"},
		opts:  Options{Budget: 4},
		title: "No single point of failure of t",
		want:  "t x0 x1",
		notes: []string{"Test (reading: structure)", "3 of 41 nodes shown; left out: 38 running."},
	}, {
		// a -> p, q, r and b -> q, r and c -> r
		name:  "of many products the points of most, with a product for each",
		rows:  append(crowd(40, "s", "t"), "a > p", "a > q", "a > r", "b > q", "b > r", "c > r", "p:product", "q:product", "r:product"),
		of:    []string{"p", "q", "r"},
		opts:  Options{Budget: 4},
		title: "3 single points of failure of 3 products",
		want:  "a=single point of failure b=single point of failure p q",
		notes: []string{"Test (reading: structure)", "4 of 48 nodes shown; left out: 1 single point of failure, 43 running."},
	}, {
		// a parent only stands for a and b, any of which will do
		name:  "boxes count no parent that only stands for others",
		rows:  []string{"corp:", "a: parent=corp", "b: parent=corp", "a > p: part", "b > p: part", "p:product"},
		of:    []string{"p"},
		opts:  Options{Collapse: ByTier},
		title: "1 single point of failure of p",
		want:  "products tier 1",
		notes: []string{"Test (reading: structure)", "Points that only stand for what belongs to them, and are in no box: 1."},
	}, {
		name:  "a title of one's own leaves the count to the notes",
		rows:  []string{"a > p"},
		of:    []string{"p"},
		opts:  Options{Title: "Mine"},
		title: "Mine",
		want:  "a=single point of failure p",
		notes: []string{"1 single point of failure of p (reading: structure)"},
	}} {
		t.Run(tt.name, func(t *testing.T) {
			net := build(t, tt.rows...)
			tt.opts.Points = points(t, net, ids(t, net, tt.of...))
			v := choose(t, net, nil, tt.opts)
			if v.Title != tt.title {
				t.Errorf("title %q, want %q", v.Title, tt.title)
			}
			if got := shown(v); got != tt.want {
				t.Errorf("shown %s\n want %s", got, tt.want)
			}
			if !slices.Equal(v.Notes, tt.notes) {
				t.Errorf("notes %q\n want %q", v.Notes, tt.notes)
			}
		})
	}
}

// TestSureWays: the way of a loss that surely breaks the product leans on no row that may not
// exist, though that were shorter.
func TestSureWays(t *testing.T) {
	net := build(t, "a > p: guess assumed", "a > b", "b > p: part", "p:product")
	v := choose(t, net, nil, Options{Points: points(t, net, ids(t, net, "p"))})
	var ways []string
	for _, e := range v.Edges {
		if e.Fatal {
			ways = append(ways, v.Nodes[e.From].Name+">"+v.Nodes[e.To].Name)
		}
	}
	slices.Sort(ways)
	if got := strings.Join(ways, " "); got != "a>b b>p" {
		t.Errorf("ways %s, want a>b b>p", got)
	}
}

// TestPointsAreMarked: what breaks a product by its loss alone is marked and nothing
// else is, as a node or as a frame, and where all is drawn a way of thick arrows leads
// from each point to every product that it breaks.
func TestPointsAreMarked(t *testing.T) {
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 3))
		net := netgen.Random(rng, netgen.Config{MaxNodes: 30, MaxUnsure: 4, Parents: float64(seed%3) / 4})
		var products []graph.NodeID
		for i := range graph.NodeID(net.NumNodes()) {
			if rng.IntN(5) == 0 {
				products = append(products, i)
			}
		}
		if products == nil {
			continue
		}
		mayFail := func(i graph.NodeID) bool { return seed%4 < 2 || i%3 > 0 }
		opts := Options{Budget: 1 + rng.IntN(40), All: seed%2 == 0, AllArrows: seed%2 == 0, Points: pointsThat(t, net, products, mayFail)}
		v := choose(t, net, nil, opts)
		checkShape(t, v)
		checkFlow(t, v)
		checkBudget(t, v, opts)
		checkCounts(t, v)
		at, frames := map[graph.NodeID]int{}, map[string]Cluster{}
		for n, node := range v.Nodes {
			at[node.ID] = n
		}
		for _, c := range v.Clusters {
			frames[c.Name] = c
		}
		for i := range graph.NodeID(net.NumNodes()) {
			want, broken := breaks(t, net, i, products, mayFail)
			n, shown := at[i]
			frame, framed := frames[net.Label(i)]
			switch {
			case shown && v.Nodes[n].Status != want:
				t.Errorf("seed %d: %q is %v, want %v", seed, net.ID(i), v.Nodes[n].Status, want)
			case framed && frame.Status != want, framed && (frame.Says != "") != (!shown && want != Running):
				t.Errorf("seed %d: the frame of %q is %v and says %q, want %v", seed, net.ID(i), frame.Status, frame.Says, want)
			case opts.All && !shown && !framed && want != Running:
				t.Errorf("seed %d: %q is not marked, want %v", seed, net.ID(i), want)
			}
			if opts.All {
				reached := fatalWays(v, net.Family(i), at)
				for _, p := range broken {
					if !reached[at[p]] {
						t.Errorf("seed %d: no way from %q to %q, which it breaks", seed, net.ID(i), net.ID(p))
					}
				}
			}
		}
	}
}

// breaks loses a node with what belongs to it, for each product in turn, which is not lost
// itself.
func breaks(t *testing.T, net *graph.Network, i graph.NodeID, products []graph.NodeID, mayFail func(graph.NodeID) bool) (status Status, broken []graph.NodeID) {
	t.Helper()
	for _, p := range products {
		lost := slices.DeleteFunc(slices.Collect(net.Family(i)), func(j graph.NodeID) bool { return j == p || !mayFail(j) })
		if f, failed := run(t, net, cut.Set{Nodes: lost}).Failure(p); failed {
			broken = append(broken, p)
			status = max(status, MayPoint)
			if f.Sure {
				status = Point
			}
		}
	}
	return status, broken
}

// fatalWays finds where thick arrows lead to from some nodes.
func fatalWays(v View, from iter.Seq[graph.NodeID], at map[graph.NodeID]int) map[int]bool {
	reached := map[int]bool{}
	var queue []int
	for i := range from {
		if n, shown := at[i]; shown {
			queue = append(queue, n)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, e := range v.Edges {
			if e.Fatal && e.From == queue[0] && !reached[e.To] {
				reached[e.To] = true
				queue = append(queue, e.To)
			}
		}
	}
	return reached
}

// TestWhatBreaks draws of a large cut only why one product breaks.
func TestWhatBreaks(t *testing.T) {
	//	a -> b, c -> d -> p, where it takes both of b and c; a breaks the crowd as well
	net := build(t, append(crowd(40, "a", ""), "a > b", "a > c", "b > d: part", "c > d: part", "d > p", "p:product", "e > p")...)
	for _, tt := range []struct {
		budget int
		want   string
	}{
		{40, "a=cut b=broken c=broken d=broken p=broken"},
		{4, "a=cut b=broken d=broken p=broken"}, // no room for all of the proof
	} {
		v := choose(t, net, cutting(t, net, "a"), Options{Of: ids(t, net, "p"), Budget: tt.budget})
		if small := build(t, "a > p", "b > q"); shown(choose(t, small, cutting(t, small, "a"), Options{Of: ids(t, small, "p")})) != "a=cut p=broken" {
			t.Error("of a small network more is shown than what breaks p")
		}
		if got := shown(v); got != tt.want || v.Title != "What breaks p" {
			t.Errorf("%s: shown %s\n want %s", v.Title, got, tt.want)
		}
		if dot := string(v.DOT()); strings.Contains(dot, "customers not shown") {
			t.Error("what else breaks is counted at nodes")
		}
	}
}
