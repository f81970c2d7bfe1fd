package netgen

import (
	"fmt"
	"iter"
	"math/bits"
	"strconv"

	"linestop/graph"
)

// All yields every network of n nodes, 1 to 4, in which each node has one of
// the following lists of needs: all MenuSize(n)^n choices, cycles included. A
// need is critical, a set of suppliers with a quorum from 1 to their number;
// the order of the needs of a list does not count. Networks that differ only by
// a renaming all come.
//
//	n <= 3  no need; one or two needs (be they equal) of other nodes; one need
//	        that has the node itself among its suppliers
//	n = 4   no need; one need of other nodes; an AND of several ORs of other
//	        nodes of which none contains another
//
//	n            1     2        3         4
//	lists        2     6       23        24
//	networks     2    36   12,167   331,776
//
// Whether a node runs is a monotone function of the others, and each such
// function is an AND of ORs of which none contains another: 1, 2, 5 and 19 of
// them for n = 1 to 4, the Dedekind numbers less the node that can never run.
// So all behaviours that critical needs can have on n nodes are here, for n = 4
// 19^4 = 130,321; and so are all ways to write a node as one quorum need of
// others, for n <= 3 as two.
//
// Nodes are named a, b, c, d and numbered in that order.
func All(n int) iter.Seq[*graph.Network] { return networks(n, false) }

// Distinct yields at least one of each set of networks of All(n) that are the
// same but for the names: 2, 21, 2,502 and 24,381 for n = 1 to 4.
func Distinct(n int) iter.Seq[*graph.Network] { return networks(n, true) }

func networks(n int, distinct bool) iter.Seq[*graph.Network] {
	return func(yield func(*graph.Network) bool) {
		for shape := range shapes(n, distinct) {
			if !yield(build(shape)) {
				return
			}
		}
	}
}

// shapes yields the lists of needs of all nodes, for each network. The slice is
// reused. A renaming leaves the kind of a list as it is, so of each set of
// renamings one has its kinds in rising order: distinct keeps only such.
func shapes(n int, distinct bool) iter.Seq[[]list] {
	if n < 1 || n > 4 {
		panic(fmt.Sprintf("netgen: networks of %d nodes, not 1 to 4", n))
	}
	menus := make([][]list, n)
	for i := range menus {
		menus[i] = menu(n, i)
	}
	return func(yield func([]list) bool) {
		shape := make([]list, n)
		var fill func(i int) bool
		fill = func(i int) bool {
			if i == n {
				return yield(shape)
			}
			for _, l := range menus[i] {
				if distinct && i > 0 && l.kind < shape[i-1].kind {
					continue
				}
				shape[i] = l
				if !fill(i + 1) {
					return false
				}
			}
			return true
		}
		fill(0)
	}
}

func build(shape []list) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	names := [...]string{"a", "b", "c", "d"}
	for i := range shape {
		b.AddNode(graph.Node{ID: names[i]})
	}
	for i, l := range shape {
		for x, k := range l.needs {
			row := graph.Source{Customer: names[i]}
			if bits.OnesCount8(k.suppliers) > 1 {
				row.Need = strconv.Itoa(x + 1)
				row.Quorum = graph.Num(float64(k.quorum))
			}
			for j := range shape {
				if k.suppliers>>j&1 == 1 {
					row.Supplier = names[j]
					b.AddSource(row)
				}
			}
		}
	}
	return b.Build()
}
