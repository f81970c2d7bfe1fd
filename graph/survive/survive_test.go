package survive_test

import (
	"reflect"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/survive"
)

// TestRun is
//
//	mill (back after 10 days) ─(4 days)─▶ axle ─(2 days)─▶ car
//	                                        └──(20 days)─▶ truck
//	glass (back after 3 days) ─(5 days)─▶ car
func TestRun(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	for _, n := range []graph.Node{{ID: "mill", RecoverDays: graph.Num(10)}, {ID: "glass", RecoverDays: graph.Num(3)}, {ID: "axle"}, {ID: "car"}, {ID: "truck"}, {ID: "idle"}} {
		b.AddNode(n)
	}
	for _, r := range []graph.Source{
		{Supplier: "mill", Customer: "axle", BufferDays: graph.Num(4)},
		{Supplier: "axle", Customer: "car", BufferDays: graph.Num(2)},
		{Supplier: "axle", Customer: "truck", BufferDays: graph.Num(20)},
		{Supplier: "glass", Customer: "car", BufferDays: graph.Num(5)},
	} {
		b.AddSource(r)
	}
	net := b.Build()
	ix, err := index.Compile(t.Context(), net)
	if err != nil {
		t.Fatal(err)
	}
	id := func(id string) graph.NodeID { i, _ := net.Lookup(id); return i }
	mill := survive.Loss{Node: id("mill"), Recover: graph.Num(10), Lasts: []survive.Last{{Product: id("car"), Days: 6}, {Product: id("truck"), Days: 24}}}
	axle := survive.Loss{Node: id("axle"), Lasts: []survive.Last{{Product: id("car"), Days: 2}, {Product: id("truck"), Days: 20}}}
	glass := survive.Loss{Node: id("glass"), Recover: graph.Num(3), Lasts: []survive.Last{{Product: id("car"), Days: 5}}}
	for _, test := range []struct {
		name    string
		options survive.Options
		want    []survive.Loss
	}{
		{"all", survive.Options{}, []survive.Loss{mill, axle, glass}},
		{"one worker", survive.Options{Workers: 1}, []survive.Loss{mill, axle, glass}},
		{"short horizon", survive.Options{Horizon: 4}, []survive.Loss{{Node: axle.Node, Lasts: axle.Lasts[:1]}}},
		{"some nodes", survive.Options{Nodes: func(i graph.NodeID) bool { return i == glass.Node }}, []survive.Loss{glass}},
		{"one product", survive.Options{Products: func(i graph.NodeID) bool { return i == id("truck") }}, []survive.Loss{
			{Node: axle.Node, Lasts: axle.Lasts[1:]}, {Node: mill.Node, Recover: mill.Recover, Lasts: mill.Lasts[1:]},
		}},
	} {
		got, err := survive.Run(t.Context(), ix, test.options)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %+v, want %+v", test.name, got, test.want)
		}
	}
	if mill.Exposed() != 1 || mill.Short(mill.Lasts[0]) != 4 || mill.Short(mill.Lasts[1]) != 0 || glass.Exposed() != 0 || axle.Exposed() != 0 {
		t.Error("only the car is exposed, to the mill, for four days")
	}
}
