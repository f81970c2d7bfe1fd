package graph

import (
	"errors"
	"fmt"
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

// With returns a network with the changes made, one after the other, on a copy.
// A change that names nothing in the network is an ErrUnknown; all of them are
// reported. The result is not judged: see Validate.
func (n *Network) With(changes []Change) (*Network, error) {
	if len(changes) == 0 {
		return n, nil
	}
	t := n.tables()
	var errs []error
	for _, c := range changes {
		if err := t.apply(c); err != nil {
			if at := c.Place.String(); at != "" {
				err = fmt.Errorf("%s: %w", at, err)
			}
			errs = append(errs, err)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return t.build(n.Info), nil
}

// tables are the rows of a network, apart and free to change.
type tables struct {
	nodes   []Node
	sources []Source
}

func (n *Network) tables() *tables {
	t := &tables{}
	for row := range n.nodeRows {
		t.nodes = append(t.nodes, n.nodeAt(row))
	}
	for s := range SourceID(n.NumSources()) {
		t.sources = append(t.sources, n.Source(s))
	}
	return t
}

func (t *tables) build(info Info) *Network {
	b := NewBuilder(info)
	for _, node := range t.nodes {
		b.AddNode(node)
	}
	for _, source := range t.sources {
		b.AddSource(source)
	}
	return b.Build()
}

func (t *tables) apply(c Change) error {
	switch {
	case c.Action == Add && c.Node != nil:
		t.nodes = append(t.nodes, *c.Node)
		return nil
	case c.Action == Add:
		t.sources = append(t.sources, c.Source)
		return nil
	case c.Node != nil:
		return t.changeNode(c)
	}
	return t.changeRows(c)
}

func (t *tables) changeNode(c Change) error {
	kept, found := t.nodes[:0], false
	for _, node := range t.nodes {
		if node.ID == c.Node.ID {
			found = true
			if c.Action == Remove {
				continue
			}
			overwriteNode(&node, *c.Node)
		}
		kept = append(kept, node)
	}
	if !found {
		return fmt.Errorf("node %q: %w", c.Node.ID, ErrUnknown)
	}
	t.nodes = kept
	if c.Action == Remove {
		t.removeRows(func(s Source) bool { return s.Supplier == c.Node.ID || s.Customer == c.Node.ID })
	}
	return nil
}

func (t *tables) changeRows(c Change) error {
	chosen := func(s Source) bool {
		return s.Customer == c.Source.Customer &&
			(c.Source.Supplier == "" || s.Supplier == c.Source.Supplier) &&
			(c.Source.Need == "" || s.Need == c.Source.Need)
	}
	found := false
	for i := range t.sources {
		if s := &t.sources[i]; chosen(*s) {
			found = true
			if c.Action == Set {
				overwriteSource(s, c.Source)
			}
		}
	}
	if !found {
		return fmt.Errorf("row %q: %w", Supply{c.Source.Supplier, c.Source.Customer, c.Source.Need}, ErrUnknown)
	}
	if c.Action == Remove {
		t.removeRows(chosen)
	}
	return nil
}

func (t *tables) removeRows(chosen func(Source) bool) {
	kept := t.sources[:0]
	for _, s := range t.sources {
		if !chosen(s) {
			kept = append(kept, s)
		}
	}
	t.sources = kept
}

func overwriteNode(node *Node, by Node) {
	set(&node.Name, by.Name)
	set(&node.Kind, by.Kind)
	set(&node.Parent, by.Parent)
	set(&node.Country, by.Country)
	set(&node.Unit, by.Unit)
	set(&node.Product, by.Product)
	setNumber(&node.Volume, by.Volume)
	setNumber(&node.StockDays, by.StockDays)
	setNumber(&node.RecoverDays, by.RecoverDays)
	set(&node.Confidence, by.Confidence)
	set(&node.Evidence, by.Evidence)
	set(&node.Note, by.Note)
}

func overwriteSource(s *Source, by Source) {
	setNumber(&s.Share, by.Share)
	setNumber(&s.MaxShare, by.MaxShare)
	setNumber(&s.SwitchDays, by.SwitchDays)
	setNumber(&s.TransitDays, by.TransitDays)
	setNumber(&s.BufferDays, by.BufferDays)
	setNumber(&s.Refill, by.Refill)
	setNumber(&s.Quorum, by.Quorum)
	setNumber(&s.Weight, by.Weight)
	set(&s.Level, by.Level)
	set(&s.Confidence, by.Confidence)
	set(&s.Evidence, by.Evidence)
	set(&s.Note, by.Note)
}

func set[T comparable](field *T, by T) {
	var blank T
	if by != blank {
		*field = by
	}
}

func setNumber(field *Number, by Number) {
	if by.Given {
		*field = by
	}
}
