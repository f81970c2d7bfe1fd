package loaders

import (
	"encoding/json"

	"linestop/graph"
)

// jsonRows reads a list of objects as the rows of a table.
type jsonRows[T any] struct {
	rows[T]
	in      *jsonNetwork
	fields  map[string]*jsonField[T]                 // by key; several keys may mean one field
	ours    map[*column[T]]*jsonField[T]             // those that are columns of ours
	unknown int                                      // keys that are none of ours, met so far
	rename  map[string]string                        // keys of node-link that stand for ours
	number  func(json.Number) (id string, err error) // what a number means for a needed column; nil = itself
	amend   func(*T)                                 // called before a row is handed over; may be nil
}

// jsonField is what a key is.
type jsonField[T any] struct {
	field[T]
	row int // the row in which it was met last
}

func newJSONRows[T any](in *jsonNetwork, t *table[T]) *jsonRows[T] {
	return &jsonRows[T]{
		rows:   rows[T]{load: in.load, table: t},
		in:     in,
		fields: map[string]*jsonField[T]{},
		ours:   map[*column[T]]*jsonField[T]{},
	}
}

// read reads the list.
func (j *jsonRows[T]) read(key string, at graph.Place) error {
	if j.build == nil {
		j.load.begin()
	}
	t, err := j.in.token()
	if err != nil {
		return err
	}
	if t != json.Delim('[') {
		return fail(at, "", "%q must be a list", key)
	}
	for j.in.dec.More() {
		if err := j.object(); err != nil {
			return err
		}
	}
	_, err = j.in.token() // the closing bracket
	return err
}

func (j *jsonRows[T]) object() error {
	t, err := j.in.token()
	if err != nil {
		return err
	}
	at := j.in.at(1)
	if t != json.Delim('{') {
		j.problem(at, "wrong-type", "%s must be a list of objects", j.table.name)
		return j.in.skip(t)
	}
	j.begin(at)
	for j.in.dec.More() {
		if err := j.cell(); err != nil {
			return err
		}
	}
	if _, err := j.in.token(); err != nil { // the closing brace
		return err
	}
	if j.amend != nil {
		j.amend(&j.row)
	}
	j.end()
	return nil
}

// cell reads a key and its value. Problems are placed at the key.
func (j *jsonRows[T]) cell() error {
	key, at, err := j.in.key()
	if err != nil {
		return err
	}
	t, err := j.in.token()
	if err != nil {
		return err
	}
	f := j.field(key, at)
	switch {
	case f == nil:
	case f.row == j.count:
		j.problem(at, "duplicate-key", "the row has %s twice", f.title())
	case nesting(t) != 0 && f.column != nil:
		j.problem(at, "wrong-type", "%s must be a text or a number", f.title())
		j.drop = j.drop || f.needed
	case nesting(t) != 0:
		j.warn(at, "nested-value", "%s is no single value and is not read", f.title())
	default:
		j.value(f, t, at)
	}
	if f != nil {
		f.row = j.count
	}
	return j.in.skip(t)
}

func (j *jsonRows[T]) value(f *jsonField[T], t json.Token, at graph.Place) {
	text := ""
	switch t := t.(type) {
	case nil:
	case string:
		text = t
	case json.Number:
		text = t.String()
		if j.number != nil && f.isNeeded() {
			id, err := j.number(t)
			if err != nil {
				j.problem(at, "unknown-position", "%v", err)
				j.drop = true
				return
			}
			text = id
		}
	default:
		text = plain(t)
	}
	j.set(&f.field, text, at)
}

// field says what a key is; nil = one that is not read.
func (j *jsonRows[T]) field(key string, at graph.Place) *jsonField[T] {
	if f, ok := j.fields[key]; ok {
		return f
	}
	name, c := tidy(key), j.column(key)
	f := j.fields[name]
	switch {
	case name == "":
		j.warn(at, "unnamed-column", "a key without a name is not read")
		return nil
	case c != nil:
		if f = j.ours[c]; f == nil {
			f = &jsonField[T]{field: field[T]{column: c, header: name}}
			j.ours[c] = f
		}
	case f == nil:
		if j.unknown++; j.unknown > j.Limits.Columns {
			j.tooMany(at)
			return nil
		}
		f = &jsonField[T]{field: field[T]{header: name}}
		j.fields[name] = f
	}
	j.fields[key] = f
	return f
}

func (j *jsonRows[T]) tooMany(at graph.Place) {
	if j.unknown == j.Limits.Columns+1 {
		j.problem(at, "too-many-keys", "the rows have more than %d different keys; this one and further ones are not read", j.Limits.Columns)
	}
}

// column is the one of ours that a key stands for, or nil.
func (j *jsonRows[T]) column(key string) *column[T] {
	for i := range j.table.columns {
		c := &j.table.columns[i]
		if theirs, told := j.Columns[c.name]; told && theirs != "" && normal(theirs) == normal(key) {
			j.mapped[c.name] = true
			return c
		}
	}
	c := j.table.find(key)
	if c == nil {
		c = j.table.find(j.rename[key])
	}
	if c != nil {
		if _, told := j.Columns[c.name]; told {
			return nil
		}
	}
	return c
}
