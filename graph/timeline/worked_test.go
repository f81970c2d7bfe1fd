package timeline_test

import (
	"math"
	"testing"

	"linestop/graph"
	"linestop/graph/timeline"
	"linestop/internal/indextest"
)

// carWorks is
//
//	chipA 0.7 (0.8) ─┐ chips
//	chipB 0.3 (0.5) ─┴──▶ board ──▶ car ◀── steelco ◀── power ◀──▶ gas ◀── well (1.2)
//	pcbco ───────────────▶
//
// with what a supplier can deliver at most in brackets, and stocks at the
// customers: chips 30 days (rebuilt by up to 0.1 a day), pcb 10, boards 5, steel 20; gas
// at the power plant 3, power at the gas works 2, raw gas 4 (0.2).
const carWorks = `
	chipA   -> board:chip   share=0.7 max=0.8 buffer=30 refill=0.1
	chipB   -> board:chip   share=0.3 max=0.5
	pcbco   -> board:pcb    buffer=10
	board   -> car:board    buffer=5
	steelco -> car:steel    buffer=20
	gas     -> power:gas    buffer=3
	power   -> gas:power    buffer=2
	well    -> gas:well     max=1.2 buffer=4 refill=0.2
	power   -> steelco:power
`

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
	net := network(t, carWorks)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			courses(t, net, run(t, net, graph.Scenario{Cuts: test.cuts}), test.want)
		})
	}
}

// TestEarliestStopByHand shows as well that the label is no bound: with both chip makers gone
// the board stops on day 35 in truth, since chipB carries but half of the chips before.
func TestEarliestStopByHand(t *testing.T) {
	until := graph.Num
	tests := []struct {
		name, net string
		cuts      []graph.Cut
		want      map[string]float64
	}{
		{"a source is left", carWorks, []graph.Cut{{Target: "chipA"}}, map[string]float64{"chipA": 0}},
		{
			"none is left", carWorks,
			[]graph.Cut{{Target: "chipA"}, {Target: "chipB", From: 10}},
			map[string]float64{"chipA": 0, "chipB": 10, "board": 40, "car": 45},
		},
		{"a cycle goes down from outside", carWorks, []graph.Cut{{Target: "well"}}, map[string]float64{"well": 0, "gas": 4, "power": 7, "steelco": 7, "car": 27}},
		{"what ends or is partial does not count", carWorks, []graph.Cut{{Target: "well", Until: until(99)}, {Target: "pcbco", Left: 0.1}}, nil},
		{
			"a curve counts from where nothing is left for good", carWorks,
			[]graph.Cut{{Target: "pcbco", Curve: []graph.Step{{Day: 0, Left: 0}, {Day: 5, Left: 0.5}, {Day: 9, Left: 0}}}},
			map[string]float64{"pcbco": 9, "board": 19, "car": 24},
		},
		{
			"quorum, time on the way, finished stock, a cut row", `
			a -> p:x quorum=2 transit=1
			b -> p:x transit=9
			c -> p:x
			b stock=4`,
			[]graph.Cut{{Target: "b"}, {Supply: &graph.Supply{Supplier: "a", Customer: "p"}, From: 3}},
			map[string]float64{"b": 0, "p": 13},
		},
	}
	for _, test := range tests {
		net := network(t, test.net)
		plan, err := timeline.NewPlan(t.Context(), net, graph.Scenario{Cuts: test.cuts})
		if err != nil {
			t.Fatal(err)
		}
		days, err := timeline.EarliestStop(t.Context(), indextest.Compile(t, net), plan)
		if err != nil {
			t.Fatal(err)
		}
		for i, got := range days {
			want, stops := test.want[net.ID(graph.NodeID(i))]
			if !stops {
				want = math.Inf(1)
			}
			if got != want {
				t.Errorf("%s: %s stops on day %v, want %v", test.name, net.ID(graph.NodeID(i)), got, want)
			}
		}
	}
}
