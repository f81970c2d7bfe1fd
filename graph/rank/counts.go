package rank

import "linestop/graph"

// counts counts nodes, and products among them, for each cut of a batch.
type counts struct{ nodes, products lanes }

func (c *counts) add(net *graph.Network, i graph.NodeID, cuts uint64) {
	c.nodes.add(cuts)
	if net.IsProduct(i) {
		c.products.add(cuts)
	}
}

func (c *counts) of(cut int) Count { return Count{c.nodes.of(cut), c.products.of(cut)} }

// lanes are 64 numbers, one for each bit of a word: word n holds their digits of 2^n, so that to
// count on in all of them takes two steps on average.
type lanes [31]uint64

func (l *lanes) add(in uint64) {
	for n := 0; in != 0; n++ {
		l[n], in = l[n]^in, l[n]&in
	}
}

func (l *lanes) of(lane int) int32 {
	number := int32(0)
	for n, digits := range l {
		number |= int32(digits>>lane&1) << n
	}
	return number
}
