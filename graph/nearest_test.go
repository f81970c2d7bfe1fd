package graph_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
)

func TestNearest(t *testing.T) {
	names := []string{"asml", "tsmc", "nexperia", "nx-hamburg", "nx-dongguan", "p", "x9", "台积电", "联发科", "Foxconn", "foxconn zhengzhou", "asml"}
	tests := []struct {
		word  string
		limit int
		want  []string
	}{
		{"asml", 3, []string{"asml"}},
		{"ASML", 3, []string{"asml"}},
		{"amsl", 3, []string{"asml"}}, // two letters swapped
		{"asm", 3, []string{"asml"}},
		{"nexeria", 3, []string{"nexperia"}},
		{"hamburg", 3, []string{"nx-hamburg"}},
		{"nx-", 1, []string{"nx-hamburg"}},
		{"nx-", 3, []string{"nx-hamburg", "nx-dongguan"}},
		{"foxcon", 3, []string{"Foxconn", "foxconn zhengzhou"}},
		{"台积店", 3, []string{"台积电"}},
		{"q", 3, nil},
		{"P", 3, []string{"p"}},
		{"x8", 3, []string{"x9"}},
		{"intel", 3, nil},
		{"", 3, nil},
		{"asml", 0, nil},
		{strings.Repeat("a", 101), 3, nil},
	}
	for _, c := range tests {
		if got := graph.Nearest(c.word, slices.Values(names), c.limit); !slices.Equal(got, c.want) {
			t.Errorf("Nearest(%q, %d) = %q, want %q", c.word, c.limit, got, c.want)
		}
	}
}

// TestNearestCountsEdits holds the quick distance against its definition.
func TestNearestCountsEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	word := func() []rune {
		w := make([]rune, 1+r.IntN(9))
		for i := range w {
			w[i] = []rune("abü")[r.IntN(3)]
		}
		return w
	}
	for range 20_000 {
		a, b := word(), word()
		most := max(len(a)/3, min(1, len(a)-1))
		want := plainEdits(a, b) <= most || len(a) >= 3 && strings.Contains(string(b), string(a))
		if got := len(graph.Nearest(string(a), slices.Values([]string{string(b)}), 1)) == 1; got != want {
			t.Fatalf("%q for %q: %t, want %t", string(b), string(a), got, want)
		}
	}
}

// plainEdits tries all ways.
func plainEdits(a, b []rune) int {
	switch {
	case len(a) == 0:
		return len(b)
	case len(b) == 0:
		return len(a)
	case a[0] == b[0]:
		return plainEdits(a[1:], b[1:])
	}
	least := 1 + min(plainEdits(a[1:], b), plainEdits(a, b[1:]), plainEdits(a[1:], b[1:]))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		least = min(least, 1+plainEdits(a[2:], b[2:]))
	}
	return least
}
