package graph

import (
	"iter"
)

// Info describes a data set as a whole.
type Info struct {
	Name        string // how it was asked for: a file, a folder, example:NAME
	Title       string
	Description string
	Licence     string
	AsOf        string
	Products    string // expression that selects the products; empty: see Network.Products
}

// Network is a supply network: read-only, and safe for use by several
// goroutines. Nodes, needs and sources are numbered without gaps from 0.
type Network struct {
	Info

	files   []string
	symbols symbols

	ids      []string
	byID     map[string]NodeID
	parent   []NodeID // by node; None at the top
	product  []bool   // by node
	nodeRow  []int32  // by node: its first row, -1 if no row declares it
	nodeRows []nodeRow
	nodeCols columns

	sources    []sourceRow
	sourceCols columns

	firstNeed    []NeedID // by node, and one more: the needs of node i are firstNeed[i] to firstNeed[i+1]
	needCustomer []NodeID // by need
	needRows     adjacency[SourceID]

	problems collector // met while reading

	products []NodeID
	children func() adjacency[NodeID]
	onward   func() adjacency[SourceID] // by supplier: its source rows
	tiers    func() []int32
}

type nodeRow struct {
	node NodeID
	spot
	parentColumn, countryColumn uint16
	product                     Mark
}

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
	nodeNumbers
)

const (
	nodeName = iota
	kind
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

// NumNodes is how many nodes there are; their numbers run from 0 below it.
func (n *Network) NumNodes() int { return len(n.ids) }

// NumNeeds is how many needs there are; their numbers run from 0 below it.
func (n *Network) NumNeeds() int { return len(n.needCustomer) }

// NumSources is how many source rows there are; their numbers run from 0 below it.
func (n *Network) NumSources() int { return len(n.sources) }

// Lookup finds a node by its id.
func (n *Network) Lookup(id string) (NodeID, bool) {
	i, ok := n.byID[id]
	return i, ok
}

// ID is the id of a node.
func (n *Network) ID(i NodeID) string { return n.ids[i] }

// Kind is the kind of a node, without building the whole of it.
func (n *Network) Kind(i NodeID) string { return n.nodeText(i, kind) }

// Country is the country of a node, without building the whole of it.
func (n *Network) Country(i NodeID) string { return n.nodeText(i, country) }

// Label is a node's name, or its id where it has none.
func (n *Network) Label(i NodeID) string {
	if name := n.nodeText(i, nodeName); name != "" {
		return name
	}
	return n.ids[i]
}

// Parent is the node that i belongs to, or None.
func (n *Network) Parent(i NodeID) NodeID { return n.parent[i] }

// IsProduct says whether impact is counted at node i.
func (n *Network) IsProduct(i NodeID) bool { return n.product[i] }

// Products lists the products in order: the nodes that the data set's product
// expression selects or that are marked so; with neither, those that have needs
// and supply nobody.
func (n *Network) Products() []NodeID { return n.products }

// Declared says whether a row of its own describes node i; otherwise only
// source rows or parents name it.
func (n *Network) Declared(i NodeID) bool { return n.nodeRow[i] >= 0 }

// Node returns all that is known of node i.
func (n *Network) Node(i NodeID) Node {
	node := Node{ID: n.ids[i]}
	if row := n.nodeRow[i]; row >= 0 {
		node = n.nodeAt(int(row))
	}
	return node
}

func (n *Network) nodeAt(row int) Node {
	r, c := n.nodeRows[row], &n.nodeCols
	text := func(field int) string { return n.symbols.text[c.text(field, row)] }
	node := Node{
		ID:            n.ids[r.node],
		Name:          text(nodeName),
		Kind:          text(kind),
		Country:       text(country),
		Product:       r.product,
		Volume:        c.number(volume, row),
		Unit:          text(unit),
		StockDays:     c.number(stockDays, row),
		RecoverDays:   c.number(recoverDays, row),
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
		node.Parent = n.ids[p]
	}
	return node
}

// Source returns all that row s says.
func (n *Network) Source(s SourceID) Source {
	r, c, row := n.sources[s], &n.sourceCols, int(s)
	text := func(field int) string { return n.symbols.text[c.text(field, row)] }
	return Source{
		Supplier:       n.ids[r.supplier],
		Customer:       n.ids[r.customer],
		Need:           n.symbols.text[r.name],
		Share:          c.number(share, row),
		MaxShare:       c.number(maxShare, row),
		SwitchDays:     c.number(switchDays, row),
		TransitDays:    c.number(transitDays, row),
		BufferDays:     c.number(bufferDays, row),
		Refill:         c.number(refill, row),
		Quorum:         c.number(quorum, row),
		Weight:         c.number(weight, row),
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

// Ends are the supplier and the customer of row s.
func (n *Network) Ends(s SourceID) (supplier, customer NodeID) {
	return n.sources[s].supplier, n.sources[s].customer
}

// NeedOf is the need that row s helps to meet.
func (n *Network) NeedOf(s SourceID) NeedID { return n.sources[s].need }

// Sure says whether row s may be relied upon: see SureFrom.
func (n *Network) Sure(s SourceID) bool {
	c := n.sourceCols.text(sourceConfidence, int(s))
	return c == 0 || Confidence(n.symbols.text[c]).Value() >= SureFrom
}

// Needs lists the needs of node i.
func (n *Network) Needs(i NodeID) iter.Seq[NeedID] {
	return func(yield func(NeedID) bool) {
		for k := n.firstNeed[i]; k < n.firstNeed[i+1]; k++ {
			if !yield(k) {
				return
			}
		}
	}
}

// SourcesOf lists the rows of need k in the order they were read. The caller
// must not change the slice.
func (n *Network) SourcesOf(k NeedID) []SourceID { return n.needRows.of(int(k)) }

// CustomerOf is the node that has need k.
func (n *Network) CustomerOf(k NeedID) NodeID { return n.needCustomer[k] }

// Need returns what the rows of need k together state: of each value the first
// that is given.
func (n *Network) Need(k NeedID) Need {
	rows := n.SourcesOf(k)
	need := Need{
		Customer: n.needCustomer[k],
		Name:     n.symbols.text[n.sources[rows[0]].name],
		Level:    n.levelOf(rows),
		Quorum:   n.quorumOf(rows),
		Weight:   n.firstGiven(weight, rows).Or(DefaultWeight),
		Buffer:   n.firstGiven(bufferDays, rows),
		Refill:   n.firstGiven(refill, rows),
		Sources:  rows,
	}
	return need
}

// NeedLevel is the level of need k, without building the whole of it.
func (n *Network) NeedLevel(k NeedID) Level { return n.levelOf(n.SourcesOf(k)) }

// NeedQuorum is the quorum of need k, without building the whole of it.
func (n *Network) NeedQuorum(k NeedID) int { return n.quorumOf(n.SourcesOf(k)) }

func (n *Network) levelOf(rows []SourceID) Level {
	if len(n.sourceCols.texts[level]) > 0 {
		for _, s := range rows {
			if sym := n.sourceCols.text(level, int(s)); sym != 0 {
				l, _ := ParseLevel(n.symbols.text[sym])
				return l
			}
		}
	}
	return Critical
}

func (n *Network) quorumOf(rows []SourceID) int {
	return max(1, int(n.firstGiven(quorum, rows).Or(1)))
}

func (n *Network) firstGiven(field int, rows []SourceID) Number {
	if len(n.sourceCols.numbers[field]) > 0 {
		for _, s := range rows {
			if v := n.sourceCols.number(field, int(s)); v.Given {
				return v
			}
		}
	}
	return Number{}
}

// Attributes names the columns beyond the format's own, of nodes and of
// sources, in the order they were met.
func (n *Network) Attributes() (nodes, sources []string) {
	return n.nodeCols.names(), n.sourceCols.names()
}

func (n *Network) attributes(c *columns, row int) []Attr {
	var attrs []Attr
	for _, a := range c.attrs {
		if sym := at(a.values, row); sym != 0 {
			attrs = append(attrs, Attr{Name: a.name, Value: n.symbols.text[sym]})
		}
	}
	return attrs
}

func (n *Network) nodeText(i NodeID, field int) string {
	if row := n.nodeRow[i]; row >= 0 {
		return n.symbols.text[n.nodeCols.text(field, int(row))]
	}
	return ""
}

func (n *Network) place(s spot) Place {
	return Place{File: n.files[s.file], Line: int(s.line), Column: int(s.col)}
}
