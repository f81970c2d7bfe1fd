package draw

import "linestop/graph"

// View is a picture in words: what is in it, not how it looks. Its texts are as
// the data has them, unescaped and of any length.
type View struct {
	Title      string
	Notes      []string // what is cut, what that breaks, what was left out
	Nodes      []Node
	Edges      []Edge
	Clusters   []Cluster
	Stacks     [][]int // nodes to stand below each other; index in Nodes
	ArrowsLeft int     // arrows between the nodes that are not drawn
	Judged     bool    // something is cut: Running means that a node runs on
	Boxes      bool    // nodes stand for groups

	crossed int // columns that the arrows cross: what the layout costs
}

// Node is a node of the network, or a box that stands for several.
type Node struct {
	ID      graph.NodeID // graph.None for a box
	Name    string
	Details []string // short lines below the name
	Status  Status
	Product bool
	Needs   []Need // shown apart, for arrows to point at; the others are met at the node itself
	Tooltip []string
	Link    string // where the evidence is; may be empty
	Cluster int    // index in View.Clusters, -1 outside
	mix     tally  // what a bar in it shows: the nodes of a box, if they differ, or the products that a point breaks
}

// Need is one of the things a node must have.
type Need struct {
	Name  string
	Rule  string // how many of its sources it takes, how many are left, its level
	State NeedState
}

// NeedState says what became of a need.
type NeedState uint8

// The states of a need.
const (
	Met          NeedState = iota // untouched, or with sources enough
	PerhapsUnmet                  // unmet for some turn of the unsure rows
	Unmet
)

// Edge is a source row, or several between the same two boxes.
type Edge struct {
	From, To  int // index in View.Nodes
	Need      int // index in Needs of To, -1: the node itself
	Fate      Fate
	Cut       bool // the row itself is cut
	Alternate bool // could deliver more than it does today
	Minor     bool // its loss does not stop the customer
	Unsure    bool // may not exist
	Fatal     bool // passes on the loss of a single point of failure to a product
	Back      bool // runs to the left
	Label     string
	Tooltip   []string
	Link      string
}

// Fate says what became of a source row, the worst last.
type Fate uint8

// The fates of a row.
const (
	Delivers Fate = iota
	Lessened      // keeps a part, or delivers later
	MayFail       // its supplier is possibly broken
	Dead
)

// Cluster is a frame around nodes and other clusters.
type Cluster struct {
	Name   string
	Status Status
	Says   string // of its loss; empty if that is shown elsewhere, or is nothing
	Parent int    // index in View.Clusters, less than its own; -1 at the top
	Link   string
}
