package graph_test

import (
	"reflect"
	"testing"

	"linestop/graph"
)

func TestRanges(t *testing.T) {
	net := build(graph.Info{}, []graph.Node{{ID: "p", StockDays: graph.Between(2, 4)}, {ID: "a", Volume: num(7)}, {ID: "b"}},
		[]graph.Source{
			{Supplier: "a", Customer: "p", Need: "x", Share: num(0.5), BufferDays: graph.Between(10, 40)},
			{Supplier: "b", Customer: "p", Need: "x", SwitchDays: graph.Between(30, 60), BufferDays: graph.Between(10, 40)},
		})
	want := []graph.Range{
		{Node: 0, Field: "stock_days", Low: 2, High: 4},
		{Node: graph.None, Source: 1, Field: "switch_days", Low: 30, High: 60},
		{Node: graph.None, Source: 0, Field: "buffer_days", Low: 10, High: 40},
	}
	if got := net.Ranges(); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if buffer := net.Need(0).Buffer; buffer.Value != 25 || buffer.String() != "10..40" {
		t.Errorf("undrawn, the buffer is %v with its middle at %v", buffer, buffer.Value)
	}
	drawn := net.Drawn([]float64{3, 31, 12})
	if got := drawn.Node(0).StockDays; got.Value != 3 || got.IsRange() {
		t.Errorf("stock_days drawn as 3 is %v", got)
	}
	if got := drawn.Source(1).SwitchDays.Value; got != 31 {
		t.Errorf("switch_days drawn as 31 is %v", got)
	}
	if got := drawn.Need(0).Buffer.Value; got != 12 {
		t.Errorf("buffer_days drawn as 12 is %v", got)
	}
	if got := net.Ranges(); !reflect.DeepEqual(got, want) {
		t.Error("drawing changed the network it was drawn from")
	}
}
