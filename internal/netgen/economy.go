package netgen

import (
	"bufio"
	"cmp"
	"io"
	"strconv"

	"linestop/graph"
)

// EconomyConfig says what Economy and WriteCSV make. A field left 0 takes its
// default.
type EconomyConfig struct {
	Nodes          int     // default 1,000; from 10 to 10,000,000
	SourcesPerNode float64 // source rows for each node, on average; default 5, in effect at least about 3
	SingleShare    float64 // part of the needs that have one source, up to 1; default 0.5 (a mild economy; 0.85 is a fragile one)
}

func (c EconomyConfig) withDefaults() EconomyConfig {
	c.Nodes = max(10, cmp.Or(c.Nodes, 1000))
	c.SourcesPerNode = cmp.Or(c.SourcesPerNode, 5)
	c.SingleShare = cmp.Or(c.SingleShare, 0.5)
	return c
}

// Economy makes a production network with the shape of national ones, a bow tie:
// 0.30 of the nodes are upstream (half of them raw, without needs), 0.29 are a
// core in which each supplies all others at some remove, 0.41 are downstream of
// it; only the core has cycles. A customer has 1 to 8 critical needs. Customers
// of a supplier and sources of a need are many for few, with power-law tails of
// density exponent 2.35. Nodes are numbered by chance; the rows of a customer
// stand together. Raw nodes that nobody happens to choose, some 0.5 %, are not in
// the rows and so not in the network.
//
// Cost O(nodes + rows): some 2 s of drawing and 6 s of building for a million
// nodes. The same seed gives the same network on one kind of processor; on
// another the last bit of a power may differ, and with it a row.
func Economy(seed uint64, c EconomyConfig) *graph.Network {
	e := newEconomy(seed, c)
	ids := make([]string, e.Nodes)
	for i := range ids {
		ids[i] = "f" + strconv.Itoa(i)
	}
	b := graph.NewBuilder(graph.Info{Name: "economy"})
	for s := range e.supplies() {
		for _, j := range s.suppliers {
			b.AddSource(graph.Source{Supplier: ids[j], Customer: ids[s.customer], Need: goods[s.need]})
		}
	}
	return b.Build()
}

// WriteCSV writes the network of Economy, row for row, as supplies.csv without
// building it: 12 bytes of memory for each node, some 2 s for a million nodes.
// Its errors are those of w.
func WriteCSV(w io.Writer, seed uint64, c EconomyConfig) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("supplier,customer,need\n")
	var tail, line []byte
	for s := range newEconomy(seed, c).supplies() {
		tail = append(tail[:0], ",f"...)
		tail = strconv.AppendInt(tail, int64(s.customer), 10)
		tail = append(tail, ',')
		tail = append(tail, goods[s.need]...)
		tail = append(tail, '\n')
		for _, j := range s.suppliers {
			line = append(line[:0], 'f')
			line = strconv.AppendInt(line, int64(j), 10)
			line = append(line, tail...)
			if _, err := out.Write(line); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// goods name the needs of a customer.
var goods = [maxNeeds]string{"a", "b", "c", "d", "e", "f", "g", "h"}
