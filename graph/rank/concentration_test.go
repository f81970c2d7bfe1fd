package rank_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"linestop/graph"
	"linestop/graph/rank"
	"linestop/internal/indextest"
)

// ranked ranks nodes of countries, each of which breaks so many products of its own:
//
//	n0 -> p, p, ...     n1 -> p, ...
func ranked(t *testing.T, by string, countries []string, breaks []int) (*graph.Network, *rank.Ranking) {
	t.Helper()
	b := graph.NewBuilder(graph.Info{})
	for n, country := range countries {
		id := fmt.Sprint("n", n)
		b.AddNode(graph.Node{ID: id, Country: country, Parent: []string{"even", "odd"}[n%2]})
		for p := range breaks[n] {
			b.AddSource(graph.Source{Supplier: id, Customer: fmt.Sprint("p", n, ".", p)})
		}
	}
	net := b.Build()
	groups, err := net.Groups(t.Context(), by)
	if err != nil {
		t.Fatal(err)
	}
	r, err := rank.Run(t.Context(), indextest.Compile(t, net), rank.Options{Groups: groups})
	if err != nil {
		t.Fatal(err)
	}
	return net, r
}

func TestConcentration(t *testing.T) {
	for _, tt := range []struct {
		by        string
		countries []string
		breaks    []int
		want      string
	}{
		{"node", []string{"DE"}, []int{3}, "3 [{DE 1}] without 0, 1 to 1"},
		{"node", []string{"DE", "FR", "DE", "US"}, []int{2, 2, 2, 2}, "8 [{DE 0.5} {FR 0.25} {US 0.25}] without 0, 0.375 to 0.375"},
		{"node", []string{"DE", "FR"}, []int{0, 4}, "4 [{FR 1}] without 0, 1 to 1"},
		{"node", []string{"FR", "DE", ""}, []int{1, 2, 1}, "4 [{DE 0.5} {FR 0.25}] without 0.25, 0.3125 to 0.625"},
		{"node", []string{"", ""}, []int{1, 1}, "2 [] without 1, 0 to 1"},
		{"node", []string{"DE"}, []int{0}, "0 [] without 0, 0 to 0"},
		{"parent", []string{"DE", "FR", "DE", "US"}, []int{2, 1, 2, 1}, "6 [{DE 0.6666666666666666}] without 0.3333333333333333, 0.4444444444444444 to 1"}, // FR and US have one parent
		{"parent", []string{"DE", "", "", "FR"}, []int{1, 1, 1, 1}, "4 [{DE 0.5} {FR 0.5}] without 0, 0.5 to 0.5"},
		{"country", []string{"DE", "FR", "DE"}, []int{1, 1, 1}, "3 [{DE 0.6666666666666666} {FR 0.3333333333333333}] without 0, 0.5555555555555556 to 0.5555555555555556"},
	} {
		net, r := ranked(t, tt.by, tt.countries, tt.breaks)
		c := r.Concentration(net, rank.ByProducts)
		got := fmt.Sprintf("%v %v without %v, %v to %v", c.Total, c.Shares, c.Without, c.Least, c.Most)
		if got != tt.want {
			t.Errorf("%q by %s, breaking %v: got %s\nwant %s", tt.countries, tt.by, tt.breaks, got, tt.want)
		}
	}
}

// TestConcentrationBounds gives what has no country one, in all kinds of ways: the index
// stays between its bounds.
func TestConcentrationBounds(t *testing.T) {
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 9))
		countries, breaks := make([]string, 8), make([]int, 8)
		for n := range countries {
			countries[n], breaks[n] = []string{"", "DE", "FR", "US"}[rng.IntN(4)], rng.IntN(5)
		}
		net, r := ranked(t, "node", countries, breaks)
		c := r.Concentration(net, rank.ByProducts)
		for n, country := range countries {
			if country == "" {
				countries[n] = []string{"DE", "FR", "US", "JP", fmt.Sprint("X", n)}[rng.IntN(5)]
			}
		}
		net, r = ranked(t, "node", countries, breaks)
		known := r.Concentration(net, rank.ByProducts)
		if known.Without != 0 || known.Least < c.Least-1e-12 || known.Most > c.Most+1e-12 || math.Abs(known.Least-known.Most) > 1e-12 {
			t.Errorf("seed %d: %v turned out as %v", seed, c, known)
		}
	}
}
