package report

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"linestop/graph"
	"linestop/graph/impact"
	"linestop/internal/indextest"
)

// TestWhyOfADeepChain writes the proof of a chain of tiers that nobody would read
// to its end.
func TestWhyOfADeepChain(t *testing.T) {
	text := whyChain(t, 20_000)
	if lines := strings.Count(text, "\n"); lines > tall+10 {
		t.Errorf("%d lines", lines)
	}
	if want := "of them are not shown: -f json gives the whole proof"; !strings.Contains(text, want) {
		t.Errorf("no line %q", want)
	}
	for line := range strings.Lines(text) {
		if width := utf8.RuneCountInString(line); width > 120 {
			t.Fatalf("a line of %d letters: %s", width, line)
		}
	}
}

// TestWhyGoesOnBelow: what is too deep to be indented stands at the margin.
func TestWhyGoesOnBelow(t *testing.T) {
	text := whyChain(t, deep+2)
	want := strings.Repeat(" ", 6*deep-3) + `└─ n2 breaks (see below)

n2 breaks
└─ needs n1, which has one source:
   └─ n1 breaks
      └─ needs n0, which has one source:
         └─ n0 is cut

reading: structure, 15 failures in the proof, each explained by earlier ones
`
	if !strings.HasSuffix(text, want) {
		t.Errorf("got\n%s\nwant at its end\n%s", text, want)
	}
}

// whyChain asks why the last of a chain breaks if n0, so many tiers above it, is cut.
func whyChain(t *testing.T, tiers int) string {
	t.Helper()
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
	return out.String()
}

func ask(t testing.TB, net *graph.Network, c graph.Cut) *impact.Answer {
	t.Helper()
	ix := indextest.Compile(t, net)
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
