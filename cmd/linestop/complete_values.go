package main

import (
	"context"
	"os"
	"slices"
	"strings"
	"time"

	"linestop/examples"
	"linestop/graph"
	"linestop/graph/esri"
	"linestop/graph/impact"
	"linestop/internal/report"
	"linestop/loaders"
)

// patience is how long a completion may read data: nobody waits longer for a tab.
const patience = time.Second

// choices are the values of flags that have a few, by verb and flag.
var choices = map[string][]string{
	"cut only":      {"products"},
	"cut fail-on":   {"broken", "reduced"},
	"check fail-on": {"warning"},
	"diff only":     {"products"},
	"diff fail-on":  {"worse"},
	"spof fail-on":  {"any"},
	"harden change": {"confirm", "source", "quorum", "new_source", "buffer", "switch", "recovery"},
	"cutsets order": {"all"},
	"draw as":       {"gantt", "output"},
	"draw collapse": {"parent", "country", "tier"},
	"draw cluster":  {"parent", "country", "tier", "none"},
	"rank by":       {"products_broken", "broken", "volume", "output", byESRI},
	"sweep rank by": {"products_broken", "broken", "volume", "output"},
	"rank inputs":   {string(esri.AllEssential), string(esri.AllLinear)},
}

// arguments lists what may come next that is no flag. Where files do, the shell
// knows better.
func (t typed) arguments() []string {
	switch verb := t.verb.Name; {
	case verb == "cut", verb == "simulate", verb == "sweep simulate", verb == "survive", (verb == "why" || verb == "trace") && len(t.args) == 0:
		return t.ids()
	case verb == "spof", verb == "harden", verb == "cutsets" && len(t.args) == 0:
		return t.products()
	case verb == "backtest" && len(t.args) == 0:
		return append(t.scenarios(), "all")
	case verb == "diff" && len(t.args) < 2:
		return slices.Concat(t.scenarios(), []string{noScenario}, exampleRefs())
	case (verb == "check" || verb == "convert" || verb == "compile") && len(t.args) == 0:
		return exampleRefs()
	case verb == "examples" && len(t.args) == 0:
		return examples.Names()
	case verb == "completion" && len(t.args) == 0:
		return shells()
	}
	return nil
}

// values lists what a flag may be set to. last is what has been typed of it.
func (t typed) values(flag, last string) []string {
	if few, ok := choices[t.verb.Name+" "+flag]; ok {
		return slices.Clone(few)
	}
	switch flag {
	case "cut", "cut-set", "around":
		return t.ids()
	case "of":
		return t.products()
	case "supply":
		return t.supplies(last)
	case "to":
		if t.verb.Name == "convert" {
			return strings.Split(formatNames(), ", ")
		}
		return t.ids()
	case "by", "each":
		return t.groupings()
	case "reading":
		return readingNames()
	case "data":
		return exampleRefs()
	case "scenario":
		return t.scenarios()
	case "format":
		if t.verb.Name == "draw" && t.flags["as"] == nil {
			return pictureFormats()
		}
		switch t.verb.Name {
		case "draw":
			return chartFormats()
		case "rank", "merge":
			return rankFormats()
		}
		return answerFormats()
	}
	return nil
}

func readingNames() []string {
	var names []string
	for _, r := range impact.Readings() {
		names = append(names, string(r))
	}
	return names
}

func answerFormats() []string {
	var names []string
	for _, f := range report.Formats {
		names = append(names, string(f.Format))
	}
	return names
}

func exampleRefs() []string {
	var refs []string
	for name := range examples.All() {
		refs = append(refs, "example:"+name)
	}
	return refs
}

// ids lists the nodes of the data.
func (t typed) ids() (list []string) {
	t.look(func(_ context.Context, net *graph.Network) {
		for i := range net.NumNodes() {
			list = append(list, net.ID(graph.NodeID(i)))
		}
	})
	slices.Sort(list)
	return list
}

// products lists the products of the data.
func (t typed) products() (list []string) {
	t.look(func(_ context.Context, net *graph.Network) {
		for _, i := range net.Products() {
			list = append(list, net.ID(i))
		}
	})
	slices.Sort(list)
	return list
}

// groupings lists by what nodes may be lost at once.
func (t typed) groupings() (list []string) {
	t.look(func(_ context.Context, net *graph.Network) { list = append(net.Fields(), "node") })
	slices.Sort(list)
	return list
}

// supplies lists who supplies whom in the data and, once that has been typed,
// with what.
func (t typed) supplies(last string) (list []string) {
	t.look(func(ctx context.Context, net *graph.Network) {
		for row := range graph.Each(ctx, graph.SourceID(net.NumSources())) {
			supplier, customer := net.Ends(row)
			s := graph.Supply{Supplier: net.ID(supplier), Customer: net.ID(customer)}
			if pair := s.String(); len(last) > len(pair) && strings.HasPrefix(last, pair) {
				s.Need = net.Source(row).Need
			}
			list = append(list, s.String())
		}
	})
	slices.Sort(list)
	return slices.Compact(list)
}

// scenarios lists the scenarios of the data and, if no data has been named, of
// all examples.
func (t typed) scenarios() []string {
	var names []string
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	scenarios, _, _ := loaders.Scenarios(ctx, t.data(), t.options()) // what cannot be read is not offered
	for _, s := range scenarios {
		names = append(names, s.Name)
	}
	if t.flags["data"] == nil && os.Getenv(dataVariable) == "" {
		for example := range examples.All() {
			for _, s := range scenarioNames(example) {
				names = append(names, example+"/"+s)
			}
		}
	}
	return names
}

// look reads the data that the words name, if that can be done in time.
func (t typed) look(at func(context.Context, *graph.Network)) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if net, err := loaders.Open(ctx, t.data(), t.options()); err == nil {
		at(ctx, net)
	}
}

// data is what --data will be: see dataFlags and loadScenario.
func (t typed) data() string {
	if refs := t.flags["data"]; refs != nil {
		return refs[len(refs)-1]
	}
	if ref := os.Getenv(dataVariable); ref != "" {
		return ref
	}
	if names := t.flags["scenario"]; names != nil {
		if example, _, ok := strings.Cut(names[len(names)-1], "/"); ok && isExample(example) {
			return "example:" + example
		}
	}
	return defaultData
}

func (t typed) options() loaders.Options {
	opts := loaders.Options{Examples: examples.FS(), Columns: map[string]string{}}
	for _, pair := range t.flags["columns"] {
		ours, theirs, _ := strings.Cut(pair, "=")
		opts.Columns[ours] = theirs
	}
	return opts
}
