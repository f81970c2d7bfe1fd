package survive_test

import (
	"fmt"
	"reflect"
	"testing"

	"linestop/graph"
	"linestop/graph/survive"
	"linestop/internal/indextest"
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
	ix := indextest.Compile(t, net)
	id := func(id string) graph.NodeID { i, _ := net.Lookup(id); return i }
	last := func(product string, days float64) survive.Last { return survive.Last{Product: id(product), Days: days} }
	loss := func(node string, exposed int, lasts ...survive.Last) survive.Loss {
		return survive.Loss{Node: id(node), Recover: net.RecoverDays(id(node)), Until: 365, Products: len(lasts), Exposed: exposed, Lasts: lasts}
	}
	mill, axle, glass := loss("mill", 1, last("car", 6), last("truck", 24)), loss("axle", 0, last("car", 2), last("truck", 20)), loss("glass", 0, last("car", 5))
	for _, test := range []struct {
		name    string
		options survive.Options
		want    []survive.Loss
	}{
		{"all", survive.Options{}, []survive.Loss{mill, axle, glass}},
		{"one worker", survive.Options{Workers: 1}, []survive.Loss{mill, axle, glass}},
		{"short horizon", survive.Options{Horizon: 4}, []survive.Loss{{Node: axle.Node, Until: 4, Products: 1, Lasts: axle.Lasts[:1]}}},
		{"some nodes", survive.Options{Nodes: func(i graph.NodeID) bool { return i == glass.Node }}, []survive.Loss{glass}},
		{"one product", survive.Options{Products: func(i graph.NodeID) bool { return i == id("truck") }}, []survive.Loss{
			loss("axle", 0, last("truck", 20)), loss("mill", 0, last("truck", 24)),
		}},
		{"one for each", survive.Options{Most: 1}, []survive.Loss{
			{Node: mill.Node, Recover: mill.Recover, Until: 365, Products: 2, Exposed: 1, Lasts: mill.Lasts[:1]},
			{Node: axle.Node, Until: 365, Products: 2, Lasts: axle.Lasts[:1]},
			glass,
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
	if mill.Short(mill.Lasts[0]) != 4 || mill.Short(mill.Lasts[1]) != 0 || axle.Short(axle.Lasts[0]) != 0 {
		t.Error("only the car is exposed, to the mill, for four days")
	}
}

// TestEchoes ends a simulation by its events. With each round, days later, a smaller part of
// a's loss is back; what is left of the stock lasts beyond them.
//
//	a ─(half)─▶ b ─▶ p (99 days in stock)
//	c ─(half)─▶ │
//	▲───────────┘ each a day on the way
func TestEchoes(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	for _, r := range []graph.Source{
		{Supplier: "a", Customer: "b", Need: "x"},
		{Supplier: "c", Customer: "b", Need: "x", TransitDays: graph.Num(1)},
		{Supplier: "b", Customer: "c"},
		{Supplier: "b", Customer: "p", BufferDays: graph.Num(99)},
	} {
		b.AddSource(r)
	}
	net := b.Build()
	ix := indextest.Compile(t, net)
	only := func(i graph.NodeID) bool { return net.ID(i) == "a" }
	for events, want := range map[int]string{0: "1 365", 10: "0 3"} {
		losses, err := survive.Run(t.Context(), ix, survive.Options{Nodes: only, Events: events})
		if err != nil || len(losses) != 1 {
			t.Fatal(losses, err)
		}
		if got := fmt.Sprint(losses[0].Products, losses[0].Until); got != want {
			t.Errorf("%d events: got %s, want %s", events, got, want)
		}
	}
}
