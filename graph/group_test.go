package graph_test

import (
	"strings"
	"testing"

	"linestop/graph"
)

func TestGroups(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	for _, n := range []graph.Node{
		{ID: "holding"},
		{ID: "firm", Parent: "holding", Country: "NL"},
		{ID: "site", Parent: "firm", Country: "CN", PFail: graph.Num(0.5), Attrs: []graph.Attr{{Name: "Fab size", Value: "8"}}},
		{ID: "office", Parent: "holding", Country: "NL", Attrs: []graph.Attr{{Name: "Fab size", Value: "12"}}},
		{ID: "alone", PFail: graph.Num(0.5), Volume: graph.Num(137_000_000)},
	} {
		b.AddNode(n)
	}
	net := b.Build()
	for _, c := range []struct{ by, want string }{
		{"node", "holding: holding firm site office; firm: firm site; site: site; office: office; alone: alone"},
		{"parent", "holding: holding firm site office; firm: firm site; alone: alone"},
		{"country", "CN: site; NL: firm office"},
		{"Fab size", "12: office; 8: site"},
		{"p_fail", "0.5: site alone"},
		{"volume", "137000000: alone"},
	} {
		g, err := net.Groups(t.Context(), c.by)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for id := range graph.GroupID(g.Len()) {
			var text strings.Builder
			text.WriteString(g.Name(id) + ":")
			for _, i := range g.Nodes(id) {
				text.WriteString(" " + net.ID(i))
			}
			if head := g.Head(id); head != graph.None && net.ID(head) != g.Name(id) {
				t.Errorf("by %s: head of %s is %q", c.by, text.String(), net.ID(head))
			}
			all = append(all, text.String())
		}
		if got := strings.Join(all, "; "); got != c.want {
			t.Errorf("by %s: got %q, want %q", c.by, got, c.want)
		}
	}
	_, err := net.Groups(t.Context(), "contry")
	if want := `cannot group by "contry" (did you mean "country"?)`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if g, _ := net.Groups(t.Context(), "kind"); g.Len() != 0 {
		t.Errorf("%d groups of nothing", g.Len())
	}
}
