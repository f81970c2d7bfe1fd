package loaders

import (
	"cmp"
	"context"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

// ReadScenario reads a scenario from YAML or JSON. The name is for messages,
// and gives the scenario its name if it states none. With an error among the
// problems the scenario must not be used.
func ReadScenario(ctx context.Context, name string, r io.Reader, opts Options) (graph.Scenario, graph.Problems) {
	l, err := newLoad(ctx, name, opts)
	if err == nil {
		var text []byte
		if text, err = l.smallText(name, r); err == nil {
			s, problems := readScenario(name, text)
			return s, append(l.early, problems...)
		}
	}
	return graph.Scenario{}, append(l.early, problemOf(err))
}

// scenarioReader reads one scenario.
type scenarioReader struct {
	*document
	start    time.Time
	badStart bool // there is one, but no date
}

func readScenario(name string, text []byte) (graph.Scenario, graph.Problems) {
	r := scenarioReader{document: parse(name, text)}
	s := graph.Scenario{Place: graph.Place{File: name, Line: 1}}
	switch {
	case r.root != nil:
		r.read(&s)
	case r.problems == nil:
		r.report(&yaml.Node{}, "missing-key", "the scenario is empty")
	}
	if s.Name == "" {
		s.Name = stem(name)
	}
	slices.SortStableFunc(r.problems, func(p, q graph.Problem) int { return p.Place.Compare(q.Place) })
	return s, r.problems
}

// stem is a file's name without folders and extension.
func stem(name string) string {
	base := path.Base(name)
	return strings.TrimSuffix(base, path.Ext(base))
}

func (r *scenarioReader) read(s *graph.Scenario) {
	o := r.object(r.root, "the scenario", "name title description start horizon cuts changes expect")
	s.Place = r.place(r.root)
	s.Name, s.Title, s.Description = o.text("name"), o.text("title"), o.text("description")
	r.readStart(o)
	s.Start = r.start
	horizon := o.days("horizon")
	if horizon.Given && horizon.Value == 0 {
		r.report(o.values["horizon"], "out-of-range", "horizon 0 leaves no day to follow")
	}
	s.Horizon = horizon.Value
	for i, node := range o.list("cuts") {
		s.Cuts = append(s.Cuts, r.cut(node, i+1))
	}
	for i, node := range o.list("changes") {
		s.Changes = append(s.Changes, r.change(node, i+1))
	}
	if r.root.Kind == yaml.MappingNode && !o.has("cuts") && !o.has("changes") {
		r.report(r.root, "missing-key", "the scenario has neither cuts nor changes")
	}
	for i, node := range o.list("expect") {
		s.Expect = append(s.Expect, r.expectation(node, i+1))
	}
	if r.problems == nil {
		r.takesSomething(o, s)
	}
}

// takesSomething finds that nothing would happen, or only after all is over. Where
// it is said what to expect, that is meant: a threat that was not carried out.
func (r *scenarioReader) takesSomething(o object, s *graph.Scenario) {
	if len(s.Changes)+len(s.Expect) == 0 && !slices.ContainsFunc(s.Cuts, func(c graph.Cut) bool { return !c.Idle() }) {
		r.report(o.values["cuts"], "no-cut", "the scenario cuts nothing")
	}
	horizon := cmp.Or(s.Horizon, graph.DefaultHorizon)
	for i, c := range s.Cuts {
		if c.From >= horizon {
			r.report(o.list("cuts")[i], "out-of-range", "cut %d begins on day %v, and the scenario ends on day %v: set its horizon", i+1, c.From, horizon)
		}
	}
}

const date = time.DateOnly

func (r *scenarioReader) readStart(o object) {
	text := o.text("start")
	if text == "" {
		return
	}
	var err error
	if r.start, err = time.Parse(date, text); err != nil {
		r.badStart = true
		r.report(o.values["start"], "date", "start %q is no date such as 2025-10-28", text)
	}
}
