package graph_test

import (
	"testing"

	"linestop/graph"
)

// TestInputsOfSectorsTakenAway: a change may take the last node of a sector that inputs.csv
// is about; a sector that nobody ever was of stays an error.
func TestInputsOfSectorsTakenAway(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	addAll(b, []graph.Node{{ID: "a", Sector: "C10"}, {ID: "b", Sector: "C20"}, {ID: "p", Sector: "C25"}}, rows("a", "p", "b", "p"))
	addInputs(b, [][3]string{{"C20", "C25", "linear"}, {"C30", "C25", "linear"}})
	net, err := b.Build().With(t.Context(), []graph.Change{{Action: graph.Remove, Node: &graph.Node{ID: "b"}}})
	if err != nil {
		t.Fatal(err)
	}
	got := lines(validate(t, net))
	if want := `inputs.csv:3:1: error: no node is of the sector "C30" (did you mean "C10"?) [unknown-sector]`; len(net.Inputs()) != 2 || len(got) != 1 || got[0] != want {
		t.Errorf("%q", got)
	}
}
