package index_test

import (
	"reflect"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
)

// TestShares: of three sources of one need, as far as the data state what each
// carries.
func TestShares(t *testing.T) {
	blank, num := graph.Number{}, graph.Num
	for _, test := range []struct {
		name   string
		stated [3]graph.Number
		want   []float64
	}{
		{"none stated", [3]graph.Number{blank, blank, blank}, []float64{1. / 3, 1. / 3, 1. / 3}},
		{"all stated", [3]graph.Number{num(0.5), num(0.25), num(0.25)}, []float64{0.5, 0.25, 0.25}},
		{"one stated", [3]graph.Number{num(0.5), blank, blank}, []float64{0.5, 0.25, 0.25}},
		{"too little", [3]graph.Number{num(0.25), num(0.25), num(0)}, []float64{0.5, 0.5, 0}},
		{"an alternate", [3]graph.Number{blank, blank, num(0)}, []float64{0.5, 0.5, 0}},
		{"alternates only", [3]graph.Number{num(0), num(0), num(0)}, []float64{1. / 3, 1. / 3, 1. / 3}},
	} {
		b := graph.NewBuilder(graph.Info{})
		for i, supplier := range []string{"a", "b", "c"} {
			b.AddSource(graph.Source{Supplier: supplier, Customer: "car", Need: "steel", Share: test.stated[i]})
		}
		ix, err := index.Compile(t.Context(), b.Build())
		if err != nil {
			t.Fatal(err)
		}
		if got := ix.Rates().Share; !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}
