package timeline_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/timeline"
	"linestop/internal/indextest"
)

// network reads rows and nodes, one a line, such as
//
//	a -> p:wafers  share=0.6 max=1 switch=20 buffer=10
//	a              stock=5 recover=3
func network(t testing.TB, text string) *graph.Network {
	t.Helper()
	var nodes []graph.Node
	var rows []graph.Source
	named := map[string]bool{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0:
		case len(fields) > 1 && fields[1] == "->":
			row := graph.Source{Supplier: fields[0]}
			row.Customer, row.Need, _ = strings.Cut(fields[2], ":")
			read(t, fields[3:], &row.Level, map[string]*graph.Number{
				"share": &row.Share, "max": &row.MaxShare, "switch": &row.SwitchDays, "transit": &row.TransitDays,
				"buffer": &row.BufferDays, "refill": &row.Refill, "quorum": &row.Quorum, "weight": &row.Weight,
			})
			rows = append(rows, row)
		default:
			node := graph.Node{ID: fields[0]}
			read(t, fields[1:], nil, map[string]*graph.Number{"stock": &node.StockDays, "recover": &node.RecoverDays})
			nodes, named[node.ID] = append(nodes, node), true
		}
	}
	b := graph.NewBuilder(graph.Info{})
	for _, n := range nodes {
		b.AddNode(n)
	}
	for _, row := range rows {
		for _, id := range []string{row.Supplier, row.Customer} {
			if !named[id] {
				b.AddNode(graph.Node{ID: id})
				named[id] = true
			}
		}
		b.AddSource(row)
	}
	return b.Build()
}

// read reads "key=value", and "level=..." where there is one.
func read(t testing.TB, fields []string, level *string, numbers map[string]*graph.Number) {
	t.Helper()
	for _, f := range fields {
		key, value, _ := strings.Cut(f, "=")
		if key == "level" && level != nil {
			*level = value
			continue
		}
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || numbers[key] == nil {
			t.Fatalf("%q", f)
		}
		*numbers[key] = graph.Num(v)
	}
}

// run follows a network through a scenario, 365 days if not told otherwise.
func run(t testing.TB, net *graph.Network, s graph.Scenario) *timeline.Result {
	t.Helper()
	return runWith(t, net, s, timeline.Options{MaxEvents: 20_000})
}

func runWith(t testing.TB, net *graph.Network, s graph.Scenario, opts timeline.Options) *timeline.Result {
	t.Helper()
	plan, err := timeline.NewPlan(t.Context(), net, s)
	if err != nil {
		t.Fatal(err)
	}
	r, err := timeline.Run(t.Context(), indextest.Compile(t, net), plan, opts)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// step is what a test expects: a level from a day on.
type step struct{ day, level float64 }

// courses compares the whole courses, by id, of all nodes that moved.
func courses(t *testing.T, net *graph.Network, r *timeline.Result, want map[string][]step) {
	t.Helper()
	for _, c := range r.Nodes {
		id := net.ID(c.Node)
		sameCourse(t, id, c.Course, want[id])
	}
	for id := range want {
		if i, _ := net.Lookup(id); r.Course(i).Steps == nil {
			t.Errorf("%s does not move, want %v", id, want[id])
		}
	}
}

func sameCourse(t *testing.T, what string, got timeline.Course, want []step) {
	t.Helper()
	equal := len(got.Steps) == len(want)
	for n := range min(len(got.Steps), len(want)) {
		equal = equal && math.Abs(got.Steps[n].Day-want[n].day) < 1e-6 && math.Abs(got.Steps[n].Level-want[n].level) < 1e-9
	}
	if !equal {
		t.Errorf("%s: got %v, want %v", what, got.Steps, want)
	}
}

// many is how many random networks to try.
func many(n int) int {
	if testing.Short() {
		return n / 10
	}
	return n
}

// altered is a network with changed rows.
func altered(net *graph.Network, change func(*graph.Source)) *graph.Network {
	b := graph.NewBuilder(net.Info)
	for i := range graph.NodeID(net.NumNodes()) {
		b.AddNode(net.Node(i))
	}
	for s := range graph.SourceID(net.NumSources()) {
		row := net.Source(s)
		change(&row)
		b.AddSource(row)
	}
	return b.Build()
}
