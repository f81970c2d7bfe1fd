package graph

// nodeRow is what every row that describes a node has; the rest lies in columns.
type nodeRow struct {
	node NodeID
	spot
	parentColumn, countryColumn uint16
	product                     Mark
}

// sourceRow is what every source row has: 28 bytes. The rest lies in columns.
type sourceRow struct {
	supplier, customer NodeID
	name               symbol // of the need; 0 = a need of its own
	need               NeedID
	spot
	customerColumn uint16
}

// Columns of nodes.csv and supplies.csv that are stored apart.
const (
	volume = iota
	stockDays
	recoverDays
	pFail
	nodeNumbers
)

const (
	nodeName = iota
	kind
	sector
	country
	unit
	nodeNote
	nodeEvidence
	nodeConfidence
	nodeAsOf
	nodeTexts
)

const (
	share = iota
	maxShare
	switchDays
	transitDays
	bufferDays
	refill
	quorum
	weight
	flow
	sourceNumbers
)

const (
	level = iota
	sourceNote
	sourceEvidence
	sourceConfidence
	sourceAsOf
	sourceTexts
)

// nodeAt puts together what a row says of its node.
func (n *Network) nodeAt(row int) Node {
	r, c := n.nodeRows[row], &n.nodeCols
	text := func(field int) string { return n.symbols.at(c.text(field, row)) }
	node := Node{
		ID:            n.ids.at(r.node),
		Name:          text(nodeName),
		Kind:          text(kind),
		Sector:        text(sector),
		Country:       text(country),
		Product:       r.product,
		Volume:        c.number(volume, row),
		Unit:          text(unit),
		StockDays:     c.number(stockDays, row),
		RecoverDays:   c.number(recoverDays, row),
		PFail:         c.number(pFail, row),
		Note:          text(nodeNote),
		Evidence:      text(nodeEvidence),
		AsOf:          text(nodeAsOf),
		Confidence:    Confidence(text(nodeConfidence)),
		Attrs:         n.attributes(c, row),
		Place:         n.place(r.spot),
		ParentColumn:  int(r.parentColumn),
		CountryColumn: int(r.countryColumn),
	}
	if p := n.parent[r.node]; p != None {
		node.Parent = n.ids.at(p)
	}
	return node
}

// Source returns all that row s says.
func (n *Network) Source(s SourceID) Source {
	r, c, row := n.sources[s], &n.sourceCols, int(s)
	text := func(field int) string { return n.symbols.at(c.text(field, row)) }
	return Source{
		Supplier:       n.ids.at(r.supplier),
		Customer:       n.ids.at(r.customer),
		Need:           n.symbols.at(r.name),
		Share:          c.number(share, row),
		MaxShare:       c.number(maxShare, row),
		SwitchDays:     c.number(switchDays, row),
		TransitDays:    c.number(transitDays, row),
		BufferDays:     c.number(bufferDays, row),
		Refill:         c.number(refill, row),
		Quorum:         c.number(quorum, row),
		Weight:         c.number(weight, row),
		Flow:           c.number(flow, row),
		Level:          text(level),
		Note:           text(sourceNote),
		Evidence:       text(sourceEvidence),
		AsOf:           text(sourceAsOf),
		Confidence:     Confidence(text(sourceConfidence)),
		Attrs:          n.attributes(c, row),
		Place:          n.place(r.spot),
		CustomerColumn: int(r.customerColumn),
	}
}

// nodeText is a text of the row that describes node i.
func (n *Network) nodeText(i NodeID, field int) string {
	if row := n.nodeRow[i]; row >= 0 {
		return n.symbols.at(n.nodeCols.text(field, int(row)))
	}
	return ""
}

func (n *Network) attributes(c *columns, row int) []Attr {
	var attrs []Attr
	for _, a := range c.attrs {
		if s := at(a.values, row); s != 0 {
			attrs = append(attrs, Attr{Name: a.name, Value: n.symbols.at(s)})
		}
	}
	return attrs
}

func (n *Network) place(s spot) Place {
	return Place{File: n.files[s.file], Line: int(s.line), Column: int(s.col)}
}
