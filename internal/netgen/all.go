package netgen

import (
	"fmt"
	"iter"

	"linestop/graph"
)

// All yields every network of n nodes, 1 to 5, in which each node has one of
// the following lists of needs: all MenuSize(n)^n choices, cycles included. A
// need is critical, a set of suppliers with a quorum; the order of the needs of a list does
// not count. Networks that differ only by a renaming all come.
//
//	n <= 3  no need; one or two needs (be they equal) of other nodes; one need
//	        that has the node itself among its suppliers; any quorum
//	n = 4   no need; one need of other nodes, of any quorum; an AND of several ORs of
//	        other nodes of which none contains another
//	n = 5   an AND of ORs of other nodes of which no two share one
//
//	n            1     2        3         4             5
//	lists        2     6       23        24            52
//	networks     2    36   12,167   331,776   380,204,032
//	distinct     2    21    2,162    14,814     3,207,600
//
// Whether a node runs is a monotone function of the others, and each such
// function is an AND of ORs of which none contains another: 1, 2, 5 and 19 of
// them for n = 1 to 4, the Dedekind numbers less the node that can never run.
// So all behaviours that critical needs can have on n <= 4 nodes are here, for n = 4
// 19^4 = 130,321; and so are all ways to write a node as one quorum need of
// others, for n <= 3 as two. For n = 5 see Fates.
//
// Nodes are named a, b, c, d, e and numbered in that order.
func All(n int) iter.Seq[*graph.Network] {
	f := everything(n)
	return f.networks(f.all())
}

// Distinct yields one of each set of networks of All(n) that are the same but for
// the names.
func Distinct(n int) iter.Seq[*graph.Network] { return DistinctPart(n, 0, 1) }

// Small yields every network of up to three nodes, and those of four that are not the same but for the names.
func Small() iter.Seq[*graph.Network] {
	return func(yield func(*graph.Network) bool) {
		for _, networks := range []iter.Seq[*graph.Network]{All(1), All(2), All(3), Distinct(4)} {
			for net := range networks {
				if !yield(net) {
					return
				}
			}
		}
	}
}

// DistinctPart yields one of so many parts of Distinct, spread over it. They are counted from 0.
func DistinctPart(n, part, parts int) iter.Seq[*graph.Network] {
	f := everything(n)
	return f.networks(f.distinct(part, parts))
}

func everything(n int) (f family) {
	if n < 1 || n > 5 {
		panic(fmt.Sprintf("netgen: networks of %d nodes, not 1 to 5", n))
	}
	for i := range n {
		f.menus = append(f.menus, menu(n, i))
	}
	return f
}

// Fates yields one of so many parts, counted from 0, of all that critical needs of five nodes can make of
// one of them, the first: it supplies nobody, for what it supplies breaks after it. Each node
// needs others but that one: by any AND of ORs of which none contains another, in which case suppliers may
// stand in several; or by quorums, in which case each stands once. Of networks that differ by the names of
// the other nodes one comes.
//
//	lists       219 of the first (167 of them ANDs of ORs), 27 of each other (19)
//	networks    116,385,579, of which 4,932,873 are distinct
func Fates(part, parts int) iter.Seq[*graph.Network] {
	f := fates()
	return f.networks(f.distinct(part, parts))
}

func fates() family {
	const all, first = 1<<5 - 1, 1
	f := family{menus: [][]list{anything(all &^ first)}, fixed: 1}
	for i := 1; i < 5; i++ {
		f.menus = append(f.menus, anything(all&^first&^(1<<i)))
	}
	return f
}
