package graph

import (
	"cmp"
	"fmt"
)

// Place is where something was read. Line and Column count from 1, columns in
// bytes. The zero Place means made by code.
type Place struct {
	File   string
	Line   int
	Column int
}

func (p Place) String() string {
	switch {
	case p.File == "" && p.Line == 0:
		return ""
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Of is an error with this place before it, a *PlacedError; where the place is not
// known the error as it is.
func (p Place) Of(err error) error {
	if err == nil || p == (Place{}) {
		return err
	}
	return &PlacedError{p, err}
}

// PlacedError is an error about something that was read at a place.
type PlacedError struct {
	Place Place
	Err   error
}

func (e *PlacedError) Error() string { return e.Place.String() + ": " + e.Err.Error() }

// Unwrap returns the error without its place.
func (e *PlacedError) Unwrap() error { return e.Err }

// Compare orders places by file, line and column.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}
