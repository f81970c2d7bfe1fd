package esri_test

import (
	"math"
	"testing"
)

// TestPublishedChain holds the values that vitelot/Economic-Systemic-Risk prints for its own
// sample (data/test_list.csv and data/test_esri.csv, v0.1.0): every firm's index by the stop
// rule. A link's type 2, 1 or 0 is the level of the need here.
func TestPublishedChain(t *testing.T) {
	net := network(`A X 1 critical
B X 1 critical
C X 1 critical
D X 1 critical
E X 1 degrading
F X 1 degrading
G X 1 degrading
H X 1 optional
X I 1 critical
X J 1 degrading
X K 1 critical
K L 1 critical`, map[string]string{
		"A": "1", "B": "2", "C": "2", "D": "2", "E": "3", "F": "3", "G": "5", "H": "99", "X": "1", "I": "1", "J": "3", "K": "4", "L": "2",
	}, "")
	for id, want := range map[string]float64{
		"A": 0.4166666666666667, "X": 1, "B": 0.1369047619047619, "C": 0.1369047619047619, "D": 0.1369047619047619,
		"E": 0.12320402298850575, "F": 0.12320402298850575, "G": 0.12320402298850575, "H": 0.08333333333333333,
		"I": 0.30555555555555564, "J": 0.30555555555555564, "K": 0.388888888888889, "L": 0.388888888888889,
	} {
		if got := cut(t, net, id, 1).Stopped.Total; math.Abs(got-want) > 1e-14 {
			t.Errorf("%s: %.16g, want %.16g", id, got, want)
		}
	}
}

// TestPublishedMixed holds the value that the tests of ESRIcascade.jl state for their mixed
// classification of inputs (MIT licence; computed there by fastcascade's C++ routine, too): the
// first of six firms closed, downstream alone, converged.
func TestPublishedMixed(t *testing.T) {
	net := network(`1 2 3
1 3 2
1 4 7
1 5 5
1 6 11
2 1 4
2 3 9
2 4 1
2 5 8
2 6 6
3 1 10
3 2 2
3 4 4
3 5 3
3 6 7
4 1 6
4 2 5
4 3 1
4 5 9
4 6 2
5 1 8
5 2 3
5 3 6
5 4 10
5 6 4
6 1 2
6 2 7
6 3 5
6 4 3
6 5 11`, map[string]string{"1": "a", "2": "b", "3": "c", "4": "a", "5": "b", "6": "c"}, `a a essential
a b linear
a c none
b a none
b b essential
b c linear
c a linear
c b none
c c essential`)
	if got := cut(t, net, "1", 1); math.Abs(got.Settled.Downstream-0.50687988214742541) > 1e-10 || got.Open {
		t.Errorf("%+v", got)
	}
}
