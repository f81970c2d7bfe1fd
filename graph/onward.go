package graph

import "context"

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

// goOnward files the rows once their needs are known, and drops what is then known twice.
func (n *Network) goOnward(ctx context.Context) error {
	s, o := &n.sources, &n.onward
	filed := newAdjacency(n.NumNodes(), len(s.supplier), func(row SourceID) int { return int(s.supplier[row]) })
	s.supplier = nil
	o.first, o.rows = filed.first, filed.items
	o.needs, o.customers = make([]NeedID, len(o.rows)), make([]NodeID, len(o.rows))
	for at, row := range eachOf(ctx, o.rows) {
		o.needs[at] = s.need[row]
		o.customers[at] = n.needCustomer[s.need[row]]
	}
	s.need = nil
	o.place = make([]int32, len(o.rows))
	for at, row := range eachOf(ctx, o.rows) {
		o.place[row] = int32(at)
	}
	i := NodeID(0)
	for at := range len(o.rows) {
		for o.first[i+1] <= int32(at) {
			i++
		}
		if at%signpost == 0 {
			o.suppliers = append(o.suppliers, i)
		}
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

// Ends are the supplier and the customer of row s.
func (n *Network) Ends(s SourceID) (supplier, customer NodeID) {
	return n.supplier(s), n.customer(s)
}

func (n *Network) supplier(s SourceID) NodeID { return n.onward.supplier(n.onward.place[s]) }

func (n *Network) customer(s SourceID) NodeID { return n.onward.customers[n.onward.place[s]] }

// NeedOf is the need that row s helps to meet.
func (n *Network) NeedOf(s SourceID) NeedID { return n.onward.needs[n.onward.place[s]] }
