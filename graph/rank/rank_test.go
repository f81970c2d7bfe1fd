package rank_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/capacity"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestEverySmallNetwork loses every node of every network of up to four nodes.
func TestEverySmallNetwork(t *testing.T) {
	t.Parallel()
	for net := range netgen.Small() {
		compare(t, net, "node", rank.Options{Workers: 1})
	}
}

// TestRandomNetworks adds quorums, levels, unsure rows, owners, colours, volumes of
// several units, and nodes that never fail.
func TestRandomNetworks(t *testing.T) {
	t.Parallel()
	for seed := range netgen.Sample(100_000, 20) {
		random(t, uint64(seed), 5)
	}
}

func random(t *testing.T, a, b uint64) {
	rng := rand.New(rand.NewPCG(a, b))
	net := dressed(rng, netgen.Random(rng, netgen.Config{
		MaxNodes: []int{12, 60}[rng.IntN(2)], MaxSources: 2 + rng.IntN(2), Parents: 0.4, Products: 1 + rng.IntN(8), SelfSupply: a%4 == 0,
	}))
	o := rank.Options{Workers: 1 + rng.IntN(3), Output: rng.IntN(2) == 0}
	if rng.IntN(3) == 0 {
		o.MayFail = func(i graph.NodeID) bool { return i%4 != 0 }
	}
	compare(t, net, []string{"node", "parent", "colour"}[rng.IntN(3)], o)
}

// compare holds a ranking against cuts one by one, and that of a small network against what is
// plain.
func compare(t *testing.T, net *graph.Network, by string, o rank.Options) {
	t.Helper()
	ix := indextest.Compile(t, net)
	groups, err := net.Groups(t.Context(), by)
	if err != nil {
		t.Fatal(err)
	}
	o.Groups = groups
	r, err := rank.Run(t.Context(), ix, o)
	if err != nil {
		t.Fatal(err)
	}
	var want []rank.Row
	for g := range graph.GroupID(groups.Len()) {
		lost := slices.DeleteFunc(slices.Clone(groups.Nodes(g)), func(i graph.NodeID) bool { return o.MayFail != nil && !o.MayFail(i) })
		if len(lost) > 0 {
			want = append(want, plain(t, ix, r, g, cut.Set{Nodes: lost}))
		}
	}
	if !slices.EqualFunc(r.Rows, want, same) {
		t.Fatalf("by %s: got %+v, want %+v", by, r.Rows, want)
	}
	if net.NumNodes() <= 12 {
		compareOutcomes(t, net, r, o)
	}
}

// plain is a row by one cut.
func plain(t *testing.T, ix *index.Index, r *rank.Ranking, g graph.GroupID, set cut.Set) rank.Row {
	result, err := cut.Run(t.Context(), ix, set)
	if err != nil {
		t.Fatal(err)
	}
	row := rank.Row{Group: g}
	volumes, outputs := map[string]float64{}, map[string]float64{}
	for _, f := range result.Failures {
		node := ix.Net.Node(f.Node)
		counts := []*rank.Count{&row.Breaks}
		if f.Sure {
			counts = append(counts, &row.Surely)
		}
		if slices.Contains(set.Nodes, f.Node) {
			counts = []*rank.Count{&row.Lost}
		}
		for _, c := range counts {
			c.Nodes++
			if ix.Net.IsProduct(f.Node) {
				c.Products++
			}
		}
		if ix.Net.IsProduct(f.Node) {
			volumes[node.Unit] += node.Volume.Value
		}
	}
	if !r.Unsure {
		row.Surely = rank.Count{}
	}
	if r.Output {
		left := capacity.Left{Nodes: map[graph.NodeID]float64{}}
		for _, i := range set.Nodes {
			left.Nodes[i] = 0
		}
		steady, err := capacity.Run(t.Context(), ix, left)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range steady.Levels {
			if node := ix.Net.Node(l.Node); ix.Net.IsProduct(l.Node) {
				row.Output += 1 - l.Worst
				outputs[node.Unit] += node.Volume.Value * (1 - l.Worst)
			}
		}
	}
	for n, unit := range r.Units {
		if v := volumes[unit.Name]; v > 0 {
			row.Volumes = append(row.Volumes, rank.Volume{Unit: n, PerDay: v})
			row.Part = max(row.Part, v/unit.Volume)
		}
		if v := outputs[unit.Name]; v > 0 {
			row.OutputVolumes = append(row.OutputVolumes, rank.Volume{Unit: n, PerDay: v})
		}
	}
	return row
}

// same compares rows whose sums were added up in another order.
func same(a, b rank.Row) bool {
	near := func(a, b float64) bool { return math.Abs(a-b) <= 1e-9 }
	volumes := func(a, b rank.Volume) bool { return a.Unit == b.Unit && near(a.PerDay, b.PerDay) }
	if !slices.EqualFunc(a.Volumes, b.Volumes, volumes) || !slices.EqualFunc(a.OutputVolumes, b.OutputVolumes, volumes) || !near(a.Part, b.Part) || !near(a.Output, b.Output) {
		return false
	}
	a.Volumes, a.OutputVolumes, a.Part, a.Output = b.Volumes, b.OutputVolumes, b.Part, b.Output
	return reflect.DeepEqual(a, b)
}

// dressed gives the nodes of a network colours and volumes, some none.
func dressed(rng *rand.Rand, net *graph.Network) *graph.Network {
	b := graph.NewBuilder(net.Info)
	for i := range graph.NodeID(net.NumNodes()) {
		node := net.Node(i)
		node.Attrs = []graph.Attr{{Name: "colour", Value: []string{"", "red", "green", "blue"}[rng.IntN(4)]}}
		if rng.IntN(4) > 0 {
			node.Volume, node.Unit = graph.Num(float64(rng.IntN(100))/10), []string{"t", "", "cars"}[rng.IntN(3)]
		}
		b.AddNode(node)
	}
	for s := range graph.SourceID(net.NumSources()) {
		b.AddSource(net.Source(s))
	}
	return b.Build()
}

// TestWorkers: any number of goroutines finds the same, to the last bit.
func TestWorkers(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	ix := indextest.Compile(t, dressed(rng, netgen.Economy(1, netgen.EconomyConfig{Nodes: 3_000, SingleShare: 0.85})))
	var first *rank.Ranking
	for workers := 1; workers <= 5; workers++ {
		r, err := rank.Run(t.Context(), ix, rank.Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		r.Sort(rank.ByVolume)
		if first == nil {
			first = r
		} else if !reflect.DeepEqual(r, first) {
			t.Errorf("%d goroutines find something else than one", workers)
		}
	}
}

// TestSort orders the bicycle works
//
//	mine ─▶ mill ─▶ frame ─▶ bike (100 a day)
//	          └───▶ cart (900 a day)
//	bell ──────────────────▶ bike
func TestSort(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddNode(graph.Node{ID: "bike", Volume: graph.Num(100), Unit: "pieces"})
	b.AddNode(graph.Node{ID: "cart", Volume: graph.Num(900), Unit: "pieces"})
	for _, pair := range [][2]string{{"mine", "mill"}, {"mill", "frame"}, {"frame", "bike"}, {"mill", "cart"}, {"bell", "bike"}} {
		b.AddSource(graph.Source{Supplier: pair[0], Customer: pair[1]})
	}
	r, err := rank.Run(t.Context(), indextest.Compile(t, b.Build()), rank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for by, want := range map[rank.By]string{
		rank.ByProducts: "mine mill frame bell cart bike",
		rank.ByBroken:   "mine mill frame bell cart bike",
		rank.ByVolume:   "mine mill cart frame bell bike",
	} {
		r.Sort(by)
		var got []string
		for _, row := range r.Rows {
			got = append(got, r.Groups.Name(row.Group))
		}
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("by %s: %s, want %s", by, got, want)
		}
	}
	if want := (rank.Row{
		Group: r.Rows[0].Group,
		Loss:  rank.Loss{Lost: rank.Count{Nodes: 1}, Breaks: rank.Count{Nodes: 4, Products: 2}, Volumes: []rank.Volume{{Unit: 0, PerDay: 1000}}, Part: 1},
	}); !reflect.DeepEqual(r.Rows[0], want) {
		t.Errorf("got %+v, want %+v", r.Rows[0], want)
	}
}

func TestParseBy(t *testing.T) {
	for name, want := range map[string]string{
		"broken":   "<nil>",
		"volumes":  `"volumes" is no order (did you mean "volume"?)`,
		"nonsense": `"nonsense" is none of products_broken, broken, volume, output`,
		"":         `"" is none of products_broken, broken, volume, output`,
	} {
		if _, err := rank.ParseBy(name); fmt.Sprint(err) != want {
			t.Errorf("%q: %v, want %s", name, err, want)
		}
	}
}

// TestHeedsContext ends a run as soon as it tells of its progress, in each stage.
func TestHeedsContext(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	ix := indextest.Compile(t, netgen.Random(rng, netgen.Config{MinNodes: 2_000, MaxNodes: 2_000, Unsure: 0.5, MaxUnsure: 1_000}))
	for stage := range int64(3) {
		ctx, cancel := context.WithCancel(t.Context())
		last := int64(0)
		_, err := rank.Run(ctx, ix, rank.Options{Output: true, Progress: func(done, total int64) {
			if last = done * 100 / total; 3*done >= stage*total {
				cancel()
			}
		}})
		if !errors.Is(err, context.Canceled) || last > 34*(stage+1) {
			t.Errorf("stage %d: at %d %%: %v", stage, last, err)
		}
		cancel()
	}
	if _, err := rank.Run(canceled(t), ix, rank.Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func canceled(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}
