package graph_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"linestop/graph"
)

func number(v float64, column uint32) graph.Number {
	return graph.Number{Value: v, Column: column, Given: true}
}

var fullNode = graph.Node{
	ID: "fab18", Name: "Fab 18", Kind: "fab", Sector: "C26", Parent: "tsmc", Country: "TW", Product: graph.No,
	Volume: number(120, 7), Unit: "wafers", StockDays: number(0, 9), RecoverDays: number(90.5, 10), PFail: number(0.02, 16),
	Note: "phase 1", Evidence: "https://example.org/a https://example.org/b", AsOf: "2025-10-17", Confidence: graph.Inferred,
	Attrs: []graph.Attr{{Name: "hs", Value: "8542"}, {Name: "site", Value: "Tainan"}},
	Place: graph.Place{File: "nodes.csv", Line: 7, Column: 1}, ParentColumn: 3, CountryColumn: 4,
}

var fullSource = graph.Source{
	Supplier: "asml", Customer: "fab18", Need: "scanners",
	Share: number(0.4, 4), MaxShare: number(1.2, 5), SwitchDays: number(30, 6), TransitDays: number(14, 7),
	BufferDays: number(3, 8), Refill: number(0.1, 9), Quorum: number(2, 10), Weight: number(0.25, 11), Flow: number(1.5e6, 18), Level: "degrading",
	Note: "n", Evidence: "e", AsOf: "2024", Confidence: "0.4",
	Attrs: []graph.Attr{{Name: "contract", Value: "LTA-7"}},
	Place: graph.Place{File: "supplies.csv", Line: 70_000, Column: 12}, CustomerColumn: 17,
}

func TestWhatGoesInComesOut(t *testing.T) {
	for _, v := range []any{fullNode, fullSource} {
		for i := range reflect.TypeOf(v).NumField() {
			if reflect.ValueOf(v).Field(i).IsZero() {
				t.Errorf("%T: field %s is not tried", v, reflect.TypeOf(v).Field(i).Name)
			}
		}
	}
	b := graph.NewBuilder(graph.Info{Name: "tiny", Title: "Tiny", Description: "d", Licence: "CC0-1.0", AsOf: "2025"})
	b.AddNode(graph.Node{ID: "asml"})
	b.AddNode(fullNode)
	b.AddSource(graph.Source{Supplier: "asml", Customer: "fab18"})
	b.AddSource(fullSource)
	net := b.Build()

	if want := (graph.Info{Name: "tiny", Title: "Tiny", Description: "d", Licence: "CC0-1.0", AsOf: "2025"}); net.Info != want {
		t.Errorf("info is %+v, want %+v", net.Info, want)
	}
	nodes := []graph.Node{{ID: "asml"}, fullNode, {ID: "tsmc"}}
	for i, want := range nodes {
		i := graph.NodeID(i)
		if got := net.Node(i); !reflect.DeepEqual(got, want) {
			t.Errorf("node %d is\n%+v, want\n%+v", i, got, want)
		}
		if at, ok := net.Lookup(want.ID); !ok || at != i {
			t.Errorf("Lookup(%q) = %d, %t, want %d", want.ID, at, ok, i)
		}
		got := []string{net.ID(i), net.Label(i), net.Kind(i), net.Country(i)}
		if want := []string{want.ID, want.Label(), want.Kind, want.Country}; !slices.Equal(got, want) {
			t.Errorf("node %d in short is %q, want %q", i, got, want)
		}
	}
	if net.NumNodes() != 3 || net.NumNeeds() != 2 || net.NumSources() != 2 {
		t.Errorf("%d nodes, %d needs, %d sources, want 3, 2, 2", net.NumNodes(), net.NumNeeds(), net.NumSources())
	}
	for s, want := range []graph.Source{{Supplier: "asml", Customer: "fab18"}, fullSource} {
		if got := net.Source(graph.SourceID(s)); !reflect.DeepEqual(got, want) {
			t.Errorf("source %d is\n%+v, want\n%+v", s, got, want)
		}
		if from, to := net.Ends(graph.SourceID(s)); from != 0 || to != 1 {
			t.Errorf("source %d goes from %d to %d, want 0 to 1", s, from, to)
		}
	}
	if i, ok := net.Lookup("smic"); ok {
		t.Errorf("found smic as node %d", i)
	}
	nodeAttrs, sourceAttrs := net.Attributes()
	if !slices.Equal(nodeAttrs, []string{"hs", "site"}) || !slices.Equal(sourceAttrs, []string{"contract"}) {
		t.Errorf("attributes are %q and %q", nodeAttrs, sourceAttrs)
	}
	declared := []bool{net.Declared(0), net.Declared(1), net.Declared(2)}
	if !slices.Equal(declared, []bool{true, true, false}) {
		t.Errorf("declared: %t", declared)
	}
}

func TestAttributesOfOneRowDoNotReachAnother(t *testing.T) {
	net := build(graph.Info{}, []graph.Node{
		{ID: "a", Attrs: []graph.Attr{{Name: "x", Value: "1"}, {Name: "empty"}}},
		{ID: "b"},
		{ID: "c", Attrs: []graph.Attr{{Name: "y", Value: "2"}, {Name: "x", Value: "3"}, {Name: "x", Value: "4"}}},
		{ID: "d"},
	}, nil)
	want := [][]graph.Attr{{{Name: "x", Value: "1"}}, nil, {{Name: "x", Value: "4"}, {Name: "y", Value: "2"}}, nil}
	for i, w := range want {
		if got := net.Node(graph.NodeID(i)).Attrs; !slices.Equal(got, w) {
			t.Errorf("node %d has %v, want %v", i, got, w)
		}
	}
	if names, _ := net.Attributes(); !slices.Equal(names, []string{"x", "empty", "y"}) {
		t.Errorf("attributes are %q", names)
	}
}

func TestPlacesBeyondWhatIsKept(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	files := []string{"a.csv", "b.csv", "a.csv", ""}
	for i, file := range files {
		b.AddSource(graph.Source{
			Supplier: fmt.Sprint(i), Customer: "p",
			Place: graph.Place{File: file, Line: math.MaxUint32 - i, Column: 70_000 - i*10_000}, CustomerColumn: -1,
		})
	}
	net := b.Build()
	for i, file := range files {
		want := graph.Place{File: file, Line: math.MaxUint32 - i, Column: min(70_000-i*10_000, math.MaxUint16)}
		if got := net.Source(graph.SourceID(i)); got.Place != want || got.CustomerColumn != 0 {
			t.Errorf("row %d was read at %v and column %d, want %v and 0", i, got.Place, got.CustomerColumn, want)
		}
	}
}

func TestManyNamesKeepTheirNumbers(t *testing.T) {
	const size = 10_000
	b := graph.NewBuilder(graph.Info{})
	id := func(i int) string { return fmt.Sprintf("%d", i*i) }
	for i := range size {
		b.AddSource(graph.Source{Supplier: id(i), Customer: id((i + 1) % size), Note: id(i)})
	}
	net := b.Build()
	if net.NumNodes() != size {
		t.Fatalf("%d nodes, want %d", net.NumNodes(), size)
	}
	for i := range size {
		at, ok := net.Lookup(id(i))
		if !ok || int(at) != i || net.ID(at) != id(i) || net.Source(graph.SourceID(i)).Note != id(i) {
			t.Fatalf("Lookup(%q) = %d, %t, which is %q", id(i), at, ok, net.ID(at))
		}
	}
	if _, ok := net.Lookup("2"); ok {
		t.Error("found 2, which is no square")
	}
}

// TestIdsAreNumberedAsMet holds the numbers against a map, for node rows and
// source rows in any mixture.
func TestIdsAreNumberedAsMet(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 300 {
		b := graph.NewBuilder(graph.Info{})
		number := map[string]graph.NodeID{}
		meet := func() string {
			id := strings.Repeat("x", r.IntN(3)) + fmt.Sprint(r.IntN(40))
			if _, ok := number[id]; !ok {
				number[id] = graph.NodeID(len(number))
			}
			return id
		}
		var ends []string
		for range r.IntN(200) {
			if r.IntN(20) == 0 {
				b.AddNode(graph.Node{ID: meet()})
				continue
			}
			supplier, customer := meet(), meet()
			ends = append(ends, supplier, customer)
			b.AddSource(graph.Source{Supplier: supplier, Customer: customer})
		}
		net := b.Build()
		if net.NumNodes() != len(number) || net.NumSources() != len(ends)/2 {
			t.Fatalf("%d nodes and %d sources, want %d and %d", net.NumNodes(), net.NumSources(), len(number), len(ends)/2)
		}
		for id, want := range number {
			if got, ok := net.Lookup(id); !ok || got != want || net.ID(want) != id {
				t.Fatalf("%q is node %d, want %d", id, got, want)
			}
		}
		for s := range graph.SourceID(net.NumSources()) {
			if supplier, customer := net.Ends(s); net.ID(supplier) != ends[2*s] || net.ID(customer) != ends[2*s+1] {
				t.Fatalf("row %d goes from %q to %q, want %q", s, net.ID(supplier), net.ID(customer), ends[2*s:2*s+2])
			}
		}
	}
}

// TestBuilderKeepsNoRows: cells are often parts of a row, which would stay in
// memory with them.
func TestBuilderKeepsNoRows(t *testing.T) {
	row := strings.Clone("asml,tsmc,a long note")
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: row[:4], Customer: row[5:9], Note: row[10:]})
	b.AddInput(graph.Input{SupplierSector: row[:4], CustomerSector: row[5:9], Effect: row[10:], Attrs: []graph.Attr{{Name: "x", Value: row[:1]}}})
	net := b.Build()
	in := net.Inputs()[0]
	begin := uintptr(unsafe.Pointer(unsafe.StringData(row)))
	for _, kept := range []string{net.ID(0), net.ID(1), net.Source(0).Note, in.SupplierSector, in.CustomerSector, in.Effect, in.Attrs[0].Value} {
		if at := uintptr(unsafe.Pointer(unsafe.StringData(kept))); at >= begin && at < begin+uintptr(len(row)) {
			t.Errorf("%q lies in its row", kept)
		}
	}
}

func TestCountryIsKeptInTwoLetters(t *testing.T) {
	for in, want := range map[string]string{"CHN": "CN", "CN": "CN", "GBR": "GB", "chn": "chn", "cn": "cn", "UK": "UK", "ZZZ": "ZZZ", "China": "China", "156": "156", "": ""} {
		if got := build(graph.Info{}, []graph.Node{{ID: "a", Country: in}}, nil).Country(0); got != want {
			t.Errorf("%q is kept as %q, want %q", in, got, want)
		}
	}
}

// TestManyAskAtOnce has a meaning under the race detector: what is computed at
// the first question must not be computed by two.
func TestManyAskAtOnce(t *testing.T) {
	net := selectable()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			found, err := net.Select(t.Context(), `tier >= 0 && under("co")`)
			if got := names(net, found); err != nil || !slices.Equal(got, []string{"fab", "line"}) {
				t.Errorf("selects %q, %v", got, err)
			}
			validate(t, net)
			net.Deliveries(0)
			net.Children(0)
			if edges, err := net.Graph().Edges(); err != nil || len(edges) != 3 {
				t.Errorf("edges are %v, %v", edges, err)
			}
		})
	}
	all.Wait()
}
