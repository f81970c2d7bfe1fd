package diagram

import (
	"iter"
	"math/big"
)

// Of is the family of a list of sets of one size, each of rising variables, listed as in a
// dictionary.
func (s *Sets) Of(list [][]int32) ID {
	if len(list) > 0 && len(list[0]) == 0 {
		return Unit
	}
	id := None
	for end := len(list); end > 0; {
		v, first := list[end-1][0], end-1
		for first > 0 && list[first-1][0] == v {
			first--
		}
		rest := make([][]int32, 0, end-first)
		for _, set := range list[first:end] {
			rest = append(rest, set[1:])
		}
		id = s.at(v, id, s.Of(rest))
		end = first
	}
	return id
}

// All yields the sets of a family, each as rising variables, in the order of a
// dictionary. A set is valid until the next. Nothing may be made in the store
// meanwhile.
func (s *Sets) All(a ID) iter.Seq[[]int32] {
	return func(yield func([]int32) bool) {
		var set []int32
		var walk func(a ID) bool
		walk = func(a ID) bool {
			for a > Unit {
				n := s.nodes[a]
				set = append(set, n.variable)
				ok := walk(n.hi)
				set = set[:len(set)-1]
				if !ok {
					return false
				}
				a = n.lo
			}
			return a == None || yield(set)
		}
		walk(a)
	}
}

// Count is how many sets a family has, if a variable stands for so many.
func (s *Sets) Count(a ID, weight func(variable int32) int) *big.Int {
	known := map[ID]*big.Int{None: new(big.Int), Unit: big.NewInt(1)}
	var count func(a ID) *big.Int
	count = func(a ID) *big.Int {
		if c, ok := known[a]; ok {
			return c
		}
		n := s.nodes[a]
		c := big.NewInt(int64(weight(n.variable)))
		c.Mul(c, count(n.hi)).Add(c, count(n.lo))
		known[a] = c
		return c
	}
	return count(a)
}

// Largest is the size of the largest set of a family, 0 if it has none.
func (s *Sets) Largest(a ID) int { return int(s.nodes[a].max) }

// Sum adds up the sets of a family, each as the product of what its variables
// weigh. O(nodes of the store).
func (s *Sets) Sum(a ID, weight func(variable int32) float64) float64 {
	sums := make([]float64, a+2)
	sums[Unit] = 1
	for id := Unit + 1; id <= a; id++ {
		n := &s.nodes[id]
		sums[id] = sums[n.lo] + weight(n.variable)*sums[n.hi]
	}
	return sums[a]
}
