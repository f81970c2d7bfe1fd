package report

import (
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/survive"
)

// TestSurviveIsCutShort says which nodes were not followed to the horizon.
func TestSurviveIsCutShort(t *testing.T) {
	b := graph.NewBuilder(graph.Info{Name: "ring"})
	for _, r := range []graph.Source{{Supplier: "a", Customer: "b"}, {Supplier: "b", Customer: "a"}, {Supplier: "b", Customer: "p"}} {
		b.AddSource(r)
	}
	net := b.Build()
	id := func(id string) graph.NodeID { i, _ := net.Lookup(id); return i }
	whole := survive.Loss{Node: id("b"), Until: 365, Products: 1, Lasts: []survive.Last{{Product: id("p"), Days: 2}}}
	short := survive.Loss{Node: id("a"), Until: 41.5}
	for want, losses := range map[string][]survive.Loss{
		"limit: there were too many events to follow beyond day 41.5 without a\n":                                      {whole, short},
		"limit: there were too many events to follow beyond day 41.5 without a, nor to the end without 1 other node\n": {{Node: id("b"), Until: 60}, short},
	} {
		var out strings.Builder
		if err := Write(&out, Survive{Net: net, Horizon: 365, Losses: losses}, Text, false); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(out.String(), want) || !strings.Contains(out.String(), "\n  a        none known") {
			t.Errorf("got\n%s\nwant in the end\n%s", out.String(), want)
		}
	}
	var out strings.Builder
	if err := Write(&out, Survive{Net: net, Horizon: 365, Losses: []survive.Loss{whole, short}}, JSON, false); err != nil {
		t.Fatal(err)
	}
	if strings.Count(out.String(), "followed_to_day") != 1 || !strings.Contains(out.String(), `"followed_to_day": 41.5`) {
		t.Error(out.String())
	}
}
