package graph_test

import (
	"testing"

	"linestop/graph"
)

func TestAssuming(t *testing.T) {
	net := build(graph.Info{}, nodes("p", "a", "b"), []graph.Source{
		{Supplier: "a", Customer: "p", Need: "x", TransitDays: num(3)},
		{Supplier: "b", Customer: "p", Need: "x", BufferDays: num(7)},
		{Supplier: "a", Customer: "p", Need: "y"},
		{Supplier: "b", Customer: "p", Need: "y"},
	})
	for _, test := range []struct {
		column string
		blanks int
		of     func(*graph.Network) graph.Number
		want   float64
	}{
		{"buffer", 1, func(n *graph.Network) graph.Number { return n.Need(1).Buffer }, 30},
		{"buffer_days", 1, func(n *graph.Network) graph.Number { return n.Need(0).Buffer }, 7},
		{"transit", 3, func(n *graph.Network) graph.Number { return n.Source(3).TransitDays }, 30},
		{"transit_days", 3, func(n *graph.Network) graph.Number { return n.Source(0).TransitDays }, 3},
		{"recover", 3, func(n *graph.Network) graph.Number { return n.Node(2).RecoverDays }, 30},
	} {
		assumed, blanks, err := net.Assuming(test.column, 30)
		if err != nil {
			t.Fatal(err)
		}
		if got := test.of(assumed).Value; got != test.want || blanks != test.blanks {
			t.Errorf("%s: %v after %d blanks, want %v after %d", test.column, got, blanks, test.want, test.blanks)
		}
	}
	if net.Need(1).Buffer.Given || net.Source(3).TransitDays.Given || net.Node(2).RecoverDays.Given {
		t.Error("assuming changed the network itself")
	}
	for column, want := range map[string]string{
		"share": `column "share" is none of buffer_days, max_share, recover_days, refill, stock_days, switch_days, transit_days`,
		"":      `column "" is none of buffer_days, max_share, recover_days, refill, stock_days, switch_days, transit_days`,
	} {
		if _, _, err := net.Assuming(column, 1); err == nil || err.Error() != want {
			t.Errorf("%q: %v", column, err)
		}
	}
	if _, _, err := net.Assuming("buffer", -1); err == nil || err.Error() != "buffer -1 is not from 0 to 1000000 days" {
		t.Error(err)
	}
}
