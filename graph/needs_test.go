package graph_test

import (
	"fmt"
	"slices"
	"testing"

	"linestop/graph"
)

// needs lists the needs of a node as text: name, level, quorum, weight, buffer,
// refill and the numbers of the rows.
func needs(net *graph.Network, i graph.NodeID) []string {
	var list []string
	for k := range net.Needs(i) {
		n := net.Need(k)
		list = append(list, fmt.Sprintf("%s %s q%d w%g b%s r%s %v", n.Name, n.Level, n.Quorum, n.Weight, n.Buffer, n.Refill, n.Sources))
	}
	return list
}

func TestRowsMakeNeeds(t *testing.T) {
	tests := []struct {
		name string
		rows []graph.Source
		want map[string][]string // by customer
	}{
		{
			"without names each row is a need",
			rows("a", "p", "b", "p", "a", "p", "a", "q"),
			map[string][]string{
				"p": {" critical q1 w0.5 b r [0]", " critical q1 w0.5 b r [1]", " critical q1 w0.5 b r [2]"},
				"q": {" critical q1 w0.5 b r [3]"},
				"a": nil,
			},
		},
		{
			"a name gathers the rows of one customer, wherever they stand",
			[]graph.Source{
				{Supplier: "a", Customer: "p", Need: "x"},
				{Supplier: "a", Customer: "q", Need: "x"},
				{Supplier: "b", Customer: "p"},
				{Supplier: "c", Customer: "p", Need: "y"},
				{Supplier: "b", Customer: "p", Need: "x"},
				{Supplier: "b", Customer: "q", Need: "y"},
			},
			map[string][]string{
				"p": {"x critical q1 w0.5 b r [0 4]", " critical q1 w0.5 b r [2]", "y critical q1 w0.5 b r [3]"},
				"q": {"x critical q1 w0.5 b r [1]", "y critical q1 w0.5 b r [5]"},
			},
		},
		{
			"of each value the first that is given",
			[]graph.Source{
				{Supplier: "a", Customer: "p", Need: "x"},
				{Supplier: "b", Customer: "p", Need: "x", Quorum: num(2), BufferDays: num(0)},
				{Supplier: "c", Customer: "p", Need: "x", Quorum: num(3), BufferDays: num(9), Refill: num(0.1), Weight: num(0), Level: "degrading"},
				{Supplier: "c", Customer: "p", Need: "y", Level: "capital", Quorum: num(0)},
			},
			map[string][]string{
				"p": {"x degrading q2 w0 b0 r0.1 [0 1 2]", "y capital q1 w0.5 b r [3]"},
			},
		},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			net := build(graph.Info{}, nil, c.rows)
			for customer, want := range c.want {
				if got := needs(net, id(t, net, customer)); !slices.Equal(got, want) {
					t.Errorf("%s needs\n%q, want\n%q", customer, got, want)
				}
			}
			checkNeeds(t, net)
		})
	}
}

// checkNeeds tries that the ways between rows, needs and customers agree.
func checkNeeds(t *testing.T, net *graph.Network) {
	t.Helper()
	rows := 0
	for k := range graph.NeedID(net.NumNeeds()) {
		need := net.Need(k)
		if net.CustomerOf(k) != need.Customer || net.NeedLevel(k) != need.Level || net.NeedQuorum(k) != need.Quorum {
			t.Errorf("need %d in short is not %+v", k, need)
		}
		if !slices.Contains(slices.Collect(net.Needs(need.Customer)), k) {
			t.Errorf("need %d is not among those of its customer", k)
		}
		for _, s := range net.SourcesOf(k) {
			rows++
			if _, customer := net.Ends(s); net.NeedOf(s) != k || customer != need.Customer {
				t.Errorf("row %d is of need %d and node %d, want %d and %d", s, net.NeedOf(s), customer, k, need.Customer)
			}
		}
	}
	if rows != net.NumSources() {
		t.Errorf("the needs have %d rows, want %d", rows, net.NumSources())
	}
}

func TestNeedsCanBeLeftEarly(t *testing.T) {
	net := build(graph.Info{}, nil, rows("a", "p", "b", "p"))
	for range net.Needs(id(t, net, "p")) {
		break
	}
}

func TestSure(t *testing.T) {
	for confidence, want := range map[graph.Confidence]bool{
		"": true, graph.Reported: true, graph.Inferred: true, graph.Assumed: false, "1": true, "0.5": true, "0.49": false, "0": false, "1e-3": false,
	} {
		net := build(graph.Info{}, nil, []graph.Source{{Supplier: "b", Customer: "p"}, {Supplier: "a", Customer: "p", Confidence: confidence}})
		if !net.Sure(0) || net.Sure(1) != want {
			t.Errorf("%q is sure: %t, want %t", confidence, net.Sure(1), want)
		}
	}
}
