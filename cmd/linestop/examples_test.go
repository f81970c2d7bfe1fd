package main

import (
	"bytes"
	"strings"
	"testing"

	"linestop/examples"
	"linestop/graph"
	"linestop/loaders"
)

// TestExamplesAreSound checks every data set without a word of warning, and runs
// its scenarios.
func TestExamplesAreSound(t *testing.T) {
	for name := range examples.All() {
		t.Run(name, func(t *testing.T) {
			try := func(args ...string) {
				var out, errs bytes.Buffer
				if code := run(args, strings.NewReader(""), &out, &errs); code != 0 {
					t.Errorf("linestop %s: exit %d: %s%s", strings.Join(args, " "), code, &out, &errs)
				}
			}
			try("check", "example:"+name, "--fail-on", "warning")
			for _, s := range scenarios(t, name) {
				if len(s.Cuts) > 0 {
					try("cut", "--scenario", s.Name, "--data", "example:"+name)
				}
				try("diff", "none", s.Name, "--data", "example:"+name)
			}
		})
	}
}

// TestExamplesAreSourced holds every row of the examples, but for the toys, to its
// sources: it says how far it is to be believed, what is reported names a page,
// and so does every outcome.
func TestExamplesAreSourced(t *testing.T) {
	for name := range examples.All() {
		if name == "hello" || name == "payments" {
			continue
		}
		net, err := loaders.Open(t.Context(), "example:"+name, loaders.Options{Examples: examples.FS()})
		if err != nil {
			t.Fatal(err)
		}
		sourced := func(c graph.Confidence, evidence string, at graph.Place) {
			if c == "" || c == graph.Reported && !strings.Contains(evidence, "://") {
				t.Errorf("%s: confidence %q, evidence %q", at, c, evidence)
			}
		}
		for i := range graph.NodeID(net.NumNodes()) {
			node := net.Node(i)
			sourced(node.Confidence, node.Evidence, node.Place)
		}
		for i := range graph.SourceID(net.NumSources()) {
			source := net.Source(i)
			sourced(source.Confidence, source.Evidence, source.Place)
		}
		for _, s := range scenarios(t, name) {
			for _, e := range s.Expect {
				if !strings.Contains(e.Evidence, "://") {
					t.Errorf("%s: an outcome without a page", e.Place)
				}
			}
		}
	}
}

func scenarios(t *testing.T, example string) []graph.Scenario {
	list, problems, err := loaders.Scenarios(t.Context(), "example:"+example, loaders.Options{Examples: examples.FS()})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return list
}
