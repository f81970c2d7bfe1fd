// Package bare asks the library's questions by plain loops over flat arrays: what an answer has to cost on this
// machine. Benchmarks and the test of their ratios hold the library beside it, by turns in one run, on one network.
//
// A loop has no names, steps, proofs, contexts or progress, and serves one goroutine. It takes the worst world of
// an index (index.World) and numbers nodes as that does.
package bare

import (
	"linestop/graph"
	"linestop/graph/index"
)

// Network is who needs whom. Rows that no other can replace lead to the customer at once; the others lead to a
// need, which counts.
type Network struct {
	first     []uint32 // by node, and one more: a range of the next two
	to        []uint32 // by row: a customer, marked alone, or a need
	customers []uint32 // by row
	needs     []need
}

// alone marks a row to a need that tolerates no loss.
const alone = 1 << 31

type need struct {
	customer uint32
	spare    int32 // rows that may still be lost
}

// Of lays out a world.
func Of(w *index.World) *Network {
	n := &Network{first: make([]uint32, 1, w.Nodes()+1)}
	number := make([]uint32, w.Needs())
	for k := range graph.NeedID(w.Needs()) {
		number[k] = uint32(len(n.needs))
		if t := w.Tolerance(k); t > 0 {
			n.needs = append(n.needs, need{uint32(w.Customer(k)), t})
		} else {
			number[k] = uint32(w.Customer(k)) | alone
		}
	}
	for i := range graph.NodeID(w.Nodes()) {
		needs, customers := w.Out(i)
		for r, k := range needs {
			n.to, n.customers = append(n.to, number[k]), append(n.customers, uint32(customers[r]))
		}
		n.first = append(n.first, uint32(len(n.to)))
	}
	return n
}

// Nodes is how many nodes there are.
func (n *Network) Nodes() int { return len(n.first) - 1 }

func (n *Network) rows(i uint32) []uint32 { return n.to[n.first[i]:n.first[i+1]] }

// Rows is how many rows there are.
func (n *Network) Rows() int { return len(n.to) }
