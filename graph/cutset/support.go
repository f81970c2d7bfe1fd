package cutset

import "math/bits"

// bitset is a set of variables.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) has(v int32) bool { return b[v>>6]>>(v&63)&1 == 1 }
func (b bitset) add(v int32)      { b[v>>6] |= 1 << (v & 63) }

// common is how many variables are in both sets.
func (b bitset) common(c bitset) int {
	n := 0
	for w := range b {
		n += bits.OnesCount64(b[w] & c[w])
	}
	return n
}

// supporter finds supports: variables that keep the product running even if
// all others are lost.
type supporter struct {
	*losses
	in   []bool // by gate: part of the support
	todo []int32
	turn int // which of several suppliers comes first, so that supports differ
}

// support is a support of the product as it runs now. It holds nothing that is lost. Every cut
// set must hold some of it.
func (s *supporter) support() bitset {
	clear(s.in)
	support := newBitset(len(s.groups))
	s.take(s.formula.top)
	for len(s.todo) > 0 {
		g := s.todo[len(s.todo)-1]
		s.todo = s.todo[:len(s.todo)-1]
		for _, v := range s.variables.of(g) {
			support.add(v)
		}
		for _, to := range s.forced.of(g) {
			s.take(to)
		}
		for _, q := range s.quorums.of(g) {
			s.takeSome(s.members.of(q), int(s.dead[q]))
		}
	}
	return support
}

func (s *supporter) take(gate int32) {
	if !s.in[gate] {
		s.in[gate] = true
		s.todo = append(s.todo, gate)
	}
}

// takeSome takes as many gates as keep a quorum from breaking, if possible such
// as are part of the support anyway.
func (s *supporter) takeSome(gates []int32, dead int) {
	missing := len(gates) - dead + 1
	for _, to := range gates {
		if s.in[to] {
			missing--
		}
	}
	s.turn++
	for n := range gates {
		to := gates[(n+s.turn)%len(gates)]
		if missing > 0 && !s.in[to] && !s.broken[to] {
			s.take(to)
			for _, other := range gates { // a supplier named twice counts twice
				if other == to {
					missing--
				}
			}
		}
	}
}
