package index_test

import (
	"fmt"
	"testing"

	"linestop/graph"
	"linestop/internal/indextest"
)

func TestRates(t *testing.T) {
	no := graph.Number{}
	some := graph.Num
	type row struct{ share, most graph.Number }
	for _, test := range []struct {
		name               string
		rows               []row
		quorum             float64
		share, worst, best string
		guessed            bool
	}{
		{"one source", []row{{no, no}}, 1, "[1]", "[1]", "[1]", false},
		{"as given", []row{{some(0.7), some(0.8)}, {some(0.3), some(0.5)}}, 1, "[0.7 0.3]", "[0.8 0.5]", "[0.8 0.5]", false},
		{"nothing given", []row{{no, no}, {no, no}}, 1, "[0.5 0.5]", "[0.5 0.5]", "[1 1]", true},
		{"two of them will do", []row{{no, no}, {no, no}}, 2, "[0.5 0.5]", "[0.5 0.5]", "[0.5 0.5]", true},
		{"the rest in equal parts", []row{{some(0.5), no}, {no, no}, {no, some(0.5)}}, 1, "[0.5 0.25 0.25]", "[0.5 0.25 0.5]", "[1 1 0.5]", true},
		{"nothing left for it", []row{{some(1), no}, {no, no}}, 1, "[1 0]", "[1 0]", "[1 1]", true},
		{"an alternate", []row{{some(1), no}, {some(0), some(0.4)}}, 1, "[1 0]", "[1 0.4]", "[1 0.4]", false},
		{"an alternate, and who does the work", []row{{no, no}, {some(0), some(0.4)}}, 1, "[1 0]", "[1 0.4]", "[1 0.4]", true},
		{"alternates only", []row{{some(0), no}, {some(0), no}}, 1, "[0.5 0.5]", "[0.5 0.5]", "[1 1]", true},
		{"rounded percents", []row{{some(0.33), some(0.33)}, {some(0.33), some(0.33)}, {some(0.33), some(0.4)}}, 1, "[0.3333 0.3333 0.3333]", "[0.3333 0.3333 0.4]", "[0.3333 0.3333 0.4]", false},
		{"too little", []row{{some(0.5), no}}, 1, "[1]", "[1]", "[1]", true},
		{"too much", []row{{some(1), some(1)}, {some(1), some(1)}}, 1, "[0.5 0.5]", "[1 1]", "[1 1]", true},
		{"binary digits", []row{{some(0.1), no}, {some(0.2), no}, {some(0.7), no}}, 1, "[0.1 0.2 0.7]", "[0.1 0.2 0.7]", "[1 1 1]", false},
	} {
		b := graph.NewBuilder(graph.Info{})
		for n, r := range test.rows {
			b.AddSource(graph.Source{Supplier: fmt.Sprint(n), Customer: "c", Need: "k", Share: r.share, MaxShare: r.most, Quorum: graph.Num(test.quorum)})
		}
		ix := indextest.Compile(t, b.Build())
		r := ix.Rates()
		if share, worst, best := digits(r.Share), digits(r.Worst), digits(r.Best); share != test.share || worst != test.worst || best != test.best {
			t.Errorf("%s: %s, %s to %s, want %s, %s to %s", test.name, share, worst, best, test.share, test.worst, test.best)
		}
		if r.Guessed[0] != test.guessed {
			t.Errorf("%s: guessed %v", test.name, r.Guessed[0])
		}
		if open := test.worst != test.best; r.Open != open {
			t.Errorf("%s: open %v", test.name, r.Open)
		}
	}
}

// TestAlternates: what takes days to get to its max_share and has no share is not in
// use today.
func TestAlternates(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "a", Customer: "c", Need: "k"})
	b.AddSource(graph.Source{Supplier: "b", Customer: "c", Need: "k", MaxShare: graph.Num(0.5), SwitchDays: graph.Num(90)})
	b.AddSource(graph.Source{Supplier: "a", Customer: "d", Need: "k", SwitchDays: graph.Num(30)})
	b.AddSource(graph.Source{Supplier: "b", Customer: "d", Need: "k", SwitchDays: graph.Num(90)})
	ix := indextest.Compile(t, b.Build())
	r := ix.Rates()
	if share, worst := digits(r.Share), digits(r.Worst); share != "[1 0 0.5 0.5]" || worst != "[1 0.5 0.5 0.5]" {
		t.Errorf("shares %s, at most %s", share, worst)
	}
}

func digits(list []float64) string { return fmt.Sprintf("%.4g", list) }
