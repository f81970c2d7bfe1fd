package ranking

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/rank"
	"linestop/internal/chart"
	"linestop/internal/indextest"
)

// world is mines of so many countries, each of which a plant of its own needs, and one
// mine that all need, which is nowhere.
func world(t *testing.T, countries int, by string) (*graph.Network, *rank.Ranking) {
	t.Helper()
	b := graph.NewBuilder(graph.Info{Name: "world", AsOf: "2026-02"})
	for n := range countries {
		mine, plant := fmt.Sprint("mine", n), fmt.Sprint("plant", n)
		b.AddNode(graph.Node{ID: mine, Name: "Mine " + string(rune('A'+n)), Country: fmt.Sprint("C", n)})
		b.AddSource(graph.Source{Supplier: mine, Customer: plant})
		b.AddSource(graph.Source{Supplier: "nowhere", Customer: plant, Need: "rest"})
	}
	net := b.Build()
	groups, err := net.Groups(t.Context(), by)
	if err != nil {
		t.Fatal(err)
	}
	ix := indextest.Compile(t, net)
	r, err := rank.Run(t.Context(), ix, rank.Options{Groups: groups})
	if err != nil {
		t.Fatal(err)
	}
	r.Sort(rank.ByProducts)
	return net, r
}

func labels(p chart.Panel) string {
	var list []string
	for _, b := range p.Bars {
		list = append(list, b.Label+"="+b.Cells[len(p.Columns)-1])
	}
	return strings.Join(list, " ")
}

func TestChart(t *testing.T) {
	net, r := world(t, 15, "node")
	c := Chart(net, r, rank.ByProducts, Options{Top: 3, Where: "true"})
	if got, want := strings.Join(c.Notes, "; "), "data: world, 31 nodes, 30 supplies, as of 2026-02; each node lost alone, only nodes with true; reading: structure"; got != want {
		t.Errorf("notes %q, want %q", got, want)
	}
	bars, shares := c.Panels[0], c.Panels[1]
	if got, want := labels(bars), "nowhere= Mine A=C0 Mine B=C1"; got != want {
		t.Errorf("bars %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(bars.Bars[0], bars.Bars[1]), "{nowhere 0 15 15 [15 of 15 ]} {Mine A 0 1 1 [1 of 15 C0]}"; got != want {
		t.Errorf("bars %s, want %s", got, want)
	}
	if got, want := bars.Notes, "[the first 3 of 16 whose loss costs anything]"; fmt.Sprint(got) != want {
		t.Errorf("notes %q, want %q", got, want)
	}
	want := "C0=3 % C1=7 % C10=10 % C11=13 % C12=17 % C13=20 % C14=23 % C2=27 % C3=30 % C4=33 % C5=37 % C6=40 % 3 others=50 % no country=100 %"
	if got := labels(shares); got != want {
		t.Errorf("shares %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(shares.Notes), "[30 times a product breaks by the loss of one node alone: the part of each country Herfindahl index between 0.02 and 0.30, according to where the part without one country is]"; got != want {
		t.Errorf("notes %s, want %s", got, want)
	}
}

// TestStair: each share begins where the last one ends, and the last ends with the whole.
func TestStair(t *testing.T) {
	for countries := 1; countries < 30; countries++ {
		net, r := world(t, countries, "node")
		c := Chart(net, r, rank.ByProducts, Options{})
		at := 0.
		for _, b := range c.Panels[1].Bars {
			if b.From != at {
				t.Errorf("%d countries: %q begins at %v, and the last ends at %v", countries, b.Label, b.From, at)
			}
			at = b.To
		}
		if math.Abs(at-1) > 1e-12 {
			t.Errorf("%d countries: the shares end at %v", countries, at)
		}
	}
}

// TestCountriesOnce: what is ranked by country needs no second panel.
func TestCountriesOnce(t *testing.T) {
	net, r := world(t, 3, "country")
	c := Chart(net, r, rank.ByProducts, Options{Title: "Mine"})
	if len(c.Panels) != 1 || labels(c.Panels[0]) != "C0=1 of 3 C1=1 of 3 C2=1 of 3" || c.Title != "Mine" {
		t.Errorf("%q: %v", c.Title, c.Panels)
	}
}
