package loaders

import (
	"slices"
	"strconv"
	"strings"

	"linestop/graph"
)

// table describes nodes.csv or supplies.csv. CSV and JSON, readers and writers
// all go by it, so that they cannot differ.
type table[T any] struct {
	name    string
	needed  bool        // no data set is without rows of it
	columns []column[T] // in the order they are written, needed ones first
	place   func(*T) *graph.Place
	attrs   func(*T) *[]graph.Attr
	add     func(*graph.Builder, T)
}

// column is one column of a table. Exactly one of text, number and mark leads
// to its value.
type column[T any] struct {
	name  string
	same  string // other names for the same
	guess string // names that most often mean it: reading one so is reported

	needed bool
	text   func(*T) *string
	number func(*T) *graph.Number
	mark   func(*T) *graph.Mark
	part   bool                         // the number may be a percentage
	check  func(string) (string, error) // of a text; nil = any will do
	at     func(*T) *int                // where the column of its cell is kept, if anywhere
}

// field is what a column of the data is: one of ours, or an attribute.
type field[T any] struct {
	*column[T]
	header string // as in the data
	pos    int    // in the record
}

// title is how messages name the column: as we do, else as the data does.
func (f *field[T]) title() string {
	if f.column != nil {
		return f.name
	}
	return strconv.Quote(f.header)
}

func (f *field[T]) isNeeded() bool { return f.column != nil && f.needed }

// find returns the column of that name, or nil.
func (t *table[T]) find(name string) *column[T] {
	name = normal(name)
	if i := slices.IndexFunc(t.columns, func(c column[T]) bool { return c.name == name }); i >= 0 {
		return &t.columns[i]
	}
	return nil
}

// names lists the columns.
func names[T any](t *table[T]) []string {
	var names []string
	for _, c := range t.columns {
		names = append(names, c.name)
	}
	return names
}

// normal is a name without the differences that mean nothing.
func normal(name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "_"), "-", "_")
}

func isOneOf(name, words string) bool {
	return slices.Contains(strings.Fields(words), name)
}
