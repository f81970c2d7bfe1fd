package diagram

import (
	"context"
	"errors"
	"runtime"
	"unsafe"
)

// ID is a diagram in a store. Equal diagrams have equal IDs.
type ID int32

// None is the family without a set, and the function that is never true. Unit is
// the family of the empty set alone, and the function that is always true.
const (
	None ID = iota
	Unit
)

// ErrFull is that a store has taken as much memory as it may.
var ErrFull = errors.New("no memory is left for more diagrams")

// node asks for a variable: without it the rest is lo, with it hi.
type node struct {
	variable int32
	lo, hi   ID
	min, max int32 // sizes of the smallest and the largest set of a family
}

// chunk is so many nodes: a store grows without moving them.
type chunk [1 << chunkBits]node

const (
	last      = 1<<31 - 1 // variable of None and Unit: asked after all others
	endless   = 1 << 28   // a size that no set has
	chunkBits = 10
	minTable  = 1 << 10
	minCache  = minTable / 2
	large     = 1 << 24 // bytes that are not left to the collector
)

const (
	chunkBytes  = int(unsafe.Sizeof(chunk{}))
	idBytes     = int(unsafe.Sizeof(None))
	resultBytes = int(unsafe.Sizeof(result{}))
)

type store struct {
	Tick func() // called now and then while something is made; nil: nobody asks

	ctx  context.Context
	room int // bytes that may still be taken
	err  error
	work int // operations since the context was looked at

	chunks []*chunk
	nodes  int
	table  []ID // by hash, None where free
	cache  []result
}

// result of an operation on two diagrams. Later ones overwrite it.
type result struct {
	a, b ID
	op   uint32
	id   ID
}

func newStore(ctx context.Context, memory int) store {
	s := store{
		ctx: ctx, room: memory,
		chunks: []*chunk{{None: {variable: last, min: endless}, Unit: {variable: last}}}, nodes: 2,
		table: make([]ID, minTable), cache: make([]result, minCache),
	}
	s.take(s.bytes())
	return s
}

// Err is ErrFull or that of the context, nil while results hold.
func (s *store) Err() error { return s.err }

// Room is how many bytes may still be taken.
func (s *store) Room() int { return s.room }

// Free gives back what the store has taken. It is of no use then.
func (s *store) Free() {
	collect := s.bytes() > large
	s.chunks, s.table, s.cache = nil, nil, nil
	if collect {
		runtime.GC() // else it would wait until the heap has doubled
	}
}

func (s *store) bytes() int {
	return len(s.chunks)*chunkBytes + len(s.table)*idBytes + len(s.cache)*resultBytes
}

// take counts what is about to be allocated. If there is no room for it the store is full.
func (s *store) take(bytes int) bool {
	if bytes > s.room {
		if s.err == nil {
			s.err = ErrFull
		}
		return false
	}
	s.room -= bytes
	return true
}

func (s *store) of(id ID) *node { return &s.chunks[uint32(id)>>chunkBits][uint32(id)&(1<<chunkBits-1)] }

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
		if n := s.of(s.table[slot]); n.variable == variable && n.lo == lo && n.hi == hi {
			return s.table[slot]
		}
	}
	if s.nodes == len(s.chunks)<<chunkBits {
		if !s.take(chunkBytes) {
			return None
		}
		s.chunks = append(s.chunks, new(chunk))
	}
	id, l, h := ID(s.nodes), s.of(lo), s.of(hi)
	*s.of(id) = node{variable, lo, hi, min(l.min, h.min+1), max(l.max, h.max+1)}
	s.table[slot] = id
	if s.nodes++; 2*s.nodes > len(s.table) {
		s.grow()
	}
	return id
}

// grow doubles the table, and the cache, which can do with less where there is no room for more.
func (s *store) grow() {
	if !s.take(2 * len(s.table) * idBytes) {
		return
	}
	s.room += len(s.table) * idBytes
	s.table = make([]ID, 2*len(s.table))
	mask := uint32(len(s.table) - 1)
	for id := Unit + 1; id < ID(s.nodes); id++ {
		n := s.of(id)
		slot := hash(n.variable, n.lo, n.hi) & mask
		for s.table[slot] != None {
			slot = (slot + 1) & mask
		}
		s.table[slot] = id
	}
	if 2*len(s.cache)*resultBytes <= s.room {
		s.room -= len(s.cache) * resultBytes
		old := s.cache
		s.cache = make([]result, 2*len(s.cache))
		for _, r := range old {
			if r.op != 0 {
				*s.slot(r.a, r.b, r.op) = r
			}
		}
	}
	if len(s.table)*idBytes > large {
		runtime.GC() // what was dropped counts no more, see Free
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
