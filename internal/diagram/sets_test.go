package diagram

import (
	"context"
	"errors"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// family is sets of up to 8 variables, a bit for each.
type family []uint8

// minimal sorts a family and drops what contains another set or is too large.
func minimal(all family, size int) family {
	all = slices.Compact(slices.Sorted(slices.Values(all)))
	var kept family
	for _, a := range all {
		contains := slices.ContainsFunc(all, func(b uint8) bool { return b != a && a&b == b })
		if !contains && bits.OnesCount8(a) <= size {
			kept = append(kept, a)
		}
	}
	return kept
}

func (f family) in(s *Sets) ID {
	id := None
	for _, set := range f {
		one := Unit
		for v := range int32(8) {
			if set>>v&1 == 1 {
				one = s.Product(one, s.Single(v), 8)
			}
		}
		id = s.Union(id, one)
	}
	return id
}

func read(s *Sets, id ID) family {
	var f family
	for set := range s.Keep(id).All() {
		var b uint8
		for _, v := range set {
			b |= 1 << v
		}
		f = append(f, b)
	}
	slices.Sort(f)
	return f
}

func draw(rng *rand.Rand) family {
	var f family
	for range rng.IntN(7) {
		f = append(f, uint8(rng.UintN(256)&rng.UintN(256)))
	}
	return minimal(f, 8)
}

// TestSets holds every operation against lists of sets.
func TestSets(t *testing.T) {
	for seed := range uint64(2_000) {
		rng := rand.New(rand.NewPCG(seed, 3))
		s := NewSets(context.Background(), 1<<20)
		for range 10 {
			a, b, c := draw(rng), draw(rng), draw(rng)
			size := rng.IntN(5)
			x, y, z := a.in(s), b.in(s), c.in(s)
			var products, two family
			for _, p := range a {
				for _, q := range b {
					products = append(products, p|q)
				}
			}
			for _, pair := range [][2]family{{a, b}, {a, c}, {b, c}} {
				for _, p := range pair[0] {
					for _, q := range pair[1] {
						two = append(two, p|q)
					}
				}
			}
			rest := slices.DeleteFunc(slices.Clone(a), func(p uint8) bool {
				return slices.ContainsFunc(b, func(q uint8) bool { return p&q == q })
			})
			exact := slices.DeleteFunc(slices.Clone(a), func(p uint8) bool { return bits.OnesCount8(p) != size })
			for _, c := range []struct {
				what string
				got  ID
				want family
			}{
				{"itself", x, a},
				{"union", s.Union(x, y), minimal(slices.Concat(a, b), 8)},
				{"without", s.Without(x, y), rest},
				{"product", s.Product(x, y, size), minimal(products, size)},
				{"whole product", s.Product(x, y, endless), minimal(products, 8)},
				{"two of three", s.AtLeast(2, []ID{x, y, z}, size), minimal(two, size)},
				{"truncate", s.Truncate(x, size), minimal(a, size)},
				{"sized", s.Sized(x, size), exact},
			} {
				if got := read(s, c.got); !slices.Equal(got, c.want) {
					t.Fatalf("seed %d: %s of %b and %b: got %b, want %b", seed, c.what, a, b, got, c.want)
				}
			}
			var list [][]int32
			for set := range s.Keep(s.Sized(x, size)).All() {
				list = append(list, slices.Clone(set))
			}
			if s.Of(list) != s.Sized(x, size) {
				t.Fatalf("seed %d: %b is not the family of %v", seed, exact, list)
			}
			if got := s.Keep(x).Count(func(int32) int { return 1 }); got.Int64() != int64(len(a)) {
				t.Fatalf("seed %d: %v sets, want %d", seed, got, len(a))
			}
		}
	}
}

func TestOrderOfSets(t *testing.T) {
	s := NewSets(context.Background(), 1<<20)
	id := family{0b0111, 0b1001, 0b1010}.in(s)
	var got []string
	for set := range s.Keep(id).All() {
		var text strings.Builder
		for _, v := range set {
			text.WriteString(string(rune('a' + v)))
		}
		got = append(got, text.String())
	}
	if want := []string{"abc", "ad", "bd"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLimits(t *testing.T) {
	fill := func(s *Sets) {
		all := None
		for v := range int32(100) {
			all = s.Union(all, s.Product(s.Single(v), s.Single(v+100), endless))
			all = s.Product(all, s.Union(all, s.Single(v+200)), endless)
		}
	}
	s := NewSets(context.Background(), 100_000)
	if fill(s); !errors.Is(s.Err(), ErrFull) || s.Room() < 0 || s.bytes() > 100_000 {
		t.Errorf("%d bytes, room for %d, error %v", s.bytes(), s.Room(), s.Err())
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s = NewSets(ctx, 1<<20)
	if fill(s); !errors.Is(s.Err(), context.Canceled) {
		t.Errorf("error %v", s.Err())
	}
}
