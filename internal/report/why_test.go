package report

import (
	"fmt"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/impact"
	"linestop/graph/index"
)

// TestWhyOfADeepChain writes the proof of a chain of tiers that nobody would read
// to its end.
func TestWhyOfADeepChain(t *testing.T) {
	const tiers = 20_000
	b := graph.NewBuilder(graph.Info{Name: "chain"})
	for i := range tiers {
		b.AddSource(graph.Source{Supplier: fmt.Sprint("n", i), Customer: fmt.Sprint("n", i+1)})
	}
	net := b.Build()
	last, _ := net.Lookup(fmt.Sprint("n", tiers))
	var out strings.Builder
	if err := Write(&out, Why{Net: net, Impact: ask(t, net, graph.Cut{Target: "n0"}), Node: last}, Text, false); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(out.String(), "\n"); lines > tall+10 {
		t.Errorf("%d lines", lines)
	}
	if want := "of them are not shown: -f json gives the whole proof"; !strings.Contains(out.String(), want) {
		t.Errorf("no line %q", want)
	}
}

func ask(t testing.TB, net *graph.Network, c graph.Cut) *impact.Answer {
	t.Helper()
	ix, err := index.Compile(t.Context(), net)
	if err != nil {
		t.Fatal(err)
	}
	a, err := impact.Ask(t.Context(), ix, graph.Scenario{Cuts: []graph.Cut{c}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestWhyOfAWideNode stops listing what a running node has too much of.
func TestWhyOfAWideNode(t *testing.T) {
	for name, test := range map[string]struct {
		need func(i int) string
		want string
		head string
	}{
		"sources": {func(int) string { return "bolts" }, "   └─ and 602 more sources: -f json gives every one\n", "needs bolts from any of 1,001 sources"},
		"needs":   {func(i int) string { return fmt.Sprint("need ", i) }, "... and 801 more needs: -f json gives every one\n", "needs need 0, which has one source"},
	} {
		b := graph.NewBuilder(graph.Info{Name: "wide"})
		for i := range 1001 {
			b.AddSource(graph.Source{Supplier: fmt.Sprint("n", i), Customer: "hub", Need: test.need(i)})
		}
		net := b.Build()
		hub, _ := net.Lookup("hub")
		var out strings.Builder
		if err := Write(&out, Why{Net: net, Impact: ask(t, net, graph.Cut{Supply: &graph.Supply{Supplier: "n1", Customer: "hub"}, Left: 0.5}), Node: hub}, Text, false); err != nil {
			t.Fatal(err)
		}
		text := out.String()
		if lines := strings.Count(text, "\n"); lines > tall+10 || !strings.Contains(text, test.want) || !strings.Contains(text, test.head) {
			t.Errorf("%s: %d lines, no line %q:\n%s", name, lines, test.want, text[max(0, len(text)-300):])
		}
	}
}
