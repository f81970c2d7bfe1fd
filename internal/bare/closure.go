package bare

import "runtime"

// Closure counts the nodes downstream of node i, itself not among them. O(nodes) for the marks.
func (n *Network) Closure(i int32) int {
	seen, queue := newMarks(n.Nodes()), make([]uint32, 1, n.Nodes())
	seen.add(uint32(i))
	queue[0] = uint32(i)
	warm := uint32(0)
	for next := 0; next < len(queue); {
		nodes := queue[next:min(next+batch, len(queue))]
		next += len(nodes)
		warm += n.warm(nodes, n.customers)
		for _, at := range nodes {
			for _, customer := range n.customers[n.first[at]:n.first[at+1]] {
				if !seen.has(customer) {
					seen.add(customer)
					queue = append(queue, customer)
				}
			}
		}
	}
	runtime.KeepAlive(warm)
	return len(queue) - 1
}

// batch is how many nodes are read ahead: what each needs from memory then comes at the same time, and not one after
// the other.
const batch = 64

// warm reads where the rows of some nodes begin, and sums it up lest the compiler leave that out.
func (n *Network) warm(nodes, rows []uint32) (sum uint32) {
	var first [batch]uint32
	for b, i := range nodes {
		first[b] = n.first[i]
		sum += n.first[i+1]
	}
	for _, at := range first[:len(nodes)] {
		if int(at) < len(rows) {
			sum += rows[at]
		}
	}
	return sum
}

// marks are a bit for each node.
type marks []uint64

func newMarks(nodes int) marks    { return make(marks, (nodes+63)/64) }
func (m marks) has(i uint32) bool { return m[i>>6]>>(i&63)&1 != 0 }
func (m marks) add(i uint32)      { m[i>>6] |= 1 << (i & 63) }
func (m marks) drop(i uint32)     { m[i>>6] &^= 1 << (i & 63) }
