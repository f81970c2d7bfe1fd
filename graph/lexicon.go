package graph

import (
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"iter"
	"slices"
	"strings"
	"unsafe"
)

// lexicon numbers strings from 0, in the order they are first met, and keeps
// each once, all in one text. It takes less than half the memory of a map and a
// slice, and gives the garbage collector nothing to look at.
type lexicon[T ~int32] struct {
	seed  maphash.Seed
	text  []byte
	ends  []int64   // the string of number i is text[ends[i]:ends[i+1]]
	slots []slot[T] // a power of two of them, at most three quarters taken

	// In the place of slots, of a lexicon that only answers:
	buckets adjacency[T] // numbers by the hashes of their strings
	order   []T          // or, without a seed, by the strings
}

// slot is a place of a hash table with linear probing.
type slot[T ~int32] struct {
	hash  uint32
	taken T // the number of its string, counted from 1; 0 = free
}

func newLexicon[T ~int32](seed maphash.Seed) lexicon[T] {
	return lexicon[T]{seed: seed, ends: []int64{0}, slots: make([]slot[T], 16)}
}

// reset takes all strings out and keeps their space: those that at has given out
// change.
func (l *lexicon[T]) reset() {
	l.text, l.ends = l.text[:0], l.ends[:1]
	clear(l.slots)
}

func (l *lexicon[T]) len() int { return len(l.ends) - 1 }

// at is the string of a number.
func (l *lexicon[T]) at(i T) string { return l.between(l.ends[i], l.ends[i+1]) }

// between is part of the text, which is only ever appended to until it is reset.
func (l *lexicon[T]) between(from, end int64) string {
	return unsafe.String(unsafe.SliceData(l.text[from:end]), end-from)
}

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
	switch {
	case l.slots != nil:
		at := l.probe(s, l.hash(s))
		return at.taken - 1, at.taken > 0
	case l.buckets.first != nil:
		for _, i := range l.buckets.of(l.bucket(l.hash(s))) {
			if l.at(i) == s {
				return i, true
			}
		}
		return 0, false
	default:
		place, found := slices.BinarySearchFunc(l.order, s, func(i T, s string) int { return strings.Compare(l.at(i), s) })
		return at(l.order, place), found
	}
}

// bucket is where numbers of strings with a hash are, four a bucket as a rule.
func (l *lexicon[T]) bucket(h uint32) int { return int(uint64(h) * uint64(l.len()/4+1) >> 32) }

// freeze makes it a lexicon that only answers, of 13 bytes a string beside its text.
func (l *lexicon[T]) freeze() {
	hashes := l.hashes()
	l.buckets = newAdjacency(l.len()/4+1, l.len(), func(i T) int { return l.bucket(hashes[i]) })
	l.text, l.ends, l.slots = fit(l.text), fit(l.ends), nil
}

// hashes lists those of all strings.
func (l *lexicon[T]) hashes() []uint32 {
	hashes := make([]uint32, l.len())
	for _, s := range l.slots {
		if s.taken > 0 {
			hashes[s.taken-1] = s.hash
		}
	}
	return hashes
}

// add gives the number of s, which it copies: a loader's cells share the memory
// of a whole row.
func (l *lexicon[T]) add(s string) T { return l.addHashed(s, l.hash(s)) }

// batch is how many strings addAll looks for at once.
const batch = 32

// addAll adds the strings of another lexicon with the same seed, in their order, and
// returns their numbers. Reads of memory far apart, for each of which add would have
// to wait, are on their way together: in a lexicon larger than the processor's cache
// that is three times as fast.
func (l *lexicon[T]) addAll(from *lexicon[T]) []T {
	hashes := from.hashes()
	numbers := make([]T, from.len())
	for at := 0; at < len(numbers); at += batch {
		end := min(at+batch, len(numbers))
		l.addBatch(from, T(at), hashes[at:end], numbers[at:end])
	}
	return numbers
}

func (l *lexicon[T]) addBatch(from *lexicon[T], at T, hashes []uint32, numbers []T) {
	var home, likely [batch]slot[T]
	var begin [batch]int64
	var letter [batch]byte
	for i, h := range hashes {
		home[i] = l.slots[l.slotOf(h)]
	}
	for i, h := range hashes {
		likely[i] = home[i]
		if home[i].hash != h {
			likely[i] = l.withHash(h)
		}
	}
	for i := range hashes {
		begin[i] = l.ends[max(0, likely[i].taken-1)]
	}
	for i := range hashes {
		if begin[i] < int64(len(l.text)) {
			letter[i] = l.text[begin[i]]
		}
	}
	for i, h := range hashes {
		s := from.at(at + T(i))
		if k := likely[i].taken; k > 0 && (s == "" || s[0] == letter[i]) && l.between(begin[i], l.ends[k]) == s {
			numbers[i] = k - 1
		} else {
			numbers[i] = l.addHashed(s, h)
		}
	}
}

func (l *lexicon[T]) addHashed(s string, h uint32) T {
	at := l.probe(s, h)
	if at.taken > 0 {
		return at.taken - 1
	}
	l.text = append(l.text, s...)
	l.ends = append(l.ends, int64(len(l.text)))
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

// sorted lists the numbers by their strings. Most comparisons need no more than the
// eight bytes behind what all strings begin with.
func (l *lexicon[T]) sorted() []T {
	type entry struct {
		start uint64
		of    T
	}
	common := l.common()
	entries := make([]entry, l.len())
	for i := range entries {
		var start [8]byte
		copy(start[:], l.at(T(i))[common:])
		entries[i] = entry{binary.BigEndian.Uint64(start[:]), T(i)}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.start != b.start {
			return cmp.Compare(a.start, b.start)
		}
		return strings.Compare(l.at(a.of), l.at(b.of))
	})
	order := make([]T, len(entries))
	for i, e := range entries {
		order[i] = e.of
	}
	return order
}

// common is the length of what all strings begin with.
func (l *lexicon[T]) common() int {
	if l.len() == 0 {
		return 0
	}
	first := l.at(0)
	length := len(first)
	for s := range l.all() {
		length = min(length, len(s))
		for s[:length] != first[:length] {
			length--
		}
	}
	return length
}
