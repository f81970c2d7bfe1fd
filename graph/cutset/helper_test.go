package cutset_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/internal/reference"
)

func grouped(t testing.TB, net *graph.Network, by string) *graph.Groups {
	t.Helper()
	groups, err := net.Groups(t.Context(), by)
	if err != nil {
		t.Fatal(err)
	}
	return groups
}

// twin breaks products by the definitions.
type twin struct {
	net      *graph.Network
	groups   *graph.Groups
	outcomes reference.Outcomes
	o        cutset.Options
}

func newTwin(t testing.TB, net *graph.Network, by string) twin {
	t.Helper()
	w := twin{net: net, groups: grouped(t, net, by), outcomes: reference.AllOutcomes(net)}
	w.o.Groups = w.groups
	return w
}

// breaks says whether the loss of groups, a bit for each, breaks a product that is not
// lost itself.
func (w twin) breaks(product graph.NodeID, set uint) bool {
	lost := 0
	for g := range graph.GroupID(w.groups.Len()) {
		for _, i := range w.groups.Nodes(g) {
			if set>>g&1 == 1 && i != product && (w.o.MayFail == nil || w.o.MayFail(i)) {
				lost |= 1 << i
			}
		}
	}
	broken := w.outcomes.Possible
	if w.o.Sure {
		broken = w.outcomes.Sure
	}
	return broken[lost]>>product&1 == 1
}

// asked draws options: groups, nodes that may fail, either world.
func asked(t testing.TB, rng *rand.Rand, net *graph.Network) twin {
	w := newTwin(t, net, []string{"node", "node", "parent", "country", "colour"}[rng.IntN(5)])
	w.o.Sure = rng.IntN(2) == 0
	if rng.IntN(2) == 0 {
		w.o.MayFail = func(i graph.NodeID) bool { return i%5 != 0 }
	}
	return w
}

// coloured gives the nodes of a network countries and colours, some none.
func coloured(rng *rand.Rand, net *graph.Network) *graph.Network {
	b := graph.NewBuilder(net.Info)
	for i := range graph.NodeID(net.NumNodes()) {
		node := net.Node(i)
		node.Country = []string{"", "NL", "TW", "JP"}[rng.IntN(4)]
		node.Attrs = []graph.Attr{{Name: "colour", Value: []string{"", "red", "green", "blue", "grey"}[rng.IntN(5)]}}
		b.AddNode(node)
	}
	for s := range graph.SourceID(net.NumSources()) {
		b.AddSource(net.Source(s))
	}
	return b.Build()
}

// network builds one from lines such as "p: a b|c 2 of d|e|f": what p needs.
func network(text string) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	for line := range strings.Lines(text) {
		customer, needs, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		quorum := graph.Number{}
		for n, word := range strings.Fields(needs) {
			if strings.Contains("23", word) {
				quorum = graph.Num(float64(word[0] - '0'))
				continue
			}
			if word == "of" {
				continue
			}
			for supplier := range strings.SplitSeq(word, "|") {
				b.AddSource(graph.Source{Supplier: supplier, Customer: customer, Need: string(rune('a' + n)), Quorum: quorum})
			}
			quorum = graph.Number{}
		}
	}
	return b.Build()
}

func node(t testing.TB, net *graph.Network, id string) graph.NodeID {
	t.Helper()
	i, ok := net.Lookup(id)
	if !ok {
		t.Fatalf("no node %q", id)
	}
	return i
}

func names(groups *graph.Groups, set []graph.GroupID) string {
	var list []string
	for _, g := range set {
		list = append(list, groups.Name(g))
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// show writes a network that failed, one need on a line.
func show(net *graph.Network) string {
	var text strings.Builder
	for i := range graph.NodeID(net.NumNodes()) {
		fmt.Fprintf(&text, "%s (parent %q, %v)\n", net.ID(i), net.Node(i).Parent, net.Node(i).Attrs)
		for k := range net.Needs(i) {
			fmt.Fprintf(&text, "  %d of", net.NeedQuorum(k))
			for _, row := range net.SourcesOf(k) {
				s := net.Source(row)
				fmt.Fprintf(&text, " %s(%s)", s.Supplier, s.Confidence)
			}
			fmt.Fprintf(&text, " [%s]\n", net.NeedLevel(k))
		}
	}
	return text.String()
}
