package graph

import (
	"hash/maphash"
	"iter"
	"strings"
)

// lexicon numbers strings from 0, in the order they are first met, and keeps
// each once, all in one text. It takes less than half the memory of a map and a
// slice, and gives the garbage collector nothing to look at.
type lexicon[T ~int32] struct {
	seed  maphash.Seed
	text  strings.Builder
	ends  []int     // the string of number i is text[ends[i]:ends[i+1]]
	slots []slot[T] // a power of two of them, at most three quarters taken
}

// slot is a place of a hash table with linear probing.
type slot[T ~int32] struct {
	hash  uint32
	taken T // the number of its string, counted from 1; 0 = free
}

func newLexicon[T ~int32]() lexicon[T] {
	return lexicon[T]{seed: maphash.MakeSeed(), ends: []int{0}, slots: make([]slot[T], 16)}
}

func (l *lexicon[T]) len() int { return len(l.ends) - 1 }

// at is the string of a number.
func (l *lexicon[T]) at(i T) string { return l.text.String()[l.ends[i]:l.ends[i+1]] }

// all lists the strings in the order of their numbers.
func (l *lexicon[T]) all() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range T(l.len()) {
			if !yield(l.at(i)) {
				return
			}
		}
	}
}

func (l *lexicon[T]) find(s string) (T, bool) {
	at := l.probe(s, l.hash(s))
	return at.taken - 1, at.taken > 0
}

// add gives the number of s, which it copies: a loader's cells share the memory
// of a whole row.
func (l *lexicon[T]) add(s string) T {
	h := l.hash(s)
	at := l.probe(s, h)
	if at.taken > 0 {
		return at.taken - 1
	}
	l.text.WriteString(s)
	l.ends = append(l.ends, l.text.Len())
	*at = slot[T]{h, T(l.len())}
	if l.len() > len(l.slots)/4*3 {
		l.grow()
	}
	return T(l.len() - 1)
}

func (l *lexicon[T]) hash(s string) uint32 { return uint32(maphash.String(l.seed, s)) }

// probe finds the slot of s, or the free one that it would take.
func (l *lexicon[T]) probe(s string, h uint32) *slot[T] {
	mask := uint32(len(l.slots) - 1)
	for p := h & mask; ; p = (p + 1) & mask {
		at := &l.slots[p]
		if at.taken == 0 || at.hash == h && l.at(at.taken-1) == s {
			return at
		}
	}
}

func (l *lexicon[T]) grow() {
	old := l.slots
	l.slots = make([]slot[T], 2*len(old))
	mask := uint32(len(l.slots) - 1)
	for _, s := range old {
		if s.taken == 0 {
			continue
		}
		p := s.hash & mask
		for l.slots[p].taken > 0 {
			p = (p + 1) & mask
		}
		l.slots[p] = s
	}
}
