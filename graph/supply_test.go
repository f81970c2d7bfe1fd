package graph_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
)

func TestParseSupply(t *testing.T) {
	tests := []struct {
		text string
		want graph.Supply // the zero one: an error
	}{
		{"a->b", graph.Supply{Supplier: "a", Customer: "b"}},
		{" a -> b ", graph.Supply{Supplier: "a", Customer: "b"}},
		{"a->b:wafers", graph.Supply{Supplier: "a", Customer: "b", Need: "wafers"}},
		{"a -> b : big wafers", graph.Supply{Supplier: "a", Customer: "b", Need: "big wafers"}},
		{"a->d:e", graph.Supply{Supplier: "a", Customer: "d:e"}},
		{"a->d:e:x:y", graph.Supply{Supplier: "a", Customer: "d:e", Need: "x:y"}},
		{"a->b:x:y", graph.Supply{Supplier: "a", Customer: "b", Need: "x:y"}},
		{"a->b:", graph.Supply{Supplier: "a", Customer: "b"}},
		{"x->y", graph.Supply{Supplier: "x", Customer: "y"}},
		{"x->y:z", graph.Supply{Supplier: "x", Customer: "y", Need: "z"}},
		{"a", graph.Supply{}},
		{"a-b", graph.Supply{}},
		{"->b", graph.Supply{}},
		{"a->", graph.Supply{}},
		{"", graph.Supply{}},
	}
	net := resolvable()
	for _, c := range tests {
		got, err := net.ParseSupply(c.text)
		if got != c.want || (err != nil) != (c.want == graph.Supply{}) {
			t.Errorf("ParseSupply(%q) = %+v, %v, want %+v", c.text, got, err, c.want)
		}
	}
	_, err := net.ParseSupply("a-b")
	if want := `row "a-b" is not of the form SUPPLIER->CUSTOMER or SUPPLIER->CUSTOMER:NEED`; err == nil || err.Error() != want {
		t.Errorf("got error %v, want %s", err, want)
	}
}

// odd has ids and needs that hold what separates them: a->b, d:e, a need x:y.
func odd() *graph.Network {
	return build(graph.Info{}, nil, []graph.Source{
		{Supplier: "a->b", Customer: "c"},
		{Supplier: "a", Customer: "b->d", Need: "n"},
		{Supplier: "a", Customer: "d:e"},
		{Supplier: "a", Customer: "d", Need: "x:y"},
		{Supplier: "a", Customer: "f", Need: "g"},
		{Supplier: "a", Customer: "f:g"},
		{Supplier: "p", Customer: "q->r"},
		{Supplier: "p->q", Customer: "r", Need: "s"},
	})
}

func TestParseSupplyLooksWhatThereIs(t *testing.T) {
	net := odd()
	for text, want := range map[string]graph.Supply{
		"a->b->c":       {Supplier: "a->b", Customer: "c"},
		"a->b->d":       {Supplier: "a", Customer: "b->d"},
		"a -> b->d : n": {Supplier: "a", Customer: "b->d", Need: "n"},
		"a->d:e":        {Supplier: "a", Customer: "d:e"},
		"a->d:x:y":      {Supplier: "a", Customer: "d", Need: "x:y"},
		"a->f:g:":       {Supplier: "a", Customer: "f:g"},
		"p->q->r:s":     {Supplier: "p->q", Customer: "r", Need: "s"},
		"a->b->q":       {Supplier: "a", Customer: "b->q"}, // no row, but a known supplier
		"z->q->r":       {Supplier: "z", Customer: "q->r"}, // a known customer
		"z->c:d":        {Supplier: "z", Customer: "c", Need: "d"},
	} {
		if got, err := net.ParseSupply(text); got != want || err != nil {
			t.Errorf("ParseSupply(%q) = %+v, %v, want %+v", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"a->f:g":  `row "a->f:g" is ambiguous: supplier "a" and customer "f" with need "g", or supplier "a" and customer "f:g"`,
		"p->q->r": `row "p->q->r" is ambiguous: supplier "p" and customer "q->r", or supplier "p->q" and customer "r"`,
	} {
		if _, err := net.ParseSupply(text); !errors.Is(err, graph.ErrAmbiguous) || err.Error() != want {
			t.Errorf("ParseSupply(%q): %v, want %s", text, err, want)
		}
	}
}

// TestParseSupplyReadsWhatSupplyWrites on ids and needs of two letters and what
// separates them: the text of every row leads back to it, or is ambiguous.
func TestParseSupplyReadsWhatSupplyWrites(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		var b strings.Builder
		for range r.IntN(3) {
			b.WriteString([]string{"a", "b"}[r.IntN(2)] + []string{"->", "->", ":", ">", "-"}[r.IntN(5)])
		}
		return b.String() + []string{"a", "b"}[r.IntN(2)]
	}
	read, ambiguous := 0, 0
	for range 2000 {
		var list []graph.Source
		for range 1 + r.IntN(6) {
			list = append(list, graph.Source{Supplier: word(), Customer: word(), Need: []string{"", word()}[r.IntN(2)]})
		}
		net := build(graph.Info{}, nil, list)
		for i, row := range list {
			s := graph.Supply{Supplier: row.Supplier, Customer: row.Customer, Need: row.Need}
			got, err := net.ParseSupply(s.String())
			if errors.Is(err, graph.ErrAmbiguous) {
				ambiguous++
				continue
			}
			_, rows, err2 := net.Resolve(t.Context(), graph.Cut{Supply: &got})
			if err != nil || err2 != nil || !slices.Contains(rows, graph.SourceID(i)) {
				t.Fatalf("%q of %+v: %+v, %v, rows %v, %v", s, list, got, err, rows, err2)
			}
			read++
		}
	}
	if read < 1000 || ambiguous < 10 {
		t.Errorf("%d texts read, %d ambiguous", read, ambiguous)
	}
}

func TestUnknownRowHasNearOnes(t *testing.T) {
	var list []graph.Source
	for i := range 9 {
		list = append(list, graph.Source{Supplier: "hub", Customer: fmt.Sprint("plant-", i), Need: "bolts"})
	}
	list = append(list, graph.Source{Supplier: "fab", Customer: "works", Need: "wafers"}, graph.Source{Supplier: "fab", Customer: "works", Need: "masks"})
	net := build(graph.Info{}, nil, list)
	for text, want := range map[string][]string{
		"fab->works:wafer":                      {"fab->works:wafers", "fab->works:masks"},
		"fab->works:lunch":                      {"fab->works:masks"},
		"fab->works:silicon carbide substrates": {"fab->works:wafers", "fab->works:masks"},
		"works->fab":                            {"fab->works:wafers", "fab->works:masks"},
		"hub->works":                            {"fab->works"},
		"plant-1->plant-2":                      nil,
		"fab->plant-1":                          {"hub->plant-1"},
		"hub->fab":                              nil,
		"hub->plant-3:nuts":                     {"hub->plant-3:bolts"},
	} {
		s, err := net.ParseSupply(text)
		if err != nil {
			t.Fatal(text, err)
		}
		_, _, err = net.Resolve(t.Context(), graph.Cut{Supply: &s})
		var row *graph.UnknownRowError
		if !errors.As(err, &row) || !slices.Equal(row.Near, want) {
			t.Errorf("%s: %v, near it %q, want %q", text, err, row.Near, want)
		}
		if err.Error() != fmt.Sprintf("row %q: not in the data", text) || !errors.Is(err, graph.ErrUnknown) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
