package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// ErrUnknown is what Resolve's errors wrap when the network has no such node,
// row, or none that an expression selects.
var ErrUnknown = errors.New("not in the data")

// Resolve finds what a cut takes away. A target stands for all that belongs to
// it; an expression stands for nothing but what it selects, and is evaluated until
// ctx ends.
func (n *Network) Resolve(ctx context.Context, c Cut) (nodes []NodeID, rows []SourceID, err error) {
	switch {
	case c.Supply != nil:
		rows, err = n.rowsOf(*c.Supply)
	case c.Where != "":
		if nodes, err = n.Select(ctx, c.Where); err == nil && len(nodes) == 0 {
			err = fmt.Errorf("no node for which %s: %w", c.Where, ErrUnknown)
		}
	default:
		i, ok := n.Lookup(c.Target)
		if !ok {
			return nil, nil, n.Unknown(c.Target)
		}
		nodes = slices.Collect(n.Family(i))
	}
	return nodes, rows, err
}

// UnknownNodeError names an id that the network does not have.
type UnknownNodeError struct {
	ID   string
	Near []string // ids it may have stood for, nearest first
}

func (e *UnknownNodeError) Error() string { return fmt.Sprintf("node %q is not in the data", e.ID) }

// Unwrap makes it an ErrUnknown.
func (e *UnknownNodeError) Unwrap() error { return ErrUnknown }

// Unknown is the error that no node has this id.
func (n *Network) Unknown(id string) error {
	return &UnknownNodeError{ID: id, Near: n.Nearest(id, 3)}
}
