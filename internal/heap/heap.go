// Package heap is a binary heap of values, without the boxes of container/heap.
package heap

// Heap holds values; the one that goes before all others is taken first. The zero
// Heap is empty.
type Heap[T interface{ Before(T) bool }] []T

// Push adds a value. O(log n).
func (h *Heap[T]) Push(v T) {
	*h = append(*h, v)
	list := *h
	i := len(list) - 1
	for i > 0 {
		above := (i - 1) / 2
		if !v.Before(list[above]) {
			break
		}
		list[i] = list[above]
		i = above
	}
	list[i] = v
}

// Pop takes the first value; the heap must have one. O(log n).
func (h *Heap[T]) Pop() T {
	list := *h
	first, v := list[0], list[len(list)-1]
	list = list[:len(list)-1]
	*h = list
	for i := 0; len(list) > 0; {
		least := 2*i + 1
		if least+1 < len(list) && list[least+1].Before(list[least]) {
			least++
		}
		if least >= len(list) || !list[least].Before(v) {
			list[i] = v
			break
		}
		list[i] = list[least]
		i = least
	}
	return first
}
