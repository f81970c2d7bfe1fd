package diagram

import (
	"context"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
)

// holds says whether a function is true for a set of variables.
func holds(f *Functions, a ID, set uint8) bool {
	for a > Unit {
		n := f.of(a)
		if set>>n.variable&1 == 1 {
			a = n.hi
		} else {
			a = n.lo
		}
	}
	return a == Unit
}

// TestFunctions holds functions against all 256 sets of variables.
func TestFunctions(t *testing.T) {
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 4))
		s, f := NewSets(context.Background(), 1<<20), NewFunctions(context.Background(), 1<<20)
		a, b, c := draw(rng), draw(rng), draw(rng)
		x, y, z := f.Covered(s.Keep(a.in(s))), f.Covered(s.Keep(b.in(s))), f.Covered(s.Keep(c.in(s)))
		covers := func(f family, set uint8) bool {
			return slices.ContainsFunc(f, func(one uint8) bool { return one&set == one })
		}
		either, both, two := f.Union(x, y), f.Both(x, y), f.AtLeast(2, []ID{x, y, z})
		p := make([]float64, 8)
		for v := range p {
			p[v] = rng.Float64()
		}
		want := 0.
		for set := range 256 {
			set := uint8(set)
			inA, inB, inC := covers(a, set), covers(b, set), covers(c, set)
			most := inA && inB || inA && inC || inB && inC
			if holds(f, x, set) != inA || holds(f, either, set) != (inA || inB) || holds(f, both, set) != (inA && inB) || holds(f, two, set) != most {
				t.Fatalf("seed %d: %b for %b, %b, %b", seed, set, a, b, c)
			}
			if most {
				chance := 1.
				for v := range p {
					if set>>v&1 == 1 {
						chance *= p[v]
					} else {
						chance *= 1 - p[v]
					}
				}
				want += chance
			}
		}
		if got := f.Probability(two, func(v int32) float64 { return p[v] }); math.Abs(got-want) > 1e-12 {
			t.Fatalf("seed %d: probability %v, want %v", seed, got, want)
		}
		v := rng.IntN(8)
		var rests family
		for _, set := range a {
			if set>>v&1 == 1 {
				rests = append(rests, set&^(1<<v))
			}
		}
		rest := f.Rests(s.Keep(a.in(s)), int32(v))
		for set := range 256 {
			if got, want := holds(f, rest, uint8(set)), covers(rests, uint8(set)); got != want {
				t.Fatalf("seed %d: rests of %b: %b covered %v, want %v", seed, a, set, got, want)
			}
		}
		if got := read(s, f.Minimal(s, f.Union(x, y))); !slices.Equal(got, minimal(slices.Concat(a, b), 8)) {
			t.Fatalf("seed %d: minimal sets of %b or %b: %b", seed, a, b, got)
		}
		sum := 0.
		for _, set := range a {
			sum += math.Pow(0.5, float64(bits.OnesCount8(set)))
		}
		if got := s.Keep(a.in(s)).Sum(func(int32) float64 { return 0.5 }); math.Abs(got-sum) > 1e-12 {
			t.Fatalf("seed %d: sum %v, want %v", seed, got, sum)
		}
	}
}
