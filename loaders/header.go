package loaders

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"linestop/graph"
)

// header is the first line of a table, being matched with our columns.
type header[T any] struct {
	*load
	table *table[T]
	names []string                  // as in the data, trimmed
	at    func(pos int) graph.Place // of a name
	of    map[*column[T]]int        // position of each of our columns that is settled, or none
	taken []bool                    // by position
}

// none is the position of a column that is not there.
const none = -1

// match says what each column of the data is: what the caller says, else our
// name, else another name for the same, else a guess. The fields come back with
// the needed ones first, then as in the data.
func (h *header[T]) match() ([]field[T], error) {
	h.of = map[*column[T]]int{}
	h.taken = make([]bool, len(h.names))
	if err := h.repeated(); err != nil {
		return nil, err
	}
	if err := h.asTold(); err != nil {
		return nil, err
	}
	for _, step := range []struct {
		words func(*column[T]) string
		guess bool
	}{
		{func(c *column[T]) string { return c.name }, false},
		{func(c *column[T]) string { return c.same }, false},
		{func(c *column[T]) string { return c.guess }, true},
	} {
		if err := h.byName(step.words, step.guess); err != nil {
			return nil, err
		}
	}
	if err := h.missing(); err != nil {
		return nil, err
	}
	return h.fields(), nil
}

// repeated refuses two columns of one name: either may be the one that is meant.
func (h *header[T]) repeated() error {
	first := map[string]int{}
	for pos, name := range h.names {
		if c := h.table.find(name); c != nil {
			name = c.name
		}
		if earlier, ok := first[name]; ok && name != "" {
			return fail(h.at(pos), "", "columns %d and %d are both named %q", earlier+1, pos+1, name)
		}
		first[name] = pos
	}
	return nil
}

func (h *header[T]) asTold() error {
	for i := range h.table.columns {
		c := &h.table.columns[i]
		theirs, told := h.Columns[c.name]
		if !told {
			continue
		}
		if theirs == "" {
			h.of[c] = none
			continue
		}
		pos := slices.Index(h.names, strings.TrimSpace(theirs))
		if pos < 0 {
			pos = slices.IndexFunc(h.names, func(name string) bool { return normal(name) == normal(theirs) })
		}
		switch {
		case pos < 0 && h.elsewhere(c.name):
			continue
		case pos < 0:
			return fail(h.at(0), "", "no column %q, which is to be read as %s%s; the columns are %s", theirs, c.name, h.toldAt(c.name), list(h.names))
		case h.taken[pos]:
			return fail(h.at(pos), "", "column %q is to be read as two columns%s", theirs, h.toldAt(c.name))
		}
		h.mapped[c.name] = true
		h.take(c, pos)
	}
	return nil
}

// elsewhere says whether the other table too has a column of that name.
func (h *header[T]) elsewhere(name string) bool {
	return nodeTable.find(name) != nil && supplyTable.find(name) != nil
}

// checkColumn refuses a name that none of our columns has.
func checkColumn(ours string) error {
	supplies, nodes, inputs := names(supplyTable), names(nodeTable), names(inputTable)
	all := slices.Concat(supplies, nodes, inputs)
	if slices.Contains(all, ours) {
		return nil
	}
	if near := graph.Nearest(ours, slices.Values(all), 1); len(near) > 0 {
		return fmt.Errorf("there is no column %q; did you mean %q?", ours, near[0])
	}
	return fmt.Errorf("there is no column %q; the columns of supplies are %s, of nodes %s, of inputs %s",
		ours, strings.Join(supplies, ", "), strings.Join(nodes, ", "), strings.Join(inputs, ", "))
}

func (h *header[T]) take(c *column[T], pos int) {
	h.of[c] = pos
	h.taken[pos] = true
}

// byName gives each column that is still open the one free name that words has.
// Two such names are an error where the column is needed, else a warning.
func (h *header[T]) byName(words func(*column[T]) string, guess bool) error {
	for i := range h.table.columns {
		c := &h.table.columns[i]
		if _, ok := h.of[c]; ok {
			continue
		}
		var found []int
		for pos, name := range h.names {
			if !h.taken[pos] && isOneOf(normal(name), words(c)) {
				found = append(found, pos)
			}
		}
		switch {
		case len(found) == 0:
			continue
		case len(found) > 1 && c.needed:
			return fail(h.at(found[0]), fmt.Sprintf("say which: --columns %s=NAME", c.name),
				"columns %q and %q may each be the %s", h.names[found[0]], h.names[found[1]], c.name)
		case len(found) > 1:
			h.warn(h.at(found[0]), "unclear-column", "columns %q and %q may each be the %s, so neither is; say which: --columns %[3]s=NAME",
				h.names[found[0]], h.names[found[1]], c.name)
			h.of[c] = none
			continue
		case guess && c.needed:
			h.warn(h.at(found[0]), "guessed-column", "column %q is taken for the %s; if it is another: --columns %[2]s=NAME",
				h.names[found[0]], c.name)
		case guess:
			h.warn(h.at(found[0]), "guessed-column", "column %q is taken for the %s; if it is another: --columns %[2]s=NAME; if there is none: --columns %[2]s=",
				h.names[found[0]], c.name)
		}
		h.take(c, found[0])
	}
	return nil
}

func (h *header[T]) missing() error {
	var names, flags []string
	for i := range h.table.columns {
		if c := &h.table.columns[i]; c.needed {
			if pos, ok := h.of[c]; !ok || pos == none {
				names = append(names, c.name)
				flags = append(flags, "--columns "+c.name+"=NAME")
			}
		}
	}
	if names == nil {
		return nil
	}
	hint := "the first line must name the columns; if it does, say which is which: " + strings.Join(flags, " ")
	if slices.ContainsFunc(h.names, func(name string) bool { return normal(name) == "id" }) {
		hint = "a table of nodes needs supplies.csv beside it: give the folder that holds both"
	}
	return fail(h.at(0), hint, "no column for %s; the columns are %s", strings.Join(names, " and "), list(h.names))
}

// list names columns in a message.
func list(names []string) string {
	const most = 20
	var quoted []string
	for _, name := range names[:min(most, len(names))] {
		quoted = append(quoted, strconv.Quote(name))
	}
	if more := len(names) - most; more > 0 {
		quoted = append(quoted, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(quoted, ", ")
}

func (h *header[T]) fields() []field[T] {
	column := make([]*column[T], len(h.names))
	for c, pos := range h.of {
		if pos != none {
			column[pos] = c
		}
	}
	var needed, others []field[T]
	for pos, name := range h.names {
		f := field[T]{column: column[pos], header: name, pos: pos}
		if f.isNeeded() {
			needed = append(needed, f)
		} else {
			others = append(others, f)
		}
	}
	return append(needed, others...)
}
