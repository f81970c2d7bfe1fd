package graph

import (
	"slices"

	"linestop/internal/sections"
)

// adjacency files items under keys, in one array: those of key k are
// items[first[k]:first[k+1]]. Without items it may have no keys either.
type adjacency[T ~int32] struct {
	first []int32
	items []T
}

func (a adjacency[T]) of(key int) []T {
	if len(a.items) == 0 {
		return nil
	}
	return a.items[a.first[key]:a.first[key+1]]
}

// newAdjacency files the items 0..count-1 under the key of each (below 0 leaves
// it out), in rising order: O(keys + count).
func newAdjacency[T ~int32](keys, count int, key func(item T) int) adjacency[T] {
	return newAdjacencyIn(nil, keys, count, key)
}

// drawers are how many parts newAdjacencyIn sorts items into first: as many as a processor
// writes to without waiting for memory.
const drawers = 256

// newAdjacencyIn is newAdjacency whose items lie in a space. It is a counting sort in two
// steps, by the upper and by all digits of the key, so that neither writes all over the
// memory: several times as fast as one step where there are millions.
func newAdjacencyIn[T ~int32](space *sections.Space, keys, count int, key func(item T) int) adjacency[T] {
	digits := 0
	for keys>>digits > drawers {
		digits++
	}
	begins := make([]int32, keys>>digits+2) // of each drawer
	for item := range T(count) {
		if k := key(item); k >= 0 {
			begins[k>>digits+1]++
		}
	}
	for d := range len(begins) - 1 {
		begins[d+1] += begins[d]
	}
	total := int(begins[len(begins)-1])
	a := adjacency[T]{make([]int32, keys+1), sections.Make[T](space, total)}
	keyOf := sections.Make[int32](space, total)
	next := slices.Clone(begins)
	for item := range T(count) {
		if k := key(item); k >= 0 {
			at := next[k>>digits]
			a.items[at], keyOf[at] = item, int32(k)
			next[k>>digits]++
		}
	}
	var drawer []T
	counts := make([]int32, 1<<digits)
	for d := range len(begins) - 1 {
		low, from, to := d<<digits, begins[d], begins[d+1]
		drawer = append(drawer[:0], a.items[from:to]...)
		clear(counts)
		for _, k := range keyOf[from:to] {
			counts[int(k)-low]++
		}
		at := from
		for k := range min(1<<digits, keys-low) {
			a.first[low+k] = at
			at, counts[k] = at+counts[k], at
		}
		for n, k := range keyOf[from:to] {
			place := &counts[int(k)-low]
			a.items[*place] = drawer[n]
			*place++
		}
	}
	a.first[keys] = int32(total)
	sections.Drop(space, keyOf)
	return a
}
