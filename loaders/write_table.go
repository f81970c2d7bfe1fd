package loaders

import (
	"encoding/csv"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"linestop/graph"
)

// written is a table to be written: its rows, and the names of its attributes.
type written[T any] struct {
	rows  iter.Seq[T]
	attrs []string
}

func (w written[T]) any() bool {
	for range w.rows {
		return true
	}
	return false
}

// nodeRows are the nodes that have a row of their own.
func nodeRows(net *graph.Network) written[graph.Node] {
	attrs, _ := net.Attributes()
	return written[graph.Node]{attrs: attrs, rows: func(yield func(graph.Node) bool) {
		for i := range graph.NodeID(net.NumNodes()) {
			if net.Declared(i) && !yield(net.Node(i)) {
				return
			}
		}
	}}
}

// allNodes are nodeRows and the nodes that only others name.
func allNodes(net *graph.Network) written[graph.Node] {
	attrs, _ := net.Attributes()
	return written[graph.Node]{attrs: attrs, rows: func(yield func(graph.Node) bool) {
		for i := range graph.NodeID(net.NumNodes()) {
			if !yield(net.Node(i)) {
				return
			}
		}
	}}
}

func supplyRows(net *graph.Network) written[graph.Source] {
	_, attrs := net.Attributes()
	return written[graph.Source]{attrs: attrs, rows: func(yield func(graph.Source) bool) {
		for s := range graph.SourceID(net.NumSources()) {
			if !yield(net.Source(s)) {
				return
			}
		}
	}}
}

func inputRows(net *graph.Network) written[graph.Input] {
	var attrs []string
	for _, in := range net.Inputs() {
		for _, a := range in.Attrs {
			if !slices.Contains(attrs, a.Name) {
				attrs = append(attrs, a.Name)
			}
		}
	}
	return written[graph.Input]{attrs: attrs, rows: slices.Values(net.Inputs())}
}

// value is the cell of a column as it is written; "" = blank.
func (c *column[T]) value(row *T) string {
	switch {
	case c.number != nil:
		return c.number(row).String()
	case c.mark != nil:
		return c.mark(row).String()
	}
	return *c.text(row)
}

// used lists the columns that some row fills. One that an attribute would be
// taken for, were it not there, is there too.
func (w written[T]) used(t *table[T]) []*column[T] {
	var all, open []*column[T]
	for i := range t.columns {
		c := &t.columns[i]
		all = append(all, c)
		if !c.needed && !slices.ContainsFunc(w.attrs, func(a string) bool { return isOneOf(normal(a), c.same+" "+c.guess) }) {
			open = append(open, c)
		}
	}
	for row := range w.rows {
		open = slices.DeleteFunc(open, func(c *column[T]) bool { return c.value(&row) != "" })
		if len(open) == 0 {
			break
		}
	}
	return slices.DeleteFunc(all, func(c *column[T]) bool { return slices.Contains(open, c) })
}

// kept lists the attributes that can be written: a name must read back as
// itself, also where rename gives our columns other names.
func (w written[T]) kept(t *table[T], rename map[string]string) []string {
	return slices.DeleteFunc(slices.Clone(w.attrs), func(name string) bool {
		return name == "" || !isPlain(name) || t.find(name) != nil ||
			slices.Contains(slices.Collect(maps.Values(rename)), name)
	})
}

// isPlain says whether a text reads back as it is.
func isPlain(text string) bool { return tidy(text) == text && !strings.Contains(text, "\x00") }

// writeTable writes CSV with the columns that are used, then the attributes.
func writeTable[T any](w io.Writer, t *table[T], rows written[T], comma rune) error {
	out := csv.NewWriter(w)
	out.Comma = comma
	columns, attrs := rows.used(t), rows.kept(t, nil)
	var record []string
	for _, c := range columns {
		record = append(record, c.name)
	}
	if err := out.Write(append(record, attrs...)); err != nil {
		return err
	}
	for row := range rows.rows {
		record = record[:0]
		for _, c := range columns {
			record = append(record, c.value(&row))
		}
		for _, name := range attrs {
			record = append(record, attribute(*t.attrs(&row), name))
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func attribute(attrs []graph.Attr, name string) string {
	for _, a := range attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}
