package timeline_test

import (
	"math"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
)

// run follows a network through cuts, 365 days if not told otherwise.
func run(t *testing.T, net *graph.Network, s graph.Scenario) *timeline.Result {
	t.Helper()
	plan, err := timeline.NewPlan(t.Context(), net, s)
	if err != nil {
		t.Fatal(err)
	}
	ix, err := index.Compile(t.Context(), net)
	if err != nil {
		t.Fatal(err)
	}
	r, err := timeline.Run(t.Context(), ix, plan, timeline.Options{MaxEvents: 100_000})
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

// carWorks is
//
//	chipA 0.7 (0.8) ─┐ chips
//	chipB 0.3 (0.5) ─┴──▶ board ──▶ car ◀── steelco ◀── power ◀──▶ gas ◀── well (1.2)
//	pcbco ────────────────▶
//
// with what a supplier can deliver at most in brackets, and stocks at the
// customers: chips 30 days (rebuilt by up to 0.1 a day), pcb 10, boards 5, steel 20; gas
// at the power plant 3, power at the gas works 2, raw gas 4 (0.2).
func carWorks() *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	add := func(supplier, customer, need string, share, most, buffer, refill float64) {
		b.AddSource(graph.Source{
			Supplier: supplier, Customer: customer, Need: need, Share: graph.Num(share), MaxShare: graph.Num(most),
			BufferDays: graph.Num(buffer), Refill: graph.Num(refill),
		})
	}
	add("chipA", "board", "chip", 0.7, 0.8, 30, 0.1)
	add("chipB", "board", "chip", 0.3, 0.5, 30, 0.1)
	add("pcbco", "board", "pcb", 1, 1, 10, 0)
	add("board", "car", "board", 1, 1, 5, 0)
	add("steelco", "car", "steel", 1, 1, 20, 0)
	add("gas", "power", "gas", 1, 1, 3, 0)
	add("power", "gas", "power", 1, 1, 2, 0)
	add("well", "gas", "well", 1, 1.2, 4, 0.2)
	add("power", "steelco", "power", 1, 1, 0, 0)
	return b.Build()
}

func TestCarWorks(t *testing.T) {
	type cuts = []graph.Cut
	until := graph.Num
	tests := []struct {
		name string
		cuts cuts
		want map[string][]step
	}{
		{"the larger chip maker for 90 days", cuts{{Target: "chipA", Until: until(90)}}, map[string][]step{
			"chipA": {{0, 0}, {90, 1}},
			"board": {{60, 0.5}, {90, 1}}, // 30 days of chips at half the intake
			"car":   {{70, 0.5}, {90, 1}},
		}},
		{"the larger chip maker for good", cuts{{Target: "chipA"}}, map[string][]step{
			"chipA": {{0, 0}},
			"board": {{60, 0.5}},
			"car":   {{70, 0.5}},
		}},
		{"both chip makers, one later", cuts{{Target: "chipA"}, {Target: "chipB", From: 10}}, map[string][]step{
			"chipA": {{0, 0}},
			"chipB": {{10, 0}},
			"board": {{35, 0}}, // 25 days of chips were left on day 10
			"car":   {{40, 0}},
		}},
		{"circuit boards for less than their stock", cuts{{Target: "pcbco", Until: until(8)}}, map[string][]step{
			"pcbco": {{0, 0}, {8, 1}},
		}},
		{"circuit boards for more than their stock", cuts{{Target: "pcbco", Until: until(12)}}, map[string][]step{
			"pcbco": {{0, 0}, {12, 1}},
			"board": {{10, 0}, {12, 1}},
		}},
		{"the well at 60 %, which gives 72 % of the gas", cuts{{Target: "well", Left: 0.6}}, map[string][]step{
			"well":    {{0, 0.6}},
			"gas":     {{4 / 0.28, 0.72}},
			"power":   {{25, 0.72}},
			"steelco": {{25, 0.72}},
			"car":     {{25 + 20/0.28, 0.72}},
		}},
		{"the well for less than its stock", cuts{{Target: "well", Until: until(3)}}, map[string][]step{
			"well": {{0, 0}, {3, 1}},
		}},
		{"the well for longer", cuts{{Target: "well", Until: until(5)}}, map[string][]step{
			"well": {{0, 0}, {5, 1}},
			"gas":  {{4, 0}, {5, 1}},
		}},
		{"half of the power plant, on a cycle with stocks", cuts{{Target: "power", Left: 0.5, Until: until(20)}}, map[string][]step{
			"power":   {{0, 0.5}, {20, 1}},
			"steelco": {{0, 0.5}, {20, 1}},
			"gas":     {{4, 0.5}, {20, 1}},
		}},
	}
	net := carWorks()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			courses(t, net, run(t, net, graph.Scenario{Cuts: test.cuts}), test.want)
		})
	}
}
