package graph

// nodeRows are the rows that describe nodes.
type nodeRows struct {
	node                                 []NodeID // by row
	product, parentColumn, countryColumn narrow   // by row; product is a Mark
	places
	columns
}

// sourceRows are the rows of sources. Once a network is built, it has what makes them
// rows elsewhere: see onward.
type sourceRows struct {
	supplier       []NodeID // by row
	need           []NeedID // by row; until they are grouped, the number of the customer
	customerColumn narrow   // by row: how far it is off the cell after the supplier's, see signed
	places
	columns
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
	c, i := &n.nodeRows, n.nodeRows.node[row]
	text := func(field int) string { return n.symbols.at(c.text(field, row)) }
	node := Node{
		ID:            n.ids.at(i),
		Name:          text(nodeName),
		Kind:          text(kind),
		Sector:        text(sector),
		Country:       text(country),
		Product:       Mark(c.product.at(row)),
		Volume:        c.number(volume, row),
		Unit:          text(unit),
		StockDays:     c.number(stockDays, row),
		RecoverDays:   c.number(recoverDays, row),
		PFail:         c.number(pFail, row),
		Note:          text(nodeNote),
		Evidence:      text(nodeEvidence),
		AsOf:          text(nodeAsOf),
		Confidence:    Confidence(text(nodeConfidence)),
		Attrs:         n.attributes(&c.columns, row),
		Place:         n.place(&c.places, row),
		ParentColumn:  int(c.parentColumn.at(row)),
		CountryColumn: int(c.countryColumn.at(row)),
	}
	if p := n.Parent(i); p != None {
		node.Parent = n.ids.at(p)
	}
	return node
}

// Source returns all that row s says.
func (n *Network) Source(s SourceID) Source {
	c, row := &n.sources, int(s)
	supplier, customer := n.Ends(s)
	text := func(field int) string { return n.symbols.at(c.text(field, row)) }
	return Source{
		Supplier:       n.ids.at(supplier),
		Customer:       n.ids.at(customer),
		Need:           n.needName(n.NeedOf(s)),
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
		Attrs:          n.attributes(&c.columns, row),
		Place:          n.place(&c.places, row),
		CustomerColumn: n.customerColumn(s),
	}
}

// nodeText is a text of the row that describes node i.
func (n *Network) nodeText(i NodeID, field int) string {
	if row := n.rowOf(i); row >= 0 {
		return n.symbols.at(n.nodeRows.text(field, row))
	}
	return ""
}

func (n *Network) attributes(c *columns, row int) []Attr {
	var attrs []Attr
	for _, a := range c.attrs {
		if s := a.values.at(row); s != 0 {
			attrs = append(attrs, Attr{Name: a.name, Value: n.symbols.at(symbol(s))})
		}
	}
	return attrs
}

func (n *Network) place(p *places, row int) Place {
	file, column, line := p.at(row)
	return Place{File: n.files.at(int32(file)), Line: int(line), Column: int(column)}
}

func (n *Network) customerColumn(s SourceID) int {
	_, column, _ := n.sources.places.at(int(s))
	return int(unsigned(n.sources.customerColumn.at(int(s)), cellAfter(column, n.ID(n.supplier(s)))))
}

// cellAfter is the column of the cell after that of an id, where nothing is quoted.
func cellAfter(c uint16, id string) uint16 {
	if c == 0 {
		return 0
	}
	return column(int(c) + len(id) + 1)
}
