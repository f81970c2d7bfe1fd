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
func (l *lexicon[T]) add(s string) T { return l.addHashed(s, l.hash(s)) }

// batch is how many strings addAll takes at most.
const batch = 32

// addAll is add for several strings at once: reads of memory far apart, for each
// of which add would have to wait, are on their way together. In a lexicon larger
// than the processor's cache that is three times as fast.
func (l *lexicon[T]) addAll(list []string, numbers *[batch]T) {
	var hashes [batch]uint32
	var home, likely [batch]slot[T]
	var from [batch]int
	for i, s := range list {
		hashes[i] = l.hash(s)
	}
	for i := range list {
		home[i] = l.slots[l.slotOf(hashes[i])]
	}
	for i := range list {
		likely[i] = home[i]
		if home[i].hash != hashes[i] {
			likely[i] = l.withHash(hashes[i])
		}
	}
	for i := range list {
		from[i] = l.ends[max(0, likely[i].taken-1)]
	}
	text := l.text.String()
	for i, s := range list {
		if k := likely[i].taken; k > 0 && text[from[i]:l.ends[k]] == s {
			numbers[i] = k - 1
		} else {
			numbers[i] = l.addHashed(s, hashes[i])
		}
	}
}

func (l *lexicon[T]) addHashed(s string, h uint32) T {
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

// slotOf is where a string with this hash should be.
func (l *lexicon[T]) slotOf(h uint32) uint32 { return h & uint32(len(l.slots)-1) }

// probe finds the slot of s, or the free one that it would take.
func (l *lexicon[T]) probe(s string, h uint32) *slot[T] {
	for p := l.slotOf(h); ; p = l.slotOf(p + 1) {
		at := &l.slots[p]
		if at.taken == 0 || at.hash == h && l.at(at.taken-1) == s {
			return at
		}
	}
}

// withHash finds the first slot of a string with this hash, or a free one.
func (l *lexicon[T]) withHash(h uint32) slot[T] {
	p := l.slotOf(h)
	for l.slots[p].taken > 0 && l.slots[p].hash != h {
		p = l.slotOf(p + 1)
	}
	return l.slots[p]
}

func (l *lexicon[T]) grow() {
	old := l.slots
	l.slots = make([]slot[T], 2*len(old))
	for _, s := range old {
		if s.taken == 0 {
			continue
		}
		p := l.slotOf(s.hash)
		for l.slots[p].taken > 0 {
			p = l.slotOf(p + 1)
		}
		l.slots[p] = s
	}
}
