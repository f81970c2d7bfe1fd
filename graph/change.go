package graph

import (
	"context"
	"errors"
	"slices"
)

// Change is one what-if: a node or row that is added, removed or overwritten.
// Node names a node; if it is nil, Source names rows: by customer and, where
// given, supplier and need.
type Change struct {
	Action Action
	Node   *Node
	Source Source
	Place  Place
}

// Action is what a Change does.
type Action uint8

const (
	Add    Action = iota
	Remove        // a node goes with all its rows
	Set           // what is given overwrites, what is not stays
)

var actions = [...]string{"add", "remove", "set"}

func (a Action) String() string { return actions[a] }

// String says what is changed, not how: "add a->b:need", "set need of b",
// "remove node a".
func (c Change) String() string {
	s := Supply{c.Source.Supplier, c.Source.Customer, c.Source.Need}
	about := s.String()
	switch {
	case c.Node != nil:
		about = "node " + c.Node.ID
	case s.Supplier == "" && s.Need == "":
		about = "needs of " + s.Customer
	case s.Supplier == "":
		about = s.Need + " of " + s.Customer
	}
	return c.Action.String() + " " + about
}

// With returns a network with the changes made, one after the other, on a copy.
// A change that names nothing in the network is an ErrUnknown; all of them are
// reported. The result is not judged: see Validate. O(changes * rows), or less if
// ctx ends before.
func (n *Network) With(ctx context.Context, changes []Change) (*Network, error) {
	if len(changes) == 0 {
		return n, nil
	}
	p := patch{ctx: ctx, changes: changes, hit: make([]bool, len(changes)), to: NewBuilder(n.Info)}
	p.to.net.problems = n.problems.copy()
	p.to.part.inputs = slices.Clone(n.inputs)
	p.nodes(n)
	p.sources(n)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := p.misses(n); err != nil {
		return nil, err
	}
	return p.to.BuildContext(ctx)
}

// patch sends each row of a network through the changes, and each added one
// through those that come after it, until ctx ends.
type patch struct {
	ctx     context.Context
	changes []Change
	hit     []bool // by change: it named something
	to      *Builder
}

func (p *patch) nodes(n *Network) {
	for row := range Each(p.ctx, len(n.nodeRows.node)) {
		p.node(n.nodeAt(row), 0)
	}
	aboutNode := func(c Change) bool { return c.Node != nil }
	if len(n.nodeRows.node) == 0 && slices.ContainsFunc(p.changes, aboutNode) {
		// Where one node is described, each must be.
		for i := range Each(p.ctx, NodeID(n.NumNodes())) {
			p.node(n.Node(i), 0)
		}
	}
	for i, c := range p.changes {
		if c.Action == Add && c.Node != nil {
			p.node(*c.Node, i+1)
		}
	}
}

func (p *patch) sources(n *Network) {
	for s := range Each(p.ctx, SourceID(n.NumSources())) {
		p.source(n.Source(s), 0)
	}
	for i, c := range p.changes {
		if c.Action == Add && c.Node == nil {
			p.source(c.Source, i+1)
		}
	}
}

// node adds what the changes from number first on leave of a node.
func (p *patch) node(node Node, first int) {
	if p.ctx.Err() != nil {
		return
	}
	for i := first; i < len(p.changes); i++ {
		c := p.changes[i]
		switch {
		case c.Action == Add || c.Node == nil:
		case c.Node.ID == node.ID:
			p.hit[i] = true
			if c.Action == Remove {
				return
			}
			overwriteNode(&node, *c.Node)
		case c.Action == Remove && c.Node.ID == node.Parent:
			node.Parent = ""
		}
	}
	p.to.AddNode(node)
}

// source adds what the changes from number first on leave of a row.
func (p *patch) source(s Source, first int) {
	if p.ctx.Err() != nil {
		return
	}
	for i := first; i < len(p.changes); i++ {
		c := p.changes[i]
		if c.Action == Add || !c.names(s) {
			continue
		}
		p.hit[i] = true
		if c.Action == Remove {
			return
		}
		overwriteSource(&s, c.Source)
	}
	p.to.AddSource(s)
}

// names says whether the change is about a row: a node takes its rows with it.
func (c Change) names(s Source) bool {
	if c.Node != nil {
		return c.Action == Remove && (s.Supplier == c.Node.ID || s.Customer == c.Node.ID)
	}
	return s.Customer == c.Source.Customer &&
		(c.Source.Supplier == "" || s.Supplier == c.Source.Supplier) &&
		(c.Source.Need == "" || s.Need == c.Source.Need)
}

// misses reports the changes that named nothing.
func (p *patch) misses(n *Network) error {
	var errs []error
	for i, c := range p.changes {
		if c.Action == Add || p.hit[i] {
			continue
		}
		errs = append(errs, c.Place.Of(n.missing(c)))
	}
	return errors.Join(errs...)
}

func (n *Network) missing(c Change) error {
	if c.Node != nil {
		return n.Unknown(c.Node.ID)
	}
	for _, id := range []string{c.Source.Supplier, c.Source.Customer} {
		if _, ok := n.Lookup(id); id != "" && !ok {
			return n.Unknown(id)
		}
	}
	s := Supply{c.Source.Supplier, c.Source.Customer, c.Source.Need}
	if s.Supplier == "" {
		return &UnknownRowError{s, n.nearNeeds(s)}
	}
	return &UnknownRowError{Supply: s}
}
