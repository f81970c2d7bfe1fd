package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// DefaultHorizon is how many days a scenario is followed if it does not say.
const DefaultHorizon = 365

// Scenario is a named list of cuts. Days count from its start.
type Scenario struct {
	Name        string
	Title       string
	Description string
	Start       time.Time // zero: days have no dates
	Horizon     float64   // days; 0 stands for DefaultHorizon
	Cuts        []Cut
	Changes     []Change
	Expect      []Expectation
	Place       Place
}

// Cut takes nodes or rows away, whole or in part. Exactly one of Target, Where
// and Supply names them.
type Cut struct {
	Target string  // id of a node; all that belongs to it is cut with it
	Where  string  // expression, see Network.Select
	Supply *Supply // source rows

	Left  float64 // part that is left, 0..1
	Curve []Step  // instead of Left: a part for each span of days, in rising order
	From  float64 // day
	Until Number  // day; missing = for ever
	Delay Number  // days: not cut, only later
	Place Place
}

// Step is the part left from a day of the cut on.
type Step struct{ Day, Left float64 }

// Supply names the rows between two nodes; with Need, only those of that need.
type Supply struct{ Supplier, Customer, Need string }

func (s Supply) String() string {
	text := s.Supplier + "->" + s.Customer
	if s.Need != "" {
		text += ":" + s.Need
	}
	return text
}

// Expectation is what really happened to a node, to hold a prediction against.
type Expectation struct {
	Node     string
	Effect   string // stop, reduce or none
	From     Number // day it began; of stop and reduce
	Until    Number // last day
	Through  Number // of none: the last day for which it is known
	Use      string // test, control, partial or calibrate
	Evidence string
	Place    Place
}

// Full says whether the cut takes all of its target for good or for a time: only
// such a cut can stop a node by itself.
func (c Cut) Full() bool {
	return !c.Delay.Given && (c.Left == 0 && len(c.Curve) == 0 ||
		slices.ContainsFunc(c.Curve, func(s Step) bool { return s.Left == 0 }))
}

func (c Cut) String() string {
	switch {
	case c.Supply != nil:
		return c.Supply.String()
	case c.Where != "":
		return c.Where
	}
	return c.Target
}

// ErrUnknown is what Resolve's errors wrap when the network has no such node,
// row, or none that an expression selects.
var ErrUnknown = errors.New("not in the data")

// Resolve finds what a cut takes away. A target stands for all that belongs to it.
func (n *Network) Resolve(c Cut) (nodes []NodeID, rows []SourceID, err error) {
	switch {
	case c.Supply != nil:
		rows, err = n.rowsOf(*c.Supply)
	case c.Where != "":
		if nodes, err = n.Select(c.Where); err == nil && len(nodes) == 0 {
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

func (n *Network) rowsOf(s Supply) ([]SourceID, error) {
	from, ok := n.Lookup(s.Supplier)
	if !ok {
		return nil, n.Unknown(s.Supplier)
	}
	to, ok := n.Lookup(s.Customer)
	if !ok {
		return nil, n.Unknown(s.Customer)
	}
	var rows []SourceID
	for _, row := range n.Deliveries(from) {
		if r := n.sources[row]; r.customer == to && (s.Need == "" || n.symbols.at(r.name) == s.Need) {
			rows = append(rows, row)
		}
	}
	if rows == nil {
		return nil, fmt.Errorf("row %q: %w", s, ErrUnknown)
	}
	return rows, nil
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

// ParseSupply reads "A->B" or "A->B:NEED". Ids may hold a colon: the longest
// customer that the network has wins.
func (n *Network) ParseSupply(text string) (Supply, error) {
	from, to, ok := strings.Cut(text, "->")
	if !ok {
		return Supply{}, fmt.Errorf("row %q is not of the form SUPPLIER->CUSTOMER or SUPPLIER->CUSTOMER:NEED", text)
	}
	s := Supply{Supplier: strings.TrimSpace(from), Customer: strings.TrimSpace(to)}
	if _, ok := n.Lookup(s.Customer); ok {
		return s, nil
	}
	if colon := strings.LastIndex(s.Customer, ":"); colon >= 0 {
		s.Customer, s.Need = s.Customer[:colon], s.Customer[colon+1:]
	}
	return s, nil
}
