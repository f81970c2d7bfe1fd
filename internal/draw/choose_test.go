package draw

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
)

// crowd adds n nodes that buy from one supplier and supply one customer, so
// that a network gets too large to be drawn whole.
func crowd(n int, supplier, customer string) []string {
	var rows []string
	for i := range n {
		if supplier != "" {
			rows = append(rows, fmt.Sprintf("%s > x%d", supplier, i))
		}
		if customer != "" {
			rows = append(rows, fmt.Sprintf("x%d > %s", i, customer))
		}
	}
	return rows
}

// statuses lists the nodes of a view as "name", those hit as "name=status".
func shown(v View) string {
	var list []string
	for _, n := range v.Nodes {
		list = append(list, joined("=", n.Name, n.Status.touched()))
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func TestChoose(t *testing.T) {
	for _, tt := range []struct {
		name  string
		rows  []string
		cut   []string
		opts  Options
		want  string
		notes []string
	}{{
		name:  "a small network is drawn whole",
		rows:  []string{"a > b", "b > p", "c > q"},
		cut:   []string{"a"},
		want:  "a=cut b=broken c p=broken q",
		notes: []string{"Cut: a (reading: structure)", "1 cut, 2 broken, 2 running. 1 of 2 products broken."},
	}, {
		// a -> b -> p, and c beside a; the crowd has nothing to do with it
		name: "of a large one the cut, what it reaches, and what holds the rest up",
		rows: append(crowd(40, "s", "t"), "a > b", "b > p: part", "c > q: part", "b > q: part", "q > r"),
		cut:  []string{"a"},
		want: "a=cut b=broken c p=broken q=exposed r=exposed",
		notes: []string{
			"Cut: a (reading: structure)", "1 cut, 2 broken, 2 exposed, 43 running. 1 of 3 products broken.",
			"6 of 48 nodes shown; left out: 42 running.",
		},
	}, {
		// a -> b -> c -> p; a breaks the crowd too
		name:  "the path to the product before others that break",
		rows:  append(crowd(40, "a", ""), "a > b", "b > c", "c > p", "x0 > y", "p:product"),
		cut:   []string{"a"},
		opts:  Options{Budget: 5},
		want:  "a=cut b=broken c=broken p=broken x0=broken",
		notes: []string{"Cut: a (reading: structure)", "1 cut, 44 broken. 1 of 1 product broken.", "5 of 45 nodes shown; left out: 40 broken."},
	}, {
		name:  "no half path: what has no room for its whole path stays out",
		rows:  append(crowd(40, "s", "t"), "a > b", "b > c", "c > p", "p:product"),
		cut:   []string{"a"},
		opts:  Options{Budget: 3},
		want:  "a=cut b=broken c=broken",
		notes: []string{"Cut: a (reading: structure)", "1 cut, 3 broken, 42 running. 1 of 1 product broken.", "3 of 46 nodes shown; left out: 1 broken, 42 running."},
	}, {
		name:  "a cut row shows its supplier, which runs on",
		rows:  append(crowd(40, "s", "t"), "a > b", "b > p", "a > c"),
		cut:   []string{"a->b"},
		want:  "a b=broken p=broken",
		notes: []string{"Cut: a → b (reading: structure)", "2 broken, 44 running. 1 of 3 products broken.", "3 of 46 nodes shown; left out: 43 running."},
	}, {
		name:  "all of it when asked",
		rows:  append(crowd(3, "s", "t"), "a > b"),
		cut:   []string{"a"},
		opts:  Options{All: true, Budget: 2},
		want:  "a=cut b=broken s t x0 x1 x2",
		notes: []string{"Cut: a (reading: structure)", "1 cut, 1 broken, 5 running. 1 of 2 products broken."},
	}, {
		// s -> x.. -> t -> u -> v
		name:  "around a node, up and down but not up and then down",
		rows:  append(crowd(3, "s", "t"), "t > u", "u > v", "s > w"),
		opts:  Options{Around: []graph.NodeID{1}, Depth: 2}, // x0
		want:  "s t u x0",
		notes: []string{"4 of 8 nodes shown."},
	}, {
		name:  "around a node the worst hit first",
		rows:  append(crowd(5, "s", "t"), "a > x3"),
		cut:   []string{"a"},
		opts:  Options{Around: []graph.NodeID{2}, Depth: 1, Budget: 3}, // t
		want:  "t=broken x0 x3=broken",
		notes: []string{"Cut: a (reading: structure)", "1 cut, 2 broken, 5 running. 1 of 1 product broken.", "3 of 8 nodes shown; left out: 1 cut, 4 running."},
	}, {
		name:  "nothing cut, too large: products, and who delivers most to them",
		rows:  append(crowd(20, "", "t"), "m > x0", "m > x1", "n > x2", "m > t"),
		opts:  Options{Budget: 5},
		want:  "m t x0 x1",
		notes: []string{"4 of 23 nodes shown."},
	}, {
		name:  "nothing cut, far too large: by tier",
		rows:  append(crowd(60, "s", "t"), "t:product"),
		opts:  Options{Budget: 5},
		want:  "products tier 1 tier 2",
		notes: []string{"62 nodes, too many to tell apart: collapsed by tier."},
	}, {
		name: "by parent, the worst boxes first",
		rows: []string{"g:", "a: parent=g", "b: parent=g", "a > b", "b > p", "c > d", "e > f"},
		cut:  []string{"a"},
		opts: Options{Collapse: ByParent, Budget: 3},
		want: "c g=cut p=broken",
		notes: []string{
			"Cut: a (reading: structure)", "1 cut, 2 broken, 5 running. 1 of 3 products broken.",
			"3 of 6 boxes shown; left out: 3 nodes, 3 running.",
		},
	}} {
		t.Run(tt.name, func(t *testing.T) {
			net := build(t, tt.rows...)
			var r *cut.Result
			if tt.cut != nil {
				r = cutting(t, net, tt.cut...)
			}
			v := choose(t, net, r, tt.opts)
			if got := shown(v); got != tt.want {
				t.Errorf("shown %s\n want %s", got, tt.want)
			}
			if !slices.Equal(v.Notes, tt.notes) {
				t.Errorf("notes %q\n want %q", v.Notes, tt.notes)
			}
		})
	}
}

func TestChooseReduced(t *testing.T) {
	net := build(t, append(crowd(40, "s", "t"), "a > b", "b > p", "c > d", "d > q")...)
	set, err := cut.NewSet(t.Context(), net, []graph.Cut{
		{Target: "a", Left: 0.5},
		{Supply: &graph.Supply{Supplier: "c", Customer: "d"}, Left: 0.2},
	})
	if err != nil {
		t.Fatal(err)
	}
	v := choose(t, net, run(t, net, set), Options{})
	if got, want := shown(v), "a=reduced b=exposed c d=exposed p=exposed q=exposed"; got != want {
		t.Errorf("shown %s\n want %s", got, want)
	}
	if got, want := v.Notes[0], "Cut: a in part, c → d in part (reading: structure)"; got != want {
		t.Errorf("note %q, want %q", got, want)
	}
}

// TestChooseByMoreThanTheStructure: who only knows that nodes are reduced says so,
// and the ways to products come first.
func TestChooseByMoreThanTheStructure(t *testing.T) {
	//	a -> x0, x1, ... and a -> b -> p
	net := build(t, append(crowd(40, "a", "y"), "a > b", "b > p", "p:product")...)
	set, err := cut.NewSet(t.Context(), net, []graph.Cut{{Target: "a", Left: 0.5}})
	if err != nil {
		t.Fatal(err)
	}
	statuses := make([]cut.Status, net.NumNodes())
	for n := range statuses {
		statuses[n] = cut.Reduced
	}
	v := choose(t, net, run(t, net, set), Options{Budget: 4, Statuses: statuses, Dated: true})
	if got, want := shown(v), "a=reduced b=reduced p=reduced x0=reduced"; got != want {
		t.Errorf("shown %s\n want %s", got, want)
	}
	if got, want := v.Notes[1], "If it lasted: 44 reduced. 0 of 1 product broken."; got != want {
		t.Errorf("note %q, want %q", got, want)
	}
	for _, e := range v.Edges {
		if e.Fate != Lessened {
			t.Errorf("an arrow from %s delivers as before", v.Nodes[e.From].Name)
		}
	}
}

func TestChooseNothing(t *testing.T) {
	if _, err := Choose(t.Context(), build(t), nil, Options{}); err != ErrEmpty {
		t.Errorf("error %v, want %v", err, ErrEmpty)
	}
}

// TestNeeds shows what stands beside a customer for each kind of need.
func TestNeeds(t *testing.T) {
	rows := []string{
		"a > p: one", "a > p: any", "b > p: any", "a > p: two quorum=2", "b > p: two", "c > p: two",
		"a > p: opt optional", "b > p: guess assumed", "c > p: guess", "a > p", "p:product",
	}
	for _, tt := range []struct {
		cut  []string
		want string
	}{
		{nil, "one()  any(any of 2)  two(2 of 3)  opt(optional)  guess(any of 2)"},
		{[]string{"a"}, "×one()  any(1 of 2 left)  two(2 of 3, 2 left)  ×opt(optional)  guess(any of 2)"},
		{[]string{"c"}, "one()  any(any of 2)  two(2 of 3, 2 left)  opt(optional)  ?guess(1 of 2 left)"},
		{[]string{"a", "b", "c"}, "×one()  ×any(0 of 2 left)  ×two(2 of 3, 0 left)  ×opt(optional)  ×guess(0 of 2 left)"},
	} {
		net := build(t, rows...)
		var r *cut.Result
		if tt.cut != nil {
			r = cutting(t, net, tt.cut...)
		}
		var got []string
		for _, n := range choose(t, net, r, Options{}).Nodes {
			for _, need := range n.Needs {
				got = append(got, [...]string{Met: "", PerhapsUnmet: "?", Unmet: "×"}[need.State]+need.Name+"("+need.Rule+")")
			}
		}
		if got := strings.Join(got, "  "); got != tt.want {
			t.Errorf("cut %v: needs %s\n want %s", tt.cut, got, tt.want)
		}
	}
}
