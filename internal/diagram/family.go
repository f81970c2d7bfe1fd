package diagram

import (
	"iter"
	"math/big"
	"math/bits"
	"unsafe"
)

// Family is a family by itself: a copy of its diagram, without the store that it was made in.
// The zero value has no set.
type Family struct {
	nodes []kept // each after those it leads to, None and Unit first
	root  ID
}

// kept is a node of which nothing is made any more.
type kept struct {
	variable int32
	lo, hi   ID
}

const keptBytes = int(unsafe.Sizeof(kept{}))

// Bytes is what the family takes, with a number for each node to add it up.
func (f Family) Bytes() int { return len(f.nodes) * (keptBytes + 8) }

// Keep copies a family. The store must have room for it.
func (s *Sets) Keep(a ID) Family {
	if grown := s.nodes - len(s.places); grown > 0 {
		if !s.take(s.nodes * idBytes) {
			return Family{}
		}
		s.room += len(s.places) * idBytes
		s.places = make([]ID, s.nodes)
	}
	n := s.reach(a) + 2
	if !s.take(n * (keptBytes + 8)) {
		return Family{}
	}
	f := Family{nodes: make([]kept, 2, n)}
	f.root = s.copy(a, &f)
	return f
}

// reach counts the nodes of a diagram, and marks them.
func (s *Sets) reach(a ID) int {
	if a <= Unit || s.places[a] == marked {
		return 0
	}
	s.places[a] = marked
	n := s.of(a)
	return 1 + s.reach(n.lo) + s.reach(n.hi)
}

const marked ID = -1

// copy adds a marked diagram to a family, and says where.
func (s *Sets) copy(a ID, f *Family) ID {
	if a <= Unit {
		return a
	}
	if s.places[a] == marked {
		n := s.of(a)
		lo, hi := s.copy(n.lo, f), s.copy(n.hi, f)
		s.places[a] = ID(len(f.nodes))
		f.nodes = append(f.nodes, kept{n.variable, lo, hi})
	}
	return s.places[a]
}

// All yields the sets of a family, each as rising variables, in the order of a
// dictionary. A set is valid until the next.
func (f Family) All() iter.Seq[[]int32] {
	return func(yield func([]int32) bool) {
		var set []int32
		var walk func(a ID) bool
		walk = func(a ID) bool {
			for a > Unit {
				n := f.nodes[a]
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
		walk(f.root)
	}
}

// Count is how many sets a family has, if a variable stands for so many.
func (f Family) Count(weight func(variable int32) int) *big.Int {
	counts := make([]uint64, len(f.nodes)+2)
	counts[Unit] = 1
	for id := int(Unit) + 1; id < len(f.nodes); id++ {
		n := f.nodes[id]
		over, product := bits.Mul64(uint64(weight(n.variable)), counts[n.hi])
		sum, carry := bits.Add64(product, counts[n.lo], 0)
		if over+carry > 0 {
			return f.countMore(weight, counts[:id])
		}
		counts[id] = sum
	}
	return new(big.Int).SetUint64(counts[f.root])
}

// countMore counts on from where the numbers are larger than 64 bits.
func (f Family) countMore(weight func(variable int32) int, low []uint64) *big.Int {
	counts := make([]*big.Int, 0, len(f.nodes))
	for _, c := range low {
		counts = append(counts, new(big.Int).SetUint64(c))
	}
	for _, n := range f.nodes[len(low):] {
		c := big.NewInt(int64(weight(n.variable)))
		counts = append(counts, c.Mul(c, counts[n.hi]).Add(c, counts[n.lo]))
	}
	return counts[f.root]
}

// Sum adds up the sets of a family, each as the product of what its variables
// weigh. O(nodes).
func (f Family) Sum(weight func(variable int32) float64) float64 {
	sums := make([]float64, len(f.nodes)+2)
	sums[Unit] = 1
	for id := int(Unit) + 1; id < len(f.nodes); id++ {
		n := f.nodes[id]
		sums[id] = sums[n.lo] + weight(n.variable)*sums[n.hi]
	}
	return sums[f.root]
}
