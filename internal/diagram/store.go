package diagram

import (
	"context"
	"errors"
)

// ID is a diagram in a store. Equal diagrams have equal IDs.
type ID int32

// None is the family without a set, and the function that is never true. Unit is
// the family of the empty set alone, and the function that is always true.
const (
	None ID = iota
	Unit
)

// ErrFull is that a store has as many nodes as it may have.
var ErrFull = errors.New("no memory is left for more diagrams")

// NodeBytes is about what a node of a store costs.
const NodeBytes = 56

// node asks for a variable: without it the rest is lo, with it hi.
type node struct {
	variable int32
	lo, hi   ID
	min, max int32 // sizes of the smallest and the largest set of a family
}

const (
	last     = 1<<31 - 1 // variable of None and Unit: asked after all others
	endless  = 1 << 28   // a size that no set has
	minTable = 1 << 10
)

type store struct {
	Tick func() // called now and then while something is made; nil: nobody asks

	ctx   context.Context
	limit int
	err   error
	work  int // operations since the context was looked at

	nodes []node
	table []ID // by hash, None where free; twice as many as nodes at least
	cache []result
}

// result of an operation on two diagrams. Later ones overwrite it.
type result struct {
	a, b ID
	op   uint32
	id   ID
}

func newStore(ctx context.Context, limit int) store {
	return store{
		ctx: ctx, limit: limit,
		nodes: []node{{variable: last, min: endless}, {variable: last}},
		table: make([]ID, minTable), cache: make([]result, minTable),
	}
}

// Err is ErrFull or that of the context, nil while results hold.
func (s *store) Err() error { return s.err }

// Len is how many nodes the store has.
func (s *store) Len() int { return len(s.nodes) }

// either is the union of two diagrams where one of them decides it, of families and functions alike; else None.
func either(a, b ID) (ID, bool) {
	switch {
	case a == None || a == b:
		return b, true
	case b == None:
		return a, true
	case a == Unit || b == Unit:
		return Unit, true
	}
	return None, false
}

// void says that it is of no use to go on.
func (s *store) void() bool {
	if s.work++; s.work&(1<<10-1) == 0 && s.err == nil {
		s.err = s.ctx.Err()
		if s.Tick != nil {
			s.Tick()
		}
	}
	return s.err != nil
}

// at finds or makes a node.
func (s *store) at(variable int32, lo, hi ID) ID {
	mask := uint32(len(s.table) - 1)
	slot := hash(variable, lo, hi) & mask
	for ; s.table[slot] != None; slot = (slot + 1) & mask {
		if n := &s.nodes[s.table[slot]]; n.variable == variable && n.lo == lo && n.hi == hi {
			return s.table[slot]
		}
	}
	if len(s.nodes) >= s.limit {
		if s.err == nil {
			s.err = ErrFull
		}
		return None
	}
	id := ID(len(s.nodes))
	l, h := &s.nodes[lo], &s.nodes[hi]
	s.nodes = append(s.nodes, node{variable, lo, hi, min(l.min, h.min+1), max(l.max, h.max+1)})
	s.table[slot] = id
	if 2*len(s.nodes) > len(s.table) {
		s.grow()
	}
	return id
}

func (s *store) grow() {
	s.table = make([]ID, 2*len(s.table))
	mask := uint32(len(s.table) - 1)
	for id := 2; id < len(s.nodes); id++ {
		n := &s.nodes[id]
		slot := hash(n.variable, n.lo, n.hi) & mask
		for s.table[slot] != None {
			slot = (slot + 1) & mask
		}
		s.table[slot] = ID(id)
	}
	old := s.cache
	s.cache = make([]result, len(s.table)/2)
	for _, r := range old {
		if r.op != 0 {
			*s.slot(r.a, r.b, r.op) = r
		}
	}
}

func (s *store) slot(a, b ID, op uint32) *result {
	return &s.cache[hash(int32(op), a, b)&uint32(len(s.cache)-1)]
}

// known looks for the result of an operation, which is not 0.
func (s *store) known(a, b ID, op uint32) (ID, bool) {
	r := s.slot(a, b, op)
	return r.id, r.a == a && r.b == b && r.op == op
}

func (s *store) keep(a, b ID, op uint32, id ID) ID {
	*s.slot(a, b, op) = result{a, b, op, id}
	return id
}

func hash(v int32, a, b ID) uint32 {
	h := uint64(uint32(v))*0x9e3779b97f4a7c15 ^ uint64(uint32(a))*0xc2b2ae3d27d4eb4f ^ uint64(uint32(b))*0x165667b19e3779f9
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return uint32(h >> 32)
}
