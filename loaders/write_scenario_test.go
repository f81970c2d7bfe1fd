package loaders_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"linestop/examples"
	"linestop/graph"
	"linestop/loaders"
)

// TestWriteScenario reads again what was written.
func TestWriteScenario(t *testing.T) {
	odd := `name: "a: b"
description: "# no comment\n- \"no list\""
changes:
  - set: {customer: "no", need: "1e3: {x}", confidence: 1, note: "'", buffer_days: 3..9}
  - add: {id: "~", name: 二, product: false, as_of: "2025", volume: 0.25}
`
	texts := []string{full, odd}
	for ref := range examples.All() {
		files, err := loaders.ScenarioFiles(t.Context(), "example:"+ref, loaders.Options{Examples: examples.FS()})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			texts = append(texts, string(f.Text))
		}
	}
	for _, text := range texts {
		want := readScenario(t, text)
		var written bytes.Buffer
		if err := loaders.WriteScenario(&written, want); err != nil {
			t.Fatal(err)
		}
		if got := readScenario(t, written.String()); !reflect.DeepEqual(got, want) {
			t.Errorf("%s\nis read as\n%+v, want\n%+v", &written, got, want)
		}
	}
}

// readScenario reads a sound scenario, without places.
func readScenario(t *testing.T, text string) graph.Scenario {
	t.Helper()
	s, problems := loaders.ReadScenario(t.Context(), "s.yaml", strings.NewReader(text), loaders.Options{})
	if problems.Errors() > 0 {
		t.Fatalf("%v in\n%s", problems, text)
	}
	s.Place, s.Description = graph.Place{}, strings.TrimSpace(s.Description)
	for i := range s.Cuts {
		s.Cuts[i].Place = graph.Place{}
	}
	for i := range s.Changes {
		c := &s.Changes[i]
		c.Place, c.Source.Place = graph.Place{}, graph.Place{}
		if c.Node != nil {
			c.Node.Place = graph.Place{}
		}
	}
	for i := range s.Expect {
		s.Expect[i].Place = graph.Place{}
	}
	return s
}
