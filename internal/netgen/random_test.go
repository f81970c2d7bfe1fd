package netgen

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"linestop/graph"
)

func TestRandom(t *testing.T) {
	for _, c := range []struct {
		name   string
		config Config
		shows  string
	}{
		{
			"all by default",
			Config{},
			"back row, child, named need, node, non-critical, product, quorum, raw node, row, rows apart, several sources, unnamed need, unsure",
		},
		{
			"nothing unless asked",
			Config{Raw: -1, Quorum: -1, NonCritical: -1, Parents: -1, Unsure: -1, Products: -1, MaxSources: 1},
			"back row, named need, node, row, unnamed need",
		},
		{"no needs", Config{MaxNeeds: -1, Parents: -1, Products: -1}, "node, raw node"},
		{
			"no cycles",
			Config{Acyclic: true, Numbers: 1, MaxSources: 2},
			"buffer, child, max_share, named need, node, non-critical, product, quorum, raw node, recovery, refill, row, rows apart, " +
				"several sources, share, spare, stock, switch, transit, unnamed need, unsure, weight",
		},
		{
			"self-supply",
			Config{MinNodes: 2, MaxNodes: 2, MaxSources: 1, NonCritical: -1, SelfSupply: true},
			"back row, child, named need, node, product, raw node, row, self-supply, unnamed need, unsure",
		},
		{
			"numbers",
			Config{Raw: -1, Quorum: -1, NonCritical: 1, Parents: -1, Unsure: -1, Products: -1, MaxSources: 2, Numbers: 0.7},
			"back row, buffer, max_share, named need, no share, node, non-critical, recovery, refill, row, rows apart, " +
				"several sources, share, spare, stock, switch, transit, unnamed need, weight",
		},
		{"no nodes", Config{MinNodes: -1, MaxNodes: -1}, ""},
	} {
		rng := rand.New(rand.NewPCG(1, 2))
		shown := map[string]bool{}
		for range 300 {
			net := Random(rng, c.config)
			if problems, err := graph.Validate(t.Context(), net); err != nil || problems.Errors() > 0 {
				t.Fatal(c.name, problems)
			}
			show(net, shown)
		}
		if got := strings.Join(slices.Sorted(maps.Keys(shown)), ", "); got != c.shows {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.shows)
		}
	}
}

// show adds what can be seen in a network.
func show(net *graph.Network, shown map[string]bool) {
	see := func(what string, is bool) {
		if is {
			shown[what] = true
		}
	}
	for i := range graph.NodeID(net.NumNodes()) {
		see("node", true)
		see("raw node", len(slices.Collect(net.Needs(i))) == 0)
		see("child", net.Parent(i) != graph.None)
		see("product", net.Node(i).Product == graph.Yes)
		see("stock", net.Node(i).StockDays.Value > 0)
		see("recovery", net.Node(i).RecoverDays.Value > 0)
	}
	for k := range graph.NeedID(net.NumNeeds()) {
		need := net.Need(k)
		rows := need.Sources
		see("named need", need.Name != "")
		see("unnamed need", need.Name == "")
		see("several sources", len(rows) > 1)
		see("rows apart", int(rows[len(rows)-1]-rows[0]) >= len(rows))
		see("quorum", need.Quorum > 1)
		see("non-critical", need.Level != graph.Critical)
		see("weight", need.Weight != graph.DefaultWeight)
		see("buffer", need.Buffer.Value > 0)
		see("refill", need.Refill.Value > 0)
	}
	for s := range graph.SourceID(net.NumSources()) {
		from, to := net.Ends(s)
		see("row", true)
		see("unsure", !net.Sure(s))
		see("self-supply", from == to)
		row := net.Source(s)
		see("share", row.Share.Given)
		see("max_share", row.MaxShare.Given)
		see("no share", row.MaxShare.Given && !row.Share.Given)
		see("spare", row.Share.Given && row.MaxShare.Value > row.Share.Value)
		see("switch", row.SwitchDays.Value > 0)
		see("transit", row.TransitDays.Value > 0)
		see("back row", number(net, from) > number(net, to))
	}
}

// number is that of a node's name: suppliers come first where there are no cycles.
func number(net *graph.Network, i graph.NodeID) int {
	n, _ := strconv.Atoi(net.ID(i)[1:])
	return n
}

func TestRandomBounds(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	c := Config{MinNodes: 5, MaxNodes: 9, MaxNeeds: 2, MaxSources: 4, Unsure: 1, MaxUnsure: 3}
	sizes := map[int]bool{}
	for range 300 {
		net := Random(rng, c)
		sizes[net.NumNodes()] = true
		for i := range graph.NodeID(net.NumNodes()) {
			if needs := len(slices.Collect(net.Needs(i))); needs > c.MaxNeeds {
				t.Fatalf("%d needs of one node", needs)
			}
			for k := range net.Needs(i) {
				if rows := len(net.SourcesOf(k)); rows > c.MaxSources {
					t.Fatalf("%d sources of one need", rows)
				}
			}
		}
		unsure := 0
		for s := range graph.SourceID(net.NumSources()) {
			if !net.Sure(s) {
				unsure++
			}
		}
		if want := min(c.MaxUnsure, net.NumSources()); unsure != want {
			t.Fatalf("%d unsure rows, want %d", unsure, want)
		}
	}
	if got := slices.Sorted(maps.Keys(sizes)); !slices.Equal(got, []int{5, 6, 7, 8, 9}) {
		t.Errorf("sizes %v", got)
	}
}

func TestRandomCut(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	sizes := map[[2]int]bool{}
	for range 300 {
		net := Random(rng, Config{MinNodes: 1})
		nodes, rows := RandomCut(rng, net)
		sizes[[2]int{len(nodes), len(rows)}] = true
		if slices.Sort(nodes); len(slices.Compact(nodes)) != len(nodes) || int(nodes[len(nodes)-1]) >= net.NumNodes() {
			t.Fatalf("nodes %v of %d", nodes, net.NumNodes())
		}
		if slices.Sort(rows); len(slices.Compact(rows)) != len(rows) || len(rows) > 0 && int(rows[len(rows)-1]) >= net.NumSources() {
			t.Fatalf("rows %v of %d", rows, net.NumSources())
		}
	}
	if len(sizes) != 9 {
		t.Errorf("%d sizes of cuts, want 3 by 3", len(sizes))
	}
}

func TestRandomCuts(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	shown := map[string]bool{}
	see := func(what string, is bool) {
		if is {
			shown[what] = true
		}
	}
	for range 300 {
		net := Random(rng, Config{MinNodes: 1})
		for _, c := range RandomCuts(rng, net) {
			if _, _, err := net.Resolve(t.Context(), c); err != nil {
				t.Fatal(err)
			}
			if c.Until.Given && c.Until.Value <= c.From {
				t.Fatalf("cut of %s from day %v until %v", c, c.From, c.Until)
			}
			see("node", c.Target != "")
			see("row", c.Supply != nil)
			see("full", c.Full())
			see("part", c.Left > 0)
			see("curve", len(c.Curve) > 1)
			see("late", c.Delay.Given)
			see("later on", c.From > 0)
			see("for a time", c.Until.Given)
		}
	}
	if got := strings.Join(slices.Sorted(maps.Keys(shown)), ", "); got != "curve, for a time, full, late, later on, node, part, row" {
		t.Errorf("cuts: %s", got)
	}
}
