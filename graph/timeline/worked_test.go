package timeline_test

import (
	"testing"

	"linestop/graph"
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
