package impact_test

import (
	"reflect"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/impact"
	"linestop/graph/index"
	"linestop/internal/indextest"
)

// works is
//
//	mill ─(4 days)─▶ axle ─(2 days)─▶ car
//	                   └──(0.5 of it; spare, 0.5)─▶ truck
func works(t *testing.T) *index.Index {
	t.Helper()
	b := graph.NewBuilder(graph.Info{})
	days, part := graph.Num, graph.Num
	b.AddSource(graph.Source{Supplier: "mill", Customer: "axle", Need: "steel", BufferDays: days(4)})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "car", Need: "axle", BufferDays: days(2)})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "truck", Need: "axle", Share: part(0.5), MaxShare: part(0.5)})
	b.AddSource(graph.Source{Supplier: "spare", Customer: "truck", Need: "axle", Share: part(0.5)})
	return indextest.Compile(t, b.Build())
}

func TestState(t *testing.T) {
	ix := works(t)
	num := graph.Num
	s := graph.Scenario{Horizon: 100, Cuts: []graph.Cut{{Target: "mill", Until: num(10)}}}
	a, err := impact.Ask(t.Context(), ix, s, impact.Readings())
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]impact.State{
		"mill":  {Status: cut.Cut, Sure: true, Capacity: num(0), Best: num(0), FirstLoss: num(0), Stop: num(0), Restart: num(10), LostDays: num(10)},
		"axle":  {Status: cut.Broken, Sure: true, Capacity: num(0), Best: num(0), FirstLoss: num(4), Stop: num(4), Restart: num(10), LostDays: num(6)},
		"car":   {Status: cut.Broken, Sure: true, Capacity: num(0), Best: num(0), FirstLoss: num(6), Stop: num(6), Restart: num(10), LostDays: num(4)},
		"truck": {Status: cut.Reduced, Capacity: num(0.5), Best: num(1), FirstLoss: num(4), Restart: num(10), LostDays: num(3)},
		"spare": {Status: cut.Running, Capacity: num(1), Best: num(1), LostDays: num(0)},
	} {
		i, _ := ix.Net.Lookup(id)
		if got := a.State(i); got != want {
			t.Errorf("%s: got %+v, want %+v", id, got, want)
		}
		if got := a.Statuses()[i]; got != want.Status {
			t.Errorf("%s: %v among all, want %v", id, got, want.Status)
		}
	}
	if !a.Dated() {
		t.Error("a cut for ten days is not dated")
	}
}

// TestDown: a cut that lasts takes down what breaks, or stops until an alternate has stepped up; one
// that does not last, what stops.
//
//	mill ─(4 days)─▶ axle ─(2 days)─▶ car
//	mill ─▶ ship ◀─(in 9 days)─ spare
func TestDown(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	num := graph.Num
	b.AddSource(graph.Source{Supplier: "mill", Customer: "axle", Need: "steel", BufferDays: num(4)})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "car", Need: "axle", BufferDays: num(2)})
	b.AddSource(graph.Source{Supplier: "mill", Customer: "ship", Need: "steel", Share: num(1)})
	b.AddSource(graph.Source{Supplier: "spare", Customer: "ship", Need: "steel", Share: num(0), MaxShare: num(1), SwitchDays: num(9)})
	ix := indextest.Compile(t, b.Build())
	for _, test := range []struct {
		until    graph.Number
		readings []impact.Reading
		want     string
	}{
		{graph.Number{}, impact.Readings(), "mill axle car ship"},
		{graph.Number{}, []impact.Reading{impact.Structure}, "mill axle car"},
		{num(5), impact.Readings(), "mill axle ship"},
		{num(5), []impact.Reading{impact.Structure}, "mill axle car"},
	} {
		s := graph.Scenario{Cuts: []graph.Cut{{Target: "mill", Until: test.until}}}
		a, err := impact.Ask(t.Context(), ix, s, test.readings)
		if err != nil {
			t.Fatal(err)
		}
		var down []string
		for i := range graph.NodeID(ix.Net.NumNodes()) {
			if a.Down(i) {
				down = append(down, ix.Net.ID(i))
			}
		}
		if got := strings.Join(down, " "); got != test.want {
			t.Errorf("until %v, %v: %s are down, want %s", test.until, test.readings, got, test.want)
		}
	}
}

// TestOnlyWhatIsAsked: a reading that was not asked for says nothing.
func TestOnlyWhatIsAsked(t *testing.T) {
	ix := works(t)
	s := graph.Scenario{Cuts: []graph.Cut{{Target: "mill"}}}
	a, err := impact.Ask(t.Context(), ix, s, []impact.Reading{impact.Structure})
	if err != nil {
		t.Fatal(err)
	}
	truck, _ := ix.Net.Lookup("truck")
	if got, want := a.State(truck), (impact.State{Status: cut.Exposed}); got != want || a.Dated() {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if want := []impact.Reading{impact.Structure}; !reflect.DeepEqual(a.Readings, want) {
		t.Errorf("readings %v, want %v", a.Readings, want)
	}
	if a, err = impact.Ask(t.Context(), ix, s, []impact.Reading{impact.Timeline}); err != nil {
		t.Fatal(err)
	}
	if want := []impact.Reading{impact.Structure, impact.Timeline}; !reflect.DeepEqual(a.Readings, want) {
		t.Errorf("readings %v, want %v", a.Readings, want)
	}
}

func TestFitting(t *testing.T) {
	numbers := works(t).Net
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "mill", Customer: "axle"})
	bare := b.Build()
	for _, test := range []struct {
		name string
		net  *graph.Network
		cut  graph.Cut
		want int
	}{
		{"numbers in the data", numbers, graph.Cut{}, 3},
		{"none anywhere", bare, graph.Cut{}, 1},
		{"a part", bare, graph.Cut{Left: 0.4}, 3},
		{"later", bare, graph.Cut{From: 3}, 3},
		{"for a time", bare, graph.Cut{Until: graph.Num(9)}, 3},
		{"a delay", bare, graph.Cut{Delay: graph.Num(9)}, 3},
	} {
		if got := impact.Fitting(test.net, graph.Scenario{Cuts: []graph.Cut{test.cut}}); len(got) != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// TestUnsure: the car's stop leans on a row that is only assumed, the truck's does not.
//
//	mill ─▶ axle ─(assumed)─▶ car
//	  └───────────▶ truck
func TestUnsure(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "mill", Customer: "axle", Need: "steel"})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "car", Need: "axle", BufferDays: graph.Num(3), Confidence: graph.Assumed})
	b.AddSource(graph.Source{Supplier: "mill", Customer: "truck", Need: "steel", BufferDays: graph.Num(3), Confidence: graph.Reported})
	net := b.Build()
	ix := indextest.Compile(t, net)
	a, err := impact.Ask(t.Context(), ix, graph.Scenario{Cuts: []graph.Cut{{Target: "mill"}}}, impact.Readings())
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]bool{"mill": false, "axle": false, "car": true, "truck": false} {
		if i, _ := net.Lookup(id); a.Unsure(i) != want {
			t.Errorf("%s: unsure %v, want %v", id, !want, want)
		}
	}
}
