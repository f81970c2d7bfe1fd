package graph

import (
	"context"

	"linestop/internal/sections"
)

// onward files the source rows under their suppliers, in the order they were read, with
// beside each what a search downstream asks of it: 16 bytes a row.
type onward struct {
	first     []int32    // by supplier, and one more: its rows lie at first[i] to first[i+1]
	rows      []SourceID // by place here
	needs     []NeedID
	customers []NodeID

	place     []int32  // by row, where it lies
	suppliers []NodeID // of the row at each stride-th place, and the last node
}

// signpost is how many places lie between two of which the supplier is kept.
const signpost = 16

// supplier finds whose the row at a place is: by binary search among those whose rows
// lie between two signposts, two or three as a rule.
func (o *onward) supplier(place int32) NodeID {
	low, high := o.suppliers[place/signpost], o.suppliers[place/signpost+1]
	for low < high {
		if middle := (low + high + 1) / 2; o.first[middle] <= place {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

// bySupplier files the rows before the network has them onward.
func (n *Network) bySupplier() adjacency[SourceID] {
	s := &n.sources
	return newAdjacencyIn(n.space, n.NumNodes(), len(s.supplier), func(row SourceID) int { return int(s.supplier[row]) })
}

// goOnward takes the rows filed by supplier once their needs are known, and drops what
// is then known twice.
func (n *Network) goOnward(ctx context.Context, filed adjacency[SourceID]) error {
	s, o := &n.sources, &n.onward
	sections.Drop(n.space, s.supplier)
	s.supplier = nil
	o.first, o.rows = filed.first, filed.items
	o.needs, o.customers = sections.Make[NeedID](n.space, len(o.rows)), sections.Make[NodeID](n.space, len(o.rows))
	together(len(o.rows), func(from, to int) {
		for i, row := range eachOf(ctx, o.rows[from:to]) {
			o.needs[from+i] = s.need[row]
			o.customers[from+i] = n.needCustomer[s.need[row]]
		}
	})
	sections.Drop(n.space, s.need)
	s.need = nil
	collect(len(o.rows))
	o.place = sections.Make[int32](n.space, len(o.rows))
	together(len(o.rows), func(from, to int) {
		for i, row := range eachOf(ctx, o.rows[from:to]) {
			o.place[row] = int32(from + i)
		}
	})
	i := NodeID(0)
	for at := 0; at < len(o.rows); at += signpost {
		for o.first[i+1] <= int32(at) {
			i++
		}
		o.suppliers = append(o.suppliers, i)
	}
	o.suppliers = fit(append(o.suppliers, NodeID(n.NumNodes()-1)))
	return ctx.Err()
}

// Deliveries lists the source rows in which node i is the supplier, in the order
// they were read. The caller must not change the slice.
func (n *Network) Deliveries(i NodeID) []SourceID {
	return n.onward.rows[n.onward.first[i]:n.onward.first[i+1]]
}

// Onward lists, beside each row of Deliveries, the need that it helps to meet and the
// customer. The caller must not change the slices.
func (n *Network) Onward(i NodeID) ([]NeedID, []NodeID) {
	first, end := n.onward.first[i], n.onward.first[i+1]
	return n.onward.needs[first:end], n.onward.customers[first:end]
}

// Ahead reads where the lists of Onward begin for each of some nodes, so that they are near
// when they are asked for: one after the other, each would have to be waited for. What
// it returns has no meaning but keeps the reading from being left out.
//
//go:noinline
func (n *Network) Ahead(nodes []NodeID) (sum int32) {
	o := &n.onward
	last := int32(len(o.rows)) - 1
	if last < 0 {
		return 0
	}
	for _, i := range nodes {
		at := min(o.first[i], last)
		sum += int32(o.needs[at])
	}
	return sum
}

// Ends are the supplier and the customer of row s.
func (n *Network) Ends(s SourceID) (supplier, customer NodeID) {
	return n.supplier(s), n.customer(s)
}

func (n *Network) supplier(s SourceID) NodeID { return n.onward.supplier(n.onward.place[s]) }

func (n *Network) customer(s SourceID) NodeID { return n.onward.customers[n.onward.place[s]] }

// NeedOf is the need that row s helps to meet.
func (n *Network) NeedOf(s SourceID) NeedID { return n.onward.needs[n.onward.place[s]] }
