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
	file     string // of the last place met, which is most often that of the next
	fileNum  uint16
	fileNums map[string]uint16
	ends     []string // of the last rows, supplier and customer in turn: still to be numbered
}

// NewBuilder starts an empty network.
func NewBuilder(info Info) *Builder {
	n := &Network{
		Info:       info,
		files:      []string{""},
		symbols:    newLexicon[symbol](),
		ids:        newLexicon[NodeID](),
		nodeCols:   newColumns(nodeNumbers, nodeTexts),
		sourceCols: newColumns(sourceNumbers, sourceTexts),
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
	n, c, row := b.net, &b.net.nodeCols, len(b.net.nodeRows)
	i := b.node(node.ID)
	n.nodeRows = append(n.nodeRows, nodeRow{
		node:          i,
		spot:          b.spot(node.Place),
		parentColumn:  column(node.ParentColumn),
		countryColumn: column(node.CountryColumn),
		product:       node.Product,
	})
	if n.nodeRow[i] < 0 {
		n.nodeRow[i] = int32(row)
		if node.Parent != "" {
			n.parent[i] = b.node(node.Parent)
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
	b.setAttrs(c, row, node.Attrs)
}

// AddSource adds a row: one supplier for one need of one customer. Nodes that it
// names and nobody describes come into being.
func (b *Builder) AddSource(s Source) {
	n, c, row := b.net, &b.net.sourceCols, len(b.net.sources)
	b.ends = append(b.ends, s.Supplier, s.Customer)
	n.sources = append(n.sources, sourceRow{
		name:           b.symbol(s.Need),
		spot:           b.spot(s.Place),
		customerColumn: column(s.CustomerColumn),
	})
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
	b.setAttrs(c, row, s.Attrs)
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
	if err := n.groupNeeds(ctx); err != nil {
		return nil, err
	}
	n.onward = sync.OnceValue(n.bySupplier)
	n.children = sync.OnceValue(n.byParent)
	n.tiers = sync.OnceValue(n.computeTiers)
	if err := n.findProducts(ctx); err != nil {
		return nil, err
	}
	return n, nil
}

// node is the number of an id, which comes into being if it is new.
func (b *Builder) node(id string) NodeID {
	i := b.net.ids.add(id)
	b.newNodes()
	return i
}

// numberEnds numbers the ends of the last rows.
func (b *Builder) numberEnds() {
	n := b.net
	var numbers [batch]NodeID
	n.ids.addAll(b.ends, &numbers)
	b.newNodes()
	last := n.sources[len(n.sources)-len(b.ends)/2:]
	for i := range last {
		last[i].supplier, last[i].customer = numbers[2*i], numbers[2*i+1]
	}
	b.ends = b.ends[:0]
}

// newNodes gives each new id its node.
func (b *Builder) newNodes() {
	n := b.net
	for len(n.nodeRow) < n.ids.len() {
		n.parent = append(n.parent, None)
		n.nodeRow = append(n.nodeRow, -1)
	}
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

func (b *Builder) spot(p Place) spot {
	if p.File != b.file {
		num, ok := b.fileNums[p.File]
		if !ok {
			num = uint16(min(len(b.net.files), math.MaxUint16))
			b.net.files = append(b.net.files, p.File)
			b.fileNums[p.File] = num
		}
		b.file, b.fileNum = p.File, num
	}
	return spot{line: uint32(p.Line), file: b.fileNum, col: column(p.Column)}
}
