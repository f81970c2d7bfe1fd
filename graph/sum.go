package graph

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
)

// Sum is a checksum (SHA-256, in hexadecimal) of all that an answer can depend on: nodes and rows in
// their order with their cells, products and what may fail, but not where they were read. O(nodes + rows +
// cells); the only error is that of ctx.
func (n *Network) Sum(ctx context.Context) (string, error) {
	digest := sha256.New()
	s := summer{Network: n, ctx: ctx, out: bufio.NewWriterSize(digest, 1<<16)}
	s.text(n.MayFail)
	for i := range Each(ctx, NodeID(n.NumNodes())) {
		s.text(n.ID(i))
		s.number(int64(n.Parent(i)))
	}
	s.end()
	for _, i := range n.Products() {
		s.number(int64(i))
	}
	s.end()
	for k := range Each(ctx, NeedID(n.NumNeeds())) {
		s.number(int64(n.CustomerOf(k)))
		s.text(n.needName(k))
	}
	s.end()
	for i := range Each(ctx, NodeID(n.NumNodes())) {
		needs, _ := n.Onward(i)
		for at, row := range n.Deliveries(i) {
			s.number(int64(row))
			s.number(int64(needs[at]))
		}
		s.end()
	}
	for _, i := range n.nodeRows.node {
		s.number(int64(i))
	}
	s.end()
	for _, in := range n.Inputs() {
		s.text(in.SupplierSector)
		s.text(in.CustomerSector)
		s.text(in.Effect)
	}
	s.end()
	s.cells(&n.nodeRows.columns)
	s.cells(&n.sources.columns)
	_ = s.out.Flush() // a digest takes everything
	return hex.EncodeToString(digest.Sum(nil)), ctx.Err()
}

// summer writes what is summed up. Each list ends with a number that does not begin an entry.
type summer struct {
	*Network
	ctx  context.Context
	out  *bufio.Writer
	room [binary.MaxVarintLen64]byte
}

func (s *summer) number(v int64) { _, _ = s.out.Write(s.room[:binary.PutVarint(s.room[:], v)]) }

func (s *summer) text(text string) {
	s.number(int64(len(text)))
	_, _ = s.out.WriteString(text)
}

func (s *summer) cells(c *columns) {
	for field := range c.numbers {
		for row, v := range c.given(s.ctx, field) {
			s.number(int64(row))
			for _, part := range []float64{v.Value, v.Low, v.High} {
				s.number(int64(math.Float64bits(part)))
			}
		}
		s.end()
	}
	for field := range c.texts {
		s.texts(&c.texts[field])
	}
	for i := range c.attrs {
		s.text(c.attrs[i].name)
		s.texts(&c.attrs[i].values)
	}
}

func (s *summer) texts(column *narrow) {
	for row, v := range column.given(s.ctx) {
		s.number(int64(row))
		s.text(s.symbols.at(symbol(v)))
	}
	s.end()
}

func (s *summer) end() { s.number(-1) }
