package graph_test

import (
	"math"
	"testing"

	"linestop/graph"
)

func TestNumber(t *testing.T) {
	tests := []struct {
		n    graph.Number
		text string
		or7  float64
	}{
		{graph.Number{}, "", 7},
		{graph.Number{Value: 3, Column: 4}, "", 7},
		{num(0), "0", 0},
		{num(0.1), "0.1", 0.1},
		{num(1e21), "1000000000000000000000", 1e21},
		{num(-2.5), "-2.5", -2.5},
		{num(math.Inf(1)), "+Inf", math.Inf(1)},
	}
	for _, c := range tests {
		if c.n.String() != c.text || c.n.Or(7) != c.or7 {
			t.Errorf("%#v is %q and %g, want %q and %g", c.n, c.n, c.n.Or(7), c.text, c.or7)
		}
	}
}

func TestPlace(t *testing.T) {
	places := []struct {
		graph.Place
		text string
	}{ // in order
		{graph.Place{}, ""},
		{graph.Place{File: "a.csv"}, "a.csv"},
		{graph.Place{File: "a.csv", Line: 2}, "a.csv:2"},
		{graph.Place{File: "a.csv", Line: 2, Column: 9}, "a.csv:2:9"},
		{graph.Place{File: "a.csv", Line: 10, Column: 1}, "a.csv:10:1"},
		{graph.Place{File: "b.csv", Line: 1, Column: 1}, "b.csv:1:1"},
	}
	for i, p := range places {
		if p.String() != p.text {
			t.Errorf("%#v is %q, want %q", p.Place, p, p.text)
		}
		for j, q := range places {
			if got := p.Compare(q.Place); got != max(-1, min(1, i-j)) {
				t.Errorf("%q against %q: %d", p, q, got)
			}
		}
	}
}

func TestWords(t *testing.T) {
	for want, word := range map[string]interface{ String() string }{
		"critical": graph.Critical, "degrading": graph.Degrading, "optional": graph.Optional, "capital": graph.Capital,
		"": graph.Unmarked, "true": graph.Yes, "false": graph.No,
		"error": graph.Error, "warning": graph.Warning,
		"add": graph.Add, "remove": graph.Remove, "set": graph.Set,
	} {
		if word.String() != want {
			t.Errorf("%#v is %q, want %q", word, word, want)
		}
	}
	for _, l := range []graph.Level{graph.Critical, graph.Degrading, graph.Optional, graph.Capital} {
		if got, err := graph.ParseLevel(l.String()); got != l || err != nil {
			t.Errorf("ParseLevel(%q) = %v, %v", l, got, err)
		}
	}
	_, err := graph.ParseLevel("Critical")
	if want := `level "Critical" is none of critical, degrading, optional, capital`; err == nil || err.Error() != want {
		t.Errorf("got error %v, want %s", err, want)
	}
}

func TestConfidence(t *testing.T) {
	for text, want := range map[string]float64{"": 1, "reported": 0.9, "inferred": 0.6, "assumed": 0.3, "0": 0, "0.25": 0.25, "1": 1, "1e-2": 0.01} {
		got, err := graph.ParseConfidence(text)
		if err != nil || string(got) != text || got.Value() != want {
			t.Errorf("confidence %q is %q, %g, %v, want %g", text, got, got.Value(), err, want)
		}
	}
	for _, text := range []string{"Reported", "-0.1", "1.1", "NaN", "Inf", "50%", " "} {
		if got, err := graph.ParseConfidence(text); err == nil || got != "" {
			t.Errorf("confidence %q is %q, %v", text, got, err)
		}
	}
}

func TestLabel(t *testing.T) {
	if got := (graph.Node{ID: "a", Name: "A"}).Label(); got != "A" {
		t.Errorf("got %q", got)
	}
	if got := (graph.Node{ID: "a"}).Label(); got != "a" {
		t.Errorf("got %q", got)
	}
}

func TestProblem(t *testing.T) {
	p := graph.Problem{Severity: graph.Warning, Place: graph.Place{File: "a.csv", Line: 2, Column: 9}, Message: "odd"}
	if got := p.String(); got != "a.csv:2:9: warning: odd" {
		t.Errorf("got %q", got)
	}
	if got := (graph.Problem{Message: "bad"}).String(); got != "error: bad" {
		t.Errorf("got %q", got)
	}
}
