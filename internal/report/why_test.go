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
	if err := Write(&out, Why{Net: net, Impact: ask(t, net, "n0"), Node: last}, Text, false); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(out.String(), "\n"); lines > tall+10 {
		t.Errorf("%d lines", lines)
	}
	if want := "of them are not shown: -f json gives the whole proof"; !strings.Contains(out.String(), want) {
		t.Errorf("no line %q", want)
	}
}

func ask(t testing.TB, net *graph.Network, target string) *impact.Answer {
	t.Helper()
	ix, err := index.Compile(t.Context(), net)
	if err != nil {
		t.Fatal(err)
	}
	a, err := impact.Ask(t.Context(), ix, graph.Scenario{Cuts: []graph.Cut{{Target: target}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
