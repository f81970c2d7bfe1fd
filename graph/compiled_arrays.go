package graph

import (
	"fmt"

	"linestop/internal/sections"
)

// The lists of a network in a compiled file. What changes here changes compiled.Version.

func (n *Network) arrays(c *sections.Codec) {
	n.files.arrays(c, "file")
	n.symbols.arrays(c, "text")
	n.ids.arrays(c, "id")
	sections.Array(c, "node parent", &n.parent)
	sections.Array(c, "node row", &n.nodeRow)
	n.product.arrays(c, "node product")

	r := &n.nodeRows
	sections.Array(c, "node", &r.node)
	r.product.arrays(c, "node mark")
	r.parentColumn.arrays(c, "node parent at")
	r.countryColumn.arrays(c, "node country at")
	r.places.arrays(c, "node at")
	r.columns.arrays(c, "node")

	s := &n.sources
	s.customerColumn.arrays(c, "row customer at")
	s.places.arrays(c, "row at")
	s.columns.arrays(c, "row")

	sections.Array(c, "node needs", &n.firstNeed)
	sections.Array(c, "need customer", &n.needCustomer)
	n.needNames.arrays(c, "need name")
	n.needRows.arrays(c, "need rows")
	n.onward.arrays(c)
	sections.Array(c, "products", &n.products)
}

// derived is what a network computes when it is first asked for.
type derived struct {
	children adjacency[NodeID]
	tiers    []int32
}

func (d *derived) arrays(c *sections.Codec) {
	d.children.arrays(c, "node children")
	sections.Array(c, "node tier", &d.tiers)
}

func (o *onward) arrays(c *sections.Codec) {
	sections.Array(c, "out first", &o.first)
	sections.Array(c, "out row", &o.rows)
	sections.Array(c, "out need", &o.needs)
	sections.Array(c, "out customer", &o.customers)
	sections.Array(c, "row place", &o.place)
	sections.Array(c, "out supplier", &o.suppliers)
}

func (a *adjacency[T]) arrays(c *sections.Codec, name string) {
	sections.Array(c, name+" first", &a.first)
	sections.Array(c, name, &a.items)
}

func (l *lexicon[T]) arrays(c *sections.Codec, name string) {
	sections.Array(c, name, &l.text)
	sections.Array(c, name+" ends", &l.ends)
	sections.Array(c, name+" order", &l.order)
}

func (c *narrow) arrays(to *sections.Codec, name string) {
	sections.Array(to, name+" 8", &c.bytes)
	sections.Array(to, name+" 16", &c.shorts)
	sections.Array(to, name+" 32", &c.longs)
}

func (p *places) arrays(c *sections.Codec, name string) {
	sections.Array(c, name+" run", &p.runs)
	p.columns.arrays(c, name)
}

func (c *columns) arrays(to *sections.Codec, name string) {
	for field := range c.numbers {
		sections.Array(to, fmt.Sprintf("%s number %d", name, field), &c.numbers[field])
		sections.Array(to, fmt.Sprintf("%s range %d", name, field), &c.ranges[field])
	}
	for field := range c.texts {
		c.texts[field].arrays(to, fmt.Sprintf("%s text %d", name, field))
	}
	for i := range c.attrs {
		c.attrs[i].values.arrays(to, fmt.Sprintf("%s attribute %d", name, i))
	}
}
