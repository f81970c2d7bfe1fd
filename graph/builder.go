package graph

import (
	"context"
	"hash/maphash"

	"linestop/internal/sections"
)

// Builder fills a Network row by row. The zero Builder is not ready: use
// NewBuilder. It does not judge what it is given: Validate does.
type Builder struct {
	part    tables   // rows to come into the network, their names numbered for themselves
	parents []NodeID // by node row of the part; None without
	needs   narrow   // by row of the part: symbol of the need's name; 0 = a need of its own
	file    string   // of the last place met, which is most often that of the next
	fileNum uint16

	net   *Network // nil in a Part
	names narrow   // by row of the network: symbol of the need's name
}

// full is how many rows a Builder gathers before they come into its network all at
// once: see lexicon.addAll.
const full = 1 << 14

// NewBuilder starts an empty network.
func NewBuilder(info Info) *Builder {
	b := newPart(maphash.MakeSeed())
	b.net = &Network{Info: info, tables: newTables(b.part.ids.seed)}
	return b
}

// PutAway has lists of so many bytes or more lie in files of a folder, which nobody sees and
// which are gone when the program ends, for a network larger than the memory. It is for one that
// is built, written and forgotten. Ids, and what is kept of each node and need, stay in memory.
func (b *Builder) PutAway(folder string, least int) {
	b.net.space = sections.NewSpace(folder, least)
}

// Part starts rows that another goroutine may read at the same time: a Builder to be
// joined, not built.
func (b *Builder) Part() *Builder { return newPart(b.part.ids.seed) }

func newPart(seed maphash.Seed) *Builder { return &Builder{part: newTables(seed)} }

// Join takes the rows and problems of a Part, as if each had come now: nodes have the
// same numbers however rows are parted. It leaves the Part empty, to be filled again.
func (b *Builder) Join(p *Builder) {
	if p != b {
		b.Join(b)
	}
	n, row, source := b.net, len(b.net.nodeRows.node), len(b.net.sources.supplier)
	ids, symbols := n.take(&p.part)
	b.names.takeSymbols(&p.needs, source, symbols)
	for _, parent := range p.parents {
		n.describe(row, parent, ids)
		row++
	}
	if n.space != nil {
		c := sections.Growing(n.space)
		n.arrays(c)
		b.names.arrays(c, "")
	}
	p.part.reset()
	p.parents, p.file, p.fileNum = p.parents[:0], "", 0
	p.needs.reset()
}

// Report keeps a problem met while reading; Validate will return it with those
// it finds itself.
func (b *Builder) Report(p Problem) { b.part.problems.add(p) }

// AddNode adds a row that describes a node. Of two rows with the same id the
// first counts, and Validate reports the other.
func (b *Builder) AddNode(node Node) {
	t, c, row := &b.part, &b.part.nodeRows, len(b.part.nodeRows.node)
	c.node = append(c.node, t.ids.add(node.ID))
	c.places.add(row, b.fileOf(node.Place), uint32(node.Place.Line), column(node.Place.Column))
	c.product.put(row, uint32(node.Product))
	c.parentColumn.put(row, uint32(column(node.ParentColumn)))
	c.countryColumn.put(row, uint32(column(node.CountryColumn)))
	parent := None
	if node.Parent != "" {
		parent = t.ids.add(node.Parent)
	}
	b.parents = append(b.parents, parent)
	for field, v := range [nodeNumbers]*Number{
		volume:      &node.Volume,
		stockDays:   &node.StockDays,
		recoverDays: &node.RecoverDays,
		pFail:       &node.PFail,
	} {
		if v.Given {
			c.setNumber(field, row, v)
		}
	}
	for field, text := range [nodeTexts]string{
		nodeName:       node.Name,
		kind:           node.Kind,
		sector:         node.Sector,
		country:        canonicalCountry(node.Country),
		unit:           node.Unit,
		nodeNote:       node.Note,
		nodeEvidence:   node.Evidence,
		nodeConfidence: string(node.Confidence),
		nodeAsOf:       node.AsOf,
	} {
		if text != "" {
			c.setText(field, row, t.symbols.add(text))
		}
	}
	b.added(&c.columns, row, node.Attrs)
}

// AddSource adds a row: one supplier for one need of one customer. Nodes that it
// names and nobody describes come into being.
func (b *Builder) AddSource(s Source) {
	t, c, row := &b.part, &b.part.sources, len(b.part.sources.supplier)
	c.supplier = append(c.supplier, t.ids.add(s.Supplier))
	c.need = append(c.need, NeedID(t.ids.add(s.Customer)))
	b.needs.put(row, uint32(t.symbol(s.Need)))
	at := column(s.Place.Column)
	c.places.add(row, b.fileOf(s.Place), uint32(s.Place.Line), at)
	c.customerColumn.put(row, signed(column(s.CustomerColumn), cellAfter(at, s.Supplier)))
	for field, v := range [sourceNumbers]*Number{
		share:       &s.Share,
		maxShare:    &s.MaxShare,
		switchDays:  &s.SwitchDays,
		transitDays: &s.TransitDays,
		bufferDays:  &s.BufferDays,
		refill:      &s.Refill,
		quorum:      &s.Quorum,
		weight:      &s.Weight,
		flow:        &s.Flow,
	} {
		if v.Given {
			c.setNumber(field, row, v)
		}
	}
	for field, text := range [sourceTexts]string{
		level:            s.Level,
		sourceNote:       s.Note,
		sourceEvidence:   s.Evidence,
		sourceConfidence: string(s.Confidence),
		sourceAsOf:       s.AsOf,
	} {
		if text != "" {
			c.setText(field, row, t.symbols.add(text))
		}
	}
	b.added(&c.columns, row, s.Attrs)
}

// added ends a row.
func (b *Builder) added(c *columns, row int, attrs []Attr) {
	for _, a := range attrs {
		c.setAttr(a.Name, row, b.part.symbol(a.Value))
	}
	if b.net != nil && row+1 == full {
		b.Join(b)
	}
}

// fileOf is the number of a place's file.
func (b *Builder) fileOf(p Place) uint16 {
	if p.File != b.file {
		b.file, b.fileNum = p.File, column(int(b.part.files.add(p.File)))
	}
	return b.fileNum
}

// Build finishes the network. The Builder must not be used again.
func (b *Builder) Build() *Network {
	n, _ := b.BuildContext(context.Background())
	return n
}

// BuildContext is Build that ends early, with the error of ctx, once ctx does: an
// expression that selects the products is evaluated for every node.
func (b *Builder) BuildContext(ctx context.Context) (*Network, error) {
	b.Join(b)
	n, names := b.net, b.names
	*b = Builder{}
	collect(len(n.sources.supplier))
	filed := make(chan adjacency[SourceID], 1)
	go func() { filed <- n.bySupplier() }()
	err := n.groupNeeds(ctx, &names)
	bySupplier := <-filed
	if err != nil {
		return nil, err
	}
	names.drop(n.space)
	if err := n.goOnward(ctx, bySupplier); err != nil {
		return nil, err
	}
	if n.space == nil {
		n.fit()
	}
	n.findSectors()
	n.lazily()
	if err := n.findProducts(ctx); err != nil {
		return nil, err
	}
	return n, nil
}
