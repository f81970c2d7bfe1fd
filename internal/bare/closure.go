package bare

// Closure counts the nodes downstream of node i, itself not among them. O(nodes) for the marks.
func (n *Network) Closure(i int32) int {
	seen, queue := newMarks(n.Nodes()), make([]uint32, 1, n.Nodes())
	seen.add(uint32(i))
	queue[0] = uint32(i)
	for next := 0; next < len(queue); next++ {
		at := queue[next]
		for _, customer := range n.customers[n.first[at]:n.first[at+1]] {
			if !seen.has(customer) {
				seen.add(customer)
				queue = append(queue, customer)
			}
		}
	}
	return len(queue) - 1
}

// marks are a bit for each node.
type marks []uint64

func newMarks(nodes int) marks    { return make(marks, (nodes+63)/64) }
func (m marks) has(i uint32) bool { return m[i>>6]>>(i&63)&1 != 0 }
func (m marks) add(i uint32)      { m[i>>6] |= 1 << (i & 63) }
func (m marks) drop(i uint32)     { m[i>>6] &^= 1 << (i & 63) }
