package graph

import (
	"context"
	"math"
	"sync"
)

// Builder fills a Network row by row. The zero Builder is not ready: use
// NewBuilder. It does not judge what it is given: Validate does.
type Builder struct {
	net      *Network
	needs    narrow // by row: symbol of the need's name; 0 = a need of its own
	file     string // of the last place met, which is most often that of the next
	fileNum  uint16
	fileNums map[string]uint16
	ends     []string // of the last rows, supplier and customer in turn: still to be numbered
}

// NewBuilder starts an empty network.
func NewBuilder(info Info) *Builder {
	n := &Network{
		Info:     info,
		files:    []string{""},
		symbols:  newLexicon[symbol](),
		ids:      newLexicon[NodeID](),
		nodeRows: nodeRows{columns: newColumns(nodeNumbers, nodeTexts)},
		sources:  sourceRows{columns: newColumns(sourceNumbers, sourceTexts)},
	}
	n.symbols.add("")
	return &Builder{net: n, fileNums: map[string]uint16{"": 0}}
}

// Report keeps a problem met while reading; Validate will return it with those
// it finds itself.
func (b *Builder) Report(p Problem) { b.net.problems.add(p) }

// AddNode adds a row that describes a node. Of two rows with the same id the
// first counts, and Validate reports the other.
func (b *Builder) AddNode(node Node) {
	b.numberEnds()
	n, c, row := b.net, &b.net.nodeRows, len(b.net.nodeRows.node)
	i := n.ids.add(node.ID)
	c.node = append(c.node, i)
	c.places.add(row, b.fileOf(node.Place), uint32(node.Place.Line), column(node.Place.Column))
	c.product.put(row, uint32(node.Product))
	c.parentColumn.put(row, uint32(column(node.ParentColumn)))
	c.countryColumn.put(row, uint32(column(node.CountryColumn)))
	if !n.Declared(i) {
		put(&n.nodeRow, int(i), int32(row)+1)
		if node.Parent != "" {
			put(&n.parent, int(i), n.ids.add(node.Parent)+1)
		}
	}
	c.setNumber(volume, row, node.Volume)
	c.setNumber(stockDays, row, node.StockDays)
	c.setNumber(recoverDays, row, node.RecoverDays)
	c.setNumber(pFail, row, node.PFail)
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
		c.setText(field, row, b.symbol(text))
	}
	b.setAttrs(&c.columns, row, node.Attrs)
}

// AddSource adds a row: one supplier for one need of one customer. Nodes that it
// names and nobody describes come into being.
func (b *Builder) AddSource(s Source) {
	c, row := &b.net.sources, len(b.net.sources.supplier)
	b.ends = append(b.ends, s.Supplier, s.Customer)
	c.supplier, c.need = append(c.supplier, None), append(c.need, 0)
	b.needs.put(row, uint32(b.symbol(s.Need)))
	at := column(s.Place.Column)
	c.places.add(row, b.fileOf(s.Place), uint32(s.Place.Line), at)
	c.customerColumn.put(row, signed(column(s.CustomerColumn), cellAfter(at, s.Supplier)))
	for field, v := range [sourceNumbers]Number{
		share:       s.Share,
		maxShare:    s.MaxShare,
		switchDays:  s.SwitchDays,
		transitDays: s.TransitDays,
		bufferDays:  s.BufferDays,
		refill:      s.Refill,
		quorum:      s.Quorum,
		weight:      s.Weight,
		flow:        s.Flow,
	} {
		c.setNumber(field, row, v)
	}
	for field, text := range [sourceTexts]string{
		level:            s.Level,
		sourceNote:       s.Note,
		sourceEvidence:   s.Evidence,
		sourceConfidence: string(s.Confidence),
		sourceAsOf:       s.AsOf,
	} {
		c.setText(field, row, b.symbol(text))
	}
	b.setAttrs(&c.columns, row, s.Attrs)
	if len(b.ends) == batch {
		b.numberEnds()
	}
}

// Build finishes the network. The Builder must not be used again.
func (b *Builder) Build() *Network {
	n, _ := b.BuildContext(context.Background())
	return n
}

// BuildContext is Build that ends early, with the error of ctx, once ctx does: an
// expression that selects the products is evaluated for every node.
func (b *Builder) BuildContext(ctx context.Context) (*Network, error) {
	b.numberEnds()
	n := b.net
	b.net = nil
	if err := n.groupNeeds(ctx, &b.needs); err != nil {
		return nil, err
	}
	n.fit()
	n.onward = sync.OnceValue(n.bySupplier)
	n.children = sync.OnceValue(n.byParent)
	n.tiers = sync.OnceValue(n.computeTiers)
	if err := n.findProducts(ctx); err != nil {
		return nil, err
	}
	return n, nil
}

// numberEnds numbers the ends of the last rows.
func (b *Builder) numberEnds() {
	n := b.net
	var numbers [batch]NodeID
	n.ids.addAll(b.ends, &numbers)
	first := len(n.sources.supplier) - len(b.ends)/2
	for i := range len(b.ends) / 2 {
		n.sources.supplier[first+i], n.sources.need[first+i] = numbers[2*i], NeedID(numbers[2*i+1])
	}
	b.ends = b.ends[:0]
}

func (b *Builder) setAttrs(c *columns, row int, attrs []Attr) {
	for _, a := range attrs {
		c.setAttr(a.Name, row, b.symbol(a.Value))
	}
}

// symbol is add for texts most of which are blank.
func (b *Builder) symbol(text string) symbol {
	if text == "" {
		return 0
	}
	return b.net.symbols.add(text)
}

// fileOf is the number of a place's file.
func (b *Builder) fileOf(p Place) uint16 {
	if p.File != b.file {
		num, ok := b.fileNums[p.File]
		if !ok {
			num = uint16(min(len(b.net.files), math.MaxUint16))
			b.net.files = append(b.net.files, p.File)
			b.fileNums[p.File] = num
		}
		b.file, b.fileNum = p.File, num
	}
	return b.fileNum
}
