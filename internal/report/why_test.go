package report

import (
	"fmt"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
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
	set, err := cut.NewSet(net, []graph.Cut{{Target: "n0"}})
	if err != nil {
		t.Fatal(err)
	}
	last, _ := net.Lookup(fmt.Sprint("n", tiers))
	var out strings.Builder
	if err := Write(&out, Why{Net: net, Result: cut.Run(index.Compile(net), set), Node: last}, Text, false); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(out.String(), "\n"); lines > tall+10 {
		t.Errorf("%d lines", lines)
	}
	if want := "of them are not shown: -f json gives the whole proof"; !strings.Contains(out.String(), want) {
		t.Errorf("no line %q", want)
	}
}
