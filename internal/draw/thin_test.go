package draw

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
)

// parseArrows reads arrows such as "0>1 1>2/proves" into a list.
func parseArrows(t *testing.T, text string) []arrow {
	t.Helper()
	var list []arrow
	for word := range strings.FieldsSeq(text) {
		a := arrow{weight: plainly}
		ends, tells, _ := strings.Cut(word, "/")
		if _, err := fmt.Sscanf(ends, "%d>%d", &a.from, &a.to); err != nil {
			t.Fatal(err)
		}
		if tells != "" {
			a.weight = weights[tells]
		}
		list = append(list, a)
	}
	return list
}

var weights = map[string]weight{"proves": proves, "lost": lost, "holds": holds, "spare": spare}

// drawn writes what is kept of arrows, those to the left turned round.
func drawn(arrows []arrow) string {
	var list []string
	for _, a := range arrows {
		switch {
		case a.kept && a.back:
			list = append(list, fmt.Sprintf("%d<%d", a.to, a.from))
		case a.kept:
			list = append(list, fmt.Sprintf("%d>%d", a.from, a.to))
		}
	}
	return strings.Join(list, " ")
}

func TestThin(t *testing.T) {
	const never = math.MaxInt
	for _, tt := range []struct {
		name    string
		arrows  string
		early   []int
		most    int
		want    string
		crossed int
	}{{
		// 0 -> 1 -> 2, and 0 -> 2 across a column
		name: "all there is room for", arrows: "0>1 1>2 0>2", early: []int{never, never, never}, most: 4, want: "0>1 1>2 0>2", crossed: 4,
	}, {
		name: "the last goes first", arrows: "0>1 1>2 0>2", early: []int{never, never, never}, most: 3, want: "0>1 1>2", crossed: 2,
	}, {
		name: "what tells most stays", arrows: "0>1 0>2/spare 1>2/holds 0>3/lost 2>3/proves", early: []int{never, never, never, never}, most: 3,
		want: "1>2 0>3 2>3", crossed: 3,
	}, {
		// 0, 1, 2 -> 3 and 2 -> 4
		name: "every customer keeps one before another has two", arrows: "0>3 1>3 2>3 2>4", early: []int{never, never, never, never, never}, most: 3,
		want: "0>3 1>3 2>4", crossed: 3,
	}, {
		// 0 -> 1 -> 2 -> 0, and 2 -> 3
		name: "a cycle starts where the cut comes first", arrows: "0>1 1>2 2>0 2>3", early: []int{2, 0, 1, 3}, most: 100,
		want: "1<0 1>2 2>0 2>3", crossed: 5,
	}} {
		t.Run(tt.name, func(t *testing.T) {
			arrows := parseArrows(t, tt.arrows)
			left, crossed := thin(arrows, tt.early, tt.most)
			if got := drawn(arrows); got != tt.want || crossed != tt.crossed || left != len(arrows)-len(strings.Fields(got)) {
				t.Errorf("drawn %s, %d left out, %d crossed; want %s, %d crossed", got, left, crossed, tt.want, tt.crossed)
			}
		})
	}
}

// TestThinned: whatever the arrows, those that are drawn cross no more columns than
// they may, lead to the right once the others are turned, and do so unturned where
// there is no cycle.
func TestThinned(t *testing.T) {
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 2))
		places, most := 2+rng.IntN(30), rng.IntN(200)
		var arrows []arrow
		for range rng.IntN(200) {
			a := arrow{from: rng.IntN(places), to: rng.IntN(places), weight: weight(rng.IntN(5))}
			if seed%2 == 0 && a.from > a.to {
				a.from, a.to = a.to, a.from
			}
			if a.from != a.to {
				arrows = append(arrows, a)
			}
		}
		early := make([]int, places)
		for n := range early {
			early[n] = rng.IntN(5)
		}
		left, crossed := thin(arrows, early, most)
		next := make([][]int, places)
		for _, a := range arrows {
			if !a.kept {
				left--
				continue
			}
			if a.back && seed%2 == 0 {
				t.Errorf("seed %d: %d > %d is turned though nothing leads back", seed, a.from, a.to)
			}
			from, to := a.ends()
			next[from] = append(next[from], to)
		}
		if left != 0 || crossed > most {
			t.Errorf("seed %d: %d columns crossed, %d allowed; %d more arrows left out than not drawn", seed, crossed, most, left)
		}
		if cyclic(next) {
			t.Errorf("seed %d: what is drawn leads round", seed)
		}
	}
}

// cyclic says whether some way leads back to where it started.
func cyclic(next [][]int) bool {
	const open, done = 1, 2
	state := make([]int, len(next))
	var visit func(n int) bool
	visit = func(n int) bool {
		if state[n] != 0 {
			return state[n] == open
		}
		state[n] = open
		if slices.ContainsFunc(next[n], visit) {
			return true
		}
		state[n] = done
		return false
	}
	for n := range next {
		if visit(n) {
			return true
		}
	}
	return false
}

// TestDense draws a network in which everybody supplies everybody behind him.
func TestDense(t *testing.T) {
	b := graph.NewBuilder(graph.Info{Title: "dense"})
	for i := range 100 {
		for j := range i {
			b.AddSource(graph.Source{Supplier: fmt.Sprint("n", j), Customer: fmt.Sprint("n", i)})
		}
	}
	net := b.Build()
	r := cutting(t, net, "n50")
	v := choose(t, net, r, Options{All: true})
	const note = " of 4,950 arrows between them drawn, there is no room for more; those that show why come first."
	if last := v.Notes[len(v.Notes)-1]; !strings.HasSuffix(last, note) || len(v.Edges)+v.ArrowsLeft != 4950 {
		t.Errorf("%d arrows drawn, %d left out, and the note says %q", len(v.Edges), v.ArrowsLeft, last)
	}
	checkPaths(t, net, r, v)
	if err := v.Write(t.Context(), io.Discard, SVG, WriteOptions{}); err != nil {
		t.Error(err)
	}
	if all := choose(t, net, r, Options{All: true, AllArrows: true}); len(all.Edges) != 4950 {
		t.Errorf("%d arrows of 4950 though all are asked for", len(all.Edges))
	}
}
