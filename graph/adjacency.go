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
// it out), in rising order: a counting sort, O(keys + count).
func newAdjacency[T ~int32](keys, count int, key func(item T) int) adjacency[T] {
	return newAdjacencyIn(nil, keys, count, key)
}

// newAdjacencyIn is newAdjacency whose items lie in a space.
func newAdjacencyIn[T ~int32](space *sections.Space, keys, count int, key func(item T) int) adjacency[T] {
	first := make([]int32, keys+1)
	for item := range T(count) {
		if k := key(item); k >= 0 {
			first[k+1]++
		}
	}
	for k := range keys {
		first[k+1] += first[k]
	}
	items := sections.Make[T](space, int(first[keys]))
	next := slices.Clone(first)
	for item := range T(count) {
		if k := key(item); k >= 0 {
			items[next[k]] = item
			next[k]++
		}
	}
	return adjacency[T]{first, items}
}
