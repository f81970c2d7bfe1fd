package sweep

import (
	"math"

	"linestop/graph"
	"linestop/graph/index"
)

// common finds out by trial what cuts have in common.
type common struct {
	cuts, failures int
	union          []graph.NodeID // what any of the cuts fails
	seen           index.Marks    // the same
}

// add is one more cut.
func (c *common) add(failed []graph.NodeID) {
	c.cuts++
	c.failures += len(failed)
	for _, i := range failed {
		if !c.seen.Has(i) {
			c.seen.Add(i)
			c.union = append(c.union, i)
		}
	}
}

func (c *common) clear() {
	for _, i := range c.union {
		c.seen.Drop(i)
	}
	c.cuts, c.failures, c.union = 0, 0, c.union[:0]
}

// enough says whether 64 cuts are followed faster together than one by one, judged by any two or more
// of them: then the average node that any of n cuts fails is failed by n^(2/3) of them, as measured for
// n from 2 to 64 (docs/decisions/0026).
func enough(cuts, failures, union int) bool {
	return cuts > 1 && float64(failures) >= math.Pow(float64(cuts), 2.0/3)*float64(union)
}
