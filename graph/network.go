package graph

import (
	"sync"

	"linestop/internal/sections"
)

// Info describes a data set as a whole.
type Info struct {
	Name        string // how it was asked for: a file, a folder, example:NAME
	Title       string
	Description string
	Licence     string
	AsOf        string // see ParseAsOf
	Products    string // expression that selects the products; empty: see Network.Products
	MayFail     string // expression for what may be lost at all, in a search for losses that break a product; empty: all

	ProductsPlace, MayFailPlace Place // where they were read
}

// Network is a supply network: read-only, and safe for use by several
// goroutines. Nodes, needs and sources are numbered without gaps from 0.
type Network struct {
	Info
	tables

	parent  []NodeID // by node, counted from 1; 0 or past the end: none
	nodeRow []int32  // by node: its first row, counted from 1; 0 or past the end: no row describes it
	product narrow   // by node: 1 if it is one

	firstNeed    []NeedID            // by node, and one more: the needs of node i are firstNeed[i] to firstNeed[i+1]
	needCustomer []NodeID            // by need
	needNames    narrow              // by need: a symbol; 0 = its row has no name for it
	needRows     adjacency[SourceID] // by need; without first: one for each
	onward       onward

	products []NodeID
	children func() adjacency[NodeID]
	tiers    func() []int32

	degrading func() bool

	file   *sections.File // that it lies in; nil if it was built
	judged Problems       // what Validate found before it came there
}

// lazily is what is computed once somebody asks for it.
func (n *Network) lazily() {
	n.children = sync.OnceValue(n.byParent)
	n.tiers = sync.OnceValue(n.computeTiers)
	n.degrading = sync.OnceValue(n.anyDegrading)
}

// fit gives back what the lists grew in advance.
func (n *Network) fit() {
	n.parent, n.nodeRow, n.nodeRows.node = fit(n.parent), fit(n.nodeRow), fit(n.nodeRows.node)
	n.needCustomer, n.needRows.first = fit(n.needCustomer), fit(n.needRows.first)
	if n.NumNeeds() == n.NumSources() {
		n.needRows.first = nil // each need has one row
	}
	n.needNames.fit()
	n.nodeRows.fit()
	n.sources.fit()
	n.files.freeze()
	n.symbols.freeze()
	n.ids.freeze()
}

// NumNodes is how many nodes there are; their numbers run from 0 below it.
func (n *Network) NumNodes() int { return n.ids.len() }

// NumNeeds is how many needs there are; their numbers run from 0 below it.
func (n *Network) NumNeeds() int { return len(n.needCustomer) }

// NumSources is how many source rows there are; their numbers run from 0 below it.
func (n *Network) NumSources() int { return len(n.onward.rows) }

// Lookup finds a node by its id.
func (n *Network) Lookup(id string) (NodeID, bool) { return n.ids.find(id) }

// ID is the id of a node.
func (n *Network) ID(i NodeID) string { return n.ids.at(i) }

// Kind is the kind of a node, without building the whole of it.
func (n *Network) Kind(i NodeID) string { return n.nodeText(i, kind) }

// Sector is the sector of a node, without building the whole of it.
func (n *Network) Sector(i NodeID) string { return n.nodeText(i, sector) }

// Country is the country of a node, without building the whole of it.
func (n *Network) Country(i NodeID) string { return n.nodeText(i, country) }

// Label is a node's name, or its id where it has none.
func (n *Network) Label(i NodeID) string {
	if name := n.nodeText(i, nodeName); name != "" {
		return name
	}
	return n.ids.at(i)
}

// Declared says whether a row of its own describes node i; otherwise only
// source rows or parents name it.
func (n *Network) Declared(i NodeID) bool { return n.rowOf(i) >= 0 }

// rowOf is the row that describes node i, -1 if none does.
func (n *Network) rowOf(i NodeID) int { return int(at(n.nodeRow, int(i))) - 1 }

// describe has a row describe its node, unless an earlier one does. parent is one of
// ids, or None.
func (n *Network) describe(row int, parent NodeID, ids []NodeID) {
	i := n.nodeRows.node[row]
	if n.Declared(i) {
		return
	}
	put(&n.nodeRow, int(i), int32(row)+1)
	if parent != None {
		put(&n.parent, int(i), ids[parent]+1)
	}
}

// Node returns all that is known of node i.
func (n *Network) Node(i NodeID) Node {
	if row := n.rowOf(i); row >= 0 {
		return n.nodeAt(row)
	}
	return Node{ID: n.ids.at(i)}
}

// Sure says whether row s may be relied upon: see SureFrom.
func (n *Network) Sure(s SourceID) bool {
	c := n.sources.text(sourceConfidence, int(s))
	return c == 0 || Confidence(n.symbols.at(c)).Value() >= SureFrom
}

// Attributes names the columns beyond the format's own, of nodes and of
// sources, in the order they were met.
func (n *Network) Attributes() (nodes, sources []string) {
	return n.nodeRows.names(), n.sources.names()
}
