package index

import "linestop/graph"

// Marks are a set of nodes: a bit for each, so that a search asks them without
// leaving the cache.
type Marks []uint64

// NewMarks is an empty set of numbers below n.
func NewMarks(n int) Marks { return make(Marks, (n+63)/64) }

// Has says whether node i is in the set.
func (m Marks) Has(i graph.NodeID) bool { return m[i>>6]&(1<<(i&63)) != 0 }

// Add puts node i into the set.
func (m Marks) Add(i graph.NodeID) { m[i>>6] |= 1 << (i & 63) }

// Drop takes node i out.
func (m Marks) Drop(i graph.NodeID) { m[i>>6] &^= 1 << (i & 63) }
