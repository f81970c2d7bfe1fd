package linear

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// exact solves in rational numbers, by Gauss and Jordan; nil if there is no solution
// or more than one.
func exact(e *Equations) []*big.Rat {
	n := len(e.known)
	rat := func(v float64) *big.Rat { return new(big.Rat).SetFloat64(v) }
	rows := make([][]*big.Rat, n)
	for i := range rows {
		rows[i] = make([]*big.Rat, n+1)
		for j := range rows[i] {
			rows[i][j] = new(big.Rat)
		}
		rows[i][i] = rat(1)
		rows[i][n] = rat(e.known[i])
		for _, t := range e.of(int32(i)) {
			rows[i][t.from].Sub(rows[i][t.from], rat(t.coef))
		}
	}
	for c := range n {
		p := c
		for p < n && rows[p][c].Sign() == 0 {
			p++
		}
		if p == n {
			return nil
		}
		rows[c], rows[p] = rows[p], rows[c]
		inv := new(big.Rat).Inv(rows[c][c])
		for j := c; j <= n; j++ {
			rows[c][j].Mul(rows[c][j], inv)
		}
		for i := range n {
			if i == c || rows[i][c].Sign() == 0 {
				continue
			}
			f := new(big.Rat).Set(rows[i][c])
			for j := c; j <= n; j++ {
				rows[i][j].Sub(rows[i][j], new(big.Rat).Mul(f, rows[c][j]))
			}
		}
	}
	x := make([]*big.Rat, n)
	for i := range x {
		x[i] = rows[i][n]
	}
	return x
}

// random makes equations whose rows sum to at most gain, and some of them to exactly
// that but for rounding.
func random(rng *rand.Rand, n int, gain float64, known func() float64) *Equations {
	e := &Equations{}
	for range n {
		terms, rest := rng.IntN(4), gain
		if rng.IntN(4) == 0 {
			rest *= rng.Float64()
		}
		for t := range terms {
			coef := rest
			if t < terms-1 {
				coef *= rng.Float64()
			}
			rest -= coef
			if coef > 0 {
				e.Term(coef, int32(rng.IntN(n)))
			}
		}
		e.End(known())
	}
	return e
}

// TestExact compares with rational numbers, at gains up to 1 - 1e-9.
func TestExact(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, gap := range []float64{0.5, 1e-3, 1e-6, 1e-9} {
		for range 300 {
			e := random(rng, 1+rng.IntN(12), 1-gap, func() float64 {
				return gap * float64(rng.IntN(2)) * rng.Float64()
			})
			got, ok := e.Solve()
			want := exact(e)
			for i := range got {
				w, _ := want[i].Float64()
				if !ok || math.Abs(got[i]-w) > 1e-15*w {
					t.Fatalf("gap %v: unknown %d of %+v is %v, want %v", gap, i, e, got[i], w)
				}
			}
		}
	}
}

// TestRunaway compares with the inverse of I - A: the gain is below 1 if and only if it
// exists and has no entry below 0.
func TestRunaway(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	runaway := 0
	for range 3000 {
		e := random(rng, 1+rng.IntN(6), 0.5+rng.Float64(), func() float64 { return -rng.Float64() })
		x, ok := e.Solve()
		if below := gainBelowOne(e); below != ok {
			t.Fatalf("%+v: solved %v, gain below 1 %v", e, ok, below)
		}
		if !ok {
			runaway++
		}
		check(t, e, x, ok)
	}
	if runaway < 300 {
		t.Errorf("%d of 3000 run away", runaway)
	}
}

// TestRunawayKnot has knots too large to be eliminated at once, of gains around 1.
func TestRunawayKnot(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, test := range []struct {
		gain float64
		ok   bool
	}{{0.9, true}, {0.999, true}, {1.001, false}, {1.1, false}} {
		e := &Equations{}
		for range 1000 {
			for range 3 {
				e.Term(test.gain/3, rng.Int32N(1000))
			}
			e.End(rng.Float64() - 0.6)
		}
		x, ok := e.Solve()
		if ok != test.ok {
			t.Errorf("gain %v: solved %v", test.gain, ok)
		}
		check(t, e, x, ok)
	}
}

// check judges a solution or a direction by itself.
func check(t *testing.T, e *Equations, x []float64, solved bool) {
	t.Helper()
	scale, some := 1.0, false
	for _, v := range x {
		scale, some = max(scale, math.Abs(v)), some || v != 0
	}
	for i, v := range x {
		grown := 0.0
		for _, term := range e.of(int32(i)) {
			grown += term.coef * x[term.from]
		}
		if solved && math.Abs(e.known[i]+grown-v) > 1e-14*scale {
			t.Fatalf("%+v: unknown %d is %v, its equation says %v", e, i, v, e.known[i]+grown)
		}
		if !solved && (v < 0 || grown < v*(1-1e-12) || !some) {
			t.Fatalf("%+v: unknown %d goes %v, but %v comes back", e, i, v, grown)
		}
	}
}

func gainBelowOne(e *Equations) bool {
	for at := range e.known {
		unit := *e
		unit.known = make([]float64, len(e.known))
		unit.known[at] = 1
		x := exact(&unit)
		for _, v := range x {
			if v.Sign() < 0 {
				return false
			}
		}
		if x == nil {
			return false
		}
	}
	return true
}

// TestZero: what no known part reaches is exactly 0.
func TestZero(t *testing.T) {
	const n = 2000
	rng := rand.New(rand.NewPCG(5, 6))
	e := &Equations{}
	for i := range int32(n) { // the first half leans on itself alone
		half := i / (n / 2) * (n / 2)
		for range 4 {
			e.Term(0.2499, half+rng.Int32N(n/2))
		}
		e.End(float64(half))
	}
	x, ok := e.Solve()
	for i, v := range x {
		if !ok || (v == 0) != (i < n/2) {
			t.Fatalf("unknown %d is %v", i, v)
		}
	}
}

// TestLarge has shapes that elimination dissolves, and knots that are iterated. What
// is known is what rows lack to a sum of 1, so that all unknowns are 1.
func TestLarge(t *testing.T) {
	const n = 100_000
	shapes := map[string]func(rng *rand.Rand, i int32) []int32{
		"ring":   func(_ *rand.Rand, i int32) []int32 { return []int32{(i + 1) % n} },
		"ladder": func(_ *rand.Rand, i int32) []int32 { return []int32{(i + 1) % n, (i + 2) % n} },
		"knot":   func(rng *rand.Rand, _ int32) []int32 { return []int32{rng.Int32N(n), rng.Int32N(n), rng.Int32N(n)} },
	}
	for name, shape := range shapes {
		for _, gap := range []float64{1e-3, 1e-9} {
			rng := rand.New(rand.NewPCG(7, 8))
			e := &Equations{}
			for i := range int32(n) {
				from, lack := shape(rng, i), number{high: 1}
				for _, j := range from {
					coef := (1 - gap) / float64(len(from))
					e.Term(coef, j)
					lack = lack.plus(-coef)
				}
				e.End(lack.value())
			}
			x, ok := e.Solve()
			for i, v := range x {
				if !ok || math.Abs(v-1) > 1e-15 {
					t.Fatalf("%s, gap %v: unknown %d is %v", name, gap, i, v)
				}
			}
		}
	}
}

// TestGrid is a strip of averages between two shores, at 0 and at 1, closed to a
// cylinder: unknowns rise evenly, and iteration has a long way.
func TestGrid(t *testing.T) {
	const length, round = 100, 100
	e := &Equations{}
	for i := range int32(length * round) {
		known := 0.0
		for _, j := range []int32{i - round, i + round, i/round*round + (i+1)%round, i/round*round + (i+round-1)%round} {
			switch {
			case j >= length*round:
				known = 0.25
			case j >= 0:
				e.Term(0.25, j)
			}
		}
		e.End(known)
	}
	x, ok := e.Solve()
	for i, v := range x {
		if want := float64(i/round+1) / (length + 1); !ok || math.Abs(v-want) > 1e-15 {
			t.Fatalf("unknown %d is %v, want %v", i, v, want)
		}
	}
}
