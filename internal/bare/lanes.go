package bare

import "math/bits"

// Lanes follows 64 cuts at once, a bit of a word for each, and counts what each breaks, the cut included.
func (n *Network) Lanes(cuts [][]int32) (broken [64]int) {
	failed, fresh, queue := make([]uint64, n.Nodes()), make([]uint64, n.Nodes()), []uint32{}
	first := make([]uint32, 1, len(n.needs)+1) // of a need, its digits
	var digits []uint64                        // of how many rows may still be lost, the least digit first
	for _, k := range n.needs {
		for d := range bits.Len32(uint32(k.spare)) {
			digits = append(digits, -uint64(k.spare>>d&1))
		}
		first = append(first, uint32(len(digits)))
	}
	fail := func(i uint32, lanes uint64) {
		if lanes &^= failed[i]; lanes != 0 {
			if fresh[i] == 0 {
				queue = append(queue, i)
			}
			failed[i] |= lanes
			fresh[i] |= lanes
		}
	}
	for lane, nodes := range cuts {
		for _, i := range nodes {
			fail(uint32(i), 1<<lane)
		}
	}
	for next := 0; next < len(queue); next++ {
		i := queue[next]
		lanes := fresh[i]
		fresh[i] = 0
		for _, to := range n.rows(i) {
			if to >= alone {
				fail(to&^alone, lanes)
				continue
			}
			less := lanes
			for d := first[to]; d < first[to+1]; d++ {
				digits[d], less = digits[d]^less, less&^digits[d]
			}
			if less != 0 {
				fail(n.needs[to].customer, less)
			}
		}
	}
	for _, lanes := range failed {
		for ; lanes != 0; lanes &= lanes - 1 {
			broken[bits.TrailingZeros64(lanes)]++
		}
	}
	return broken
}
