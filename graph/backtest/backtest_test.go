package backtest_test

import (
	"testing"

	"linestop/graph"
	"linestop/graph/backtest"
	"linestop/graph/timeline"
)

// course runs at half from day 10, stands from day 20 and is back on day 40.
var course = timeline.Course{
	Steps:     []timeline.Step{{Day: 10, Level: 0.5}, {Day: 20, Level: 0}, {Day: 40, Level: 1}},
	FirstLoss: graph.Num(10), Stop: graph.Num(20), Restart: graph.Num(40), LostDays: 25,
}

func TestVerdicts(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "a", Customer: "p"})
	net := b.Build()
	day := graph.Num
	var open graph.Number
	for _, test := range []struct {
		name               string
		expect             graph.Expectation
		verdict, predicted string
		dayError, back     graph.Number
		overstated         bool
	}{
		{"a stop on its day", graph.Expectation{Effect: "stop", From: day(20), Until: day(39)}, "hit", "stop", day(0), day(0), false},
		{"a stop five days early", graph.Expectation{Effect: "stop", From: day(25)}, "hit", "stop", day(-5), open, false},
		{"a stop that was over by then", graph.Expectation{Effect: "stop", From: day(1), Until: day(19)}, "miss", "reduce", day(19), day(20), false},
		{"a stop on its last day", graph.Expectation{Effect: "stop", From: day(1), Until: day(20)}, "hit", "stop", day(19), day(19), false},
		{"a stop after it was back", graph.Expectation{Effect: "stop", From: day(40)}, "miss", "none", day(-20), open, false},
		{"a stop whose day is not known", graph.Expectation{Effect: "stop"}, "hit", "stop", open, open, false},
		{"reduced", graph.Expectation{Effect: "reduce", From: day(12), Until: day(15)}, "hit", "reduce", day(-2), day(24), false},
		{"reduced, but a stop predicted", graph.Expectation{Effect: "reduce", From: day(12)}, "hit", "stop", day(-2), open, true},
		{"none until it came", graph.Expectation{Effect: "none", Through: day(9)}, "correct_none", "none", open, open, false},
		{"none on the day it came", graph.Expectation{Effect: "none", Through: day(10)}, "false_alarm", "reduce", open, open, false},
		{"none ever", graph.Expectation{Effect: "none"}, "false_alarm", "stop", open, open, false},
	} {
		test.expect.Node = "p"
		rows, err := backtest.Score(net, graph.Scenario{Horizon: 100, Expect: []graph.Expectation{test.expect}},
			func(graph.NodeID) timeline.Course { return course })
		if err != nil {
			t.Fatal(err)
		}
		r := rows[0]
		if r.Verdict.String() != test.verdict || r.Predicted.String() != test.predicted || r.DayError != test.dayError || r.BackError != test.back || r.Overstated != test.overstated {
			t.Errorf("%s: %s, predicted %s, off by %v and %v days, overstated %v", test.name, r.Verdict, r.Predicted, r.DayError, r.BackError, r.Overstated)
		}
	}
}

func TestSummary(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	for _, id := range []string{"hit", "early", "missed", "quiet", "alarm", "input"} {
		b.AddSource(graph.Source{Supplier: "a", Customer: id})
	}
	net := b.Build()
	stopped := map[string]bool{"hit": true, "early": true, "alarm": true, "input": true}
	s := graph.Scenario{Horizon: 100, Expect: []graph.Expectation{
		{Node: "hit", Effect: "stop", From: graph.Num(22), Until: graph.Num(29), Use: "test"},
		{Node: "early", Effect: "stop", From: graph.Num(30), Use: "test"},
		{Node: "missed", Effect: "stop", From: graph.Num(20), Use: "test"},
		{Node: "quiet", Effect: "none", Use: "control"},
		{Node: "alarm", Effect: "none", Use: "control"},
		{Node: "input", Effect: "none", Use: "calibrate"},
		{Node: "missed", Effect: "stop", Use: "partial"},
	}}
	rows, err := backtest.Score(net, s, func(i graph.NodeID) timeline.Course {
		if stopped[net.ID(i)] {
			return course
		}
		return timeline.Course{}
	})
	if err != nil {
		t.Fatal(err)
	}
	want := backtest.Summary{Hits: 2, Misses: 1, FalseAlarms: 1, CorrectNones: 1, DayError: graph.Num(6), BackError: graph.Num(10)}
	if rows[0].NeverBack() {
		t.Error("what is back is never back")
	}
	if got := backtest.Summarize(rows); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestUnknownNodes(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "a", Customer: "p"})
	_, err := backtest.Score(b.Build(), graph.Scenario{Expect: []graph.Expectation{
		{Node: "q", Effect: "stop", Place: graph.Place{File: "s.yaml", Line: 3, Column: 5}},
		{Node: "r", Effect: "stop"},
	}}, func(graph.NodeID) timeline.Course { return timeline.Course{} })
	const want = "s.yaml:3:5: node \"q\" is not in the data\nnode \"r\" is not in the data"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}
