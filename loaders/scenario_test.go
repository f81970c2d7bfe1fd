package loaders_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"linestop/graph"
	"linestop/loaders"
)

// full has every key of the format.
const full = `name: wafer-stop
title: Wafers stop
description: |
  What is known of it.
start: 2025-10-26
horizon: 120
cuts:
  - supply: {supplier: hamburg, customer: dongguan, need: wafers}
  - target: 0123
    left: 40%
    from: 2025-10-28
    until: 2025-12-01
  - where: country == "CN" && kind == "assembly"
    delay: 45
    from: 7
  - target: no
    curve: {0: 0.52, 27.5: 24%, 58: 1}
changes:
  - add: {supplier: onsemi, customer: braga, need: transistors, max_share: 50%, switch_days: 90}
  - add: {id: spare, kind: plant, product: no}
  - set: {customer: braga, need: transistors, buffer_days: 30, level: degrading}
  - remove: {id: old}
expect:
  - {node: celaya, effect: stop, from: 2025-10-28, until: 2025-11-18, use: partial, evidence: "https://example.com/a"}
  - {node: wolfsburg, effect: none, through: 2025-11-18}
`

func at(line, column int) graph.Place { return graph.Place{File: "s.yaml", Line: line, Column: column} }

func fullScenario() graph.Scenario {
	return graph.Scenario{
		Name: "wafer-stop", Title: "Wafers stop", Description: "What is known of it.",
		Start: time.Date(2025, 10, 26, 0, 0, 0, 0, time.UTC), Horizon: 120,
		Cuts: []graph.Cut{
			{Supply: &graph.Supply{Supplier: "hamburg", Customer: "dongguan", Need: "wafers"}, Place: at(8, 5)},
			{Target: "0123", Left: 0.4, From: 2, Until: graph.Num(36), Place: at(9, 5)},
			{Where: `country == "CN" && kind == "assembly"`, Delay: graph.Num(45), From: 7, Place: at(13, 5)},
			{Target: "no", Curve: []graph.Step{{Day: 0, Left: 0.52}, {Day: 27.5, Left: 0.24}, {Day: 58, Left: 1}}, Place: at(16, 5)},
		},
		Changes: []graph.Change{
			{Action: graph.Add, Source: graph.Source{
				Supplier: "onsemi", Customer: "braga", Need: "transistors",
				MaxShare: graph.Num(0.5), SwitchDays: graph.Num(90), Place: at(19, 10),
			}, Place: at(19, 5)},
			{Action: graph.Add, Node: &graph.Node{ID: "spare", Kind: "plant", Product: graph.No, Place: at(20, 10)}, Place: at(20, 5)},
			{Action: graph.Set, Source: graph.Source{Customer: "braga", Need: "transistors", BufferDays: graph.Num(30), Level: "degrading", Place: at(21, 10)}, Place: at(21, 5)},
			{Action: graph.Remove, Node: &graph.Node{ID: "old", Place: at(22, 13)}, Place: at(22, 5)},
		},
		Expect: []graph.Expectation{
			{Node: "celaya", Effect: "stop", From: graph.Num(2), Until: graph.Num(23), Use: "partial", Evidence: "https://example.com/a", Place: at(24, 5)},
			{Node: "wolfsburg", Effect: "none", Through: graph.Num(23), Use: "test", Place: at(25, 5)},
		},
		Place: at(1, 1),
	}
}

func TestReadsScenario(t *testing.T) {
	got, problems := loaders.ReadScenario(t.Context(), "s.yaml", strings.NewReader(full), loaders.Options{})
	if len(problems) > 0 {
		t.Error(list(problems))
	}
	if want := fullScenario(); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// Days are counted by the calendar, however far away: a time.Duration would end
// after 292 years.
func TestDistantDates(t *testing.T) {
	const text = "start: 2025-01-01\ncuts: [{target: a, until: 9999-12-31}]\n"
	s, problems := loaders.ReadScenario(t.Context(), "s.yaml", strings.NewReader(text), loaders.Options{})
	if len(problems) > 0 {
		t.Fatal(list(problems))
	}
	if until := s.Cuts[0].Until.Value; s.Start.AddDate(0, 0, int(until)).Format(time.DateOnly) != "9999-12-31" {
		t.Errorf("until day %v", until)
	}
}

func TestReadsScenarioFromJSON(t *testing.T) {
	const text = `{
	"start": "2025-10-26",
	"cuts": [{"target": "\u00e9", "left": 0.4, "from": "2025-10-28", "until": null}]
}`
	got, problems := loaders.ReadScenario(t.Context(), "folder/s.yaml", strings.NewReader(text), loaders.Options{})
	if len(problems) > 0 {
		t.Error(list(problems))
	}
	place := func(line, column int) graph.Place {
		return graph.Place{File: "folder/s.yaml", Line: line, Column: column}
	}
	want := graph.Scenario{
		Name: "s", Start: time.Date(2025, 10, 26, 0, 0, 0, 0, time.UTC),
		Cuts:  []graph.Cut{{Target: "é", Left: 0.4, From: 2, Place: place(3, 11)}},
		Place: place(1, 1),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestScenarios(t *testing.T) {
	folder := tiny.onDisk(t)
	opts := loaders.Options{Examples: tiny.examples("tiny")}
	for ref, want := range map[string][]string{
		folder:                                {"high-water", "storm"},
		filepath.Join(folder, "supplies.csv"): {"high-water", "storm"},
		"example:tiny":                        {"high-water", "storm"},
		"-":                                   nil,
	} {
		found, problems, err := loaders.Scenarios(t.Context(), ref, opts)
		if err != nil || len(problems) > 0 {
			t.Fatal(ref, err, list(problems))
		}
		var names []string
		for _, s := range found {
			names = append(names, s.Name)
		}
		if !reflect.DeepEqual(names, want) {
			t.Errorf("%s: %q", ref, names)
		}
	}
}

func TestFindsScenario(t *testing.T) {
	folder := tiny.onDisk(t)
	opts := loaders.Options{Examples: tiny.examples("tiny")}
	for _, test := range []struct{ ref, name, want string }{
		{folder, "storm", folder + "/scenarios/storm.yaml"},
		{folder, "flood", folder + "/scenarios/flood.json"},
		{folder, "high-water", folder + "/scenarios/flood.json"},
		{"-", folder + "/scenarios/storm.yaml", folder + "/scenarios/storm.yaml"},
		{folder, "tiny/storm", "example:tiny/scenarios/storm.yaml"},
		{folder, "example:tiny/storm", "example:tiny/scenarios/storm.yaml"},
	} {
		s, problems, err := loaders.FindScenario(t.Context(), test.ref, test.name, opts)
		if err != nil || len(problems) > 0 {
			t.Fatal(test, err, list(problems))
		}
		if s.Place.File != test.want {
			t.Errorf("%s of %s: %s", test.name, test.ref, s.Place.File)
		}
	}
}
