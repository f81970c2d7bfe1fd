package graph

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Supply names the rows between two nodes; with Need, only those of that need.
type Supply struct{ Supplier, Customer, Need string }

func (s Supply) String() string {
	text := s.Supplier + "->" + s.Customer
	if s.Need != "" {
		text += ":" + s.Need
	}
	return text
}

// ErrAmbiguous is what ParseSupply's errors wrap when a text names several rows
// in different ways.
var ErrAmbiguous = errors.New("is ambiguous")

// ParseSupply reads "A->B" or "A->B:NEED". Ids and needs may hold "->" and ":"
// themselves: what counts is where the text must be split to name rows that the
// network has. If no split does, one whose ends it has is returned for Resolve to
// complain of.
func (n *Network) ParseSupply(text string) (Supply, error) {
	var named []Supply
	var best Supply
	most := -1
	for s := range splits(text) {
		known := n.known(s)
		if known > most {
			best, most = s, known
		}
		if n.namedBy(s) != nil && !slices.Contains(named, s) {
			named = append(named, s)
		}
	}
	switch {
	case most < 0:
		return Supply{}, fmt.Errorf("row %q is not of the form SUPPLIER->CUSTOMER or SUPPLIER->CUSTOMER:NEED", text)
	case len(named) == 1:
		return named[0], nil
	case len(named) > 1:
		var ways []string
		for _, s := range named {
			ways = append(ways, s.inWords())
		}
		return Supply{}, fmt.Errorf("row %q %w: %s", text, ErrAmbiguous, strings.Join(ways, ", or "))
	}
	return best, nil
}

// splits yields what a text may stand for: the first arrow and the first colon
// come first, no need comes last.
func splits(text string) iter.Seq[Supply] {
	return func(yield func(Supply) bool) {
		for supplier, rest := range cuts(text, "->") {
			for customer, need := range cuts(rest+":", ":") {
				s := Supply{strings.TrimSpace(supplier), strings.TrimSpace(customer), strings.TrimSpace(strings.TrimSuffix(need, ":"))}
				if s.Supplier != "" && s.Customer != "" && !yield(s) {
					return
				}
			}
		}
	}
}

// cuts yields what stands before and after each place where sep does.
func cuts(text, sep string) iter.Seq2[string, string] {
	return func(yield func(before, after string) bool) {
		for at := 0; ; {
			next := strings.Index(text[at:], sep)
			if next < 0 || !yield(text[:at+next], text[at+next+len(sep):]) {
				return
			}
			at += next + 1
		}
	}
}

// known grades a split by which of its ends the network has: both, the supplier,
// the customer, none.
func (n *Network) known(s Supply) (grade int) {
	if _, ok := n.Lookup(s.Supplier); ok {
		grade += 2
	}
	if _, ok := n.Lookup(s.Customer); ok {
		grade++
	}
	return grade
}

func (s Supply) inWords() string {
	text := fmt.Sprintf("supplier %q and customer %q", s.Supplier, s.Customer)
	if s.Need != "" {
		text += fmt.Sprintf(" with need %q", s.Need)
	}
	return text
}

func (n *Network) rowsOf(s Supply) ([]SourceID, error) {
	rows := n.namedBy(s)
	if rows != nil {
		return rows, nil
	}
	for _, id := range []string{s.Supplier, s.Customer} {
		if _, ok := n.Lookup(id); !ok {
			return nil, n.Unknown(id)
		}
	}
	return nil, &UnknownRowError{Supply: s, Near: n.nearRows(s)}
}

// namedBy lists the rows that s names, nil if it names none.
func (n *Network) namedBy(s Supply) (rows []SourceID) {
	from, ok := n.Lookup(s.Supplier)
	to, ok2 := n.Lookup(s.Customer)
	if !ok || !ok2 {
		return nil
	}
	for _, row := range n.Deliveries(from) {
		if n.customer(row) == to && (s.Need == "" || n.needName(n.NeedOf(row)) == s.Need) {
			rows = append(rows, row)
		}
	}
	return rows
}

// UnknownRowError names rows that the network does not have between two nodes
// that it has, or without a supplier a need of one.
type UnknownRowError struct {
	Supply Supply
	Near   []string // rows it may have stood for, as ParseSupply reads them, or needs, likeliest first
}

func (e *UnknownRowError) Error() string {
	switch s := e.Supply; {
	case s.Supplier != "":
		return fmt.Sprintf("row %q: %v", s, ErrUnknown)
	case s.Need != "":
		return fmt.Sprintf("need %q of %q: %v", s.Need, s.Customer, ErrUnknown)
	default:
		return fmt.Sprintf("needs of %q: %v", s.Customer, ErrUnknown)
	}
}

// Unwrap makes it an ErrUnknown.
func (e *UnknownRowError) Unwrap() error { return ErrUnknown }

// nearRows lists at most three rows: of those between the same nodes, in either
// direction, the nearest; else what either node has with others that look alike.
func (n *Network) nearRows(s Supply) []string {
	const most = 3
	var between, around []string
	for _, s := range []Supply{{s.Supplier, s.Customer, ""}, {s.Customer, s.Supplier, ""}} {
		for _, row := range n.namedBy(s) {
			s.Need = n.needName(n.NeedOf(row))
			between = append(between, s.String())
		}
	}
	if len(between) > 0 {
		if near := Nearest(s.String(), slices.Values(between), most); near != nil {
			return near
		}
		return between[:min(most, len(between))]
	}
	from, _ := n.Lookup(s.Supplier)
	for _, row := range n.Deliveries(from) {
		around = append(around, Supply{s.Supplier, n.ID(n.customer(row)), ""}.String())
	}
	to, _ := n.Lookup(s.Customer)
	for k := range n.Needs(to) {
		for _, row := range n.SourcesOf(k) {
			around = append(around, Supply{n.ID(n.supplier(row)), s.Customer, ""}.String())
		}
	}
	return Nearest(Supply{s.Supplier, s.Customer, ""}.String(), slices.Values(around), most)
}

// nearNeeds lists at most three names of the customer's needs.
func (n *Network) nearNeeds(s Supply) []string {
	var names []string
	to, _ := n.Lookup(s.Customer)
	for k := range n.Needs(to) {
		names = append(names, n.Need(k).Name)
	}
	return Nearest(s.Need, slices.Values(names), 3)
}
