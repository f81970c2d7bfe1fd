package graph

// NodeID numbers the nodes of a Network from 0, in the order they were first met.
type NodeID int32

// None is no node.
const None NodeID = -1

// Node is anything that can stop: a row of nodes.csv, or only a name met in a
// source row.
type Node struct {
	ID      string
	Name    string // empty: show the ID
	Kind    string
	Sector  string // of the economy: what its goods stand beside, and can be replaced by
	Parent  string // ID of the node it belongs to
	Country string // ISO 3166-1 alpha-2; alpha-3 is turned into it
	Product Mark

	Volume      Number // output per day at full rate
	Unit        string
	StockDays   Number // finished stock, in days of output
	RecoverDays Number // days from the end of the cause to full output
	PFail       Number // probability that it fails, 0..1: in the time that a question is about

	Note, Evidence, AsOf string
	Confidence           Confidence
	Attrs                []Attr

	Place                       Place // of the id's cell, or of the change that overwrote the row
	ParentColumn, CountryColumn int
}

// Label is what a reader should see: the name, or the ID where there is none.
func (n Node) Label() string {
	if n.Name != "" {
		return n.Name
	}
	return n.ID
}

// Mark is a yes or no that may be left open.
type Mark uint8

const (
	Unmarked Mark = iota
	Yes
	No
)

func (m Mark) String() string { return [...]string{"", "true", "false"}[m] }
