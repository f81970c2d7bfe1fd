package loaders

import (
	"encoding/json"

	"linestop/graph"
)

// jsonRows reads a list of objects as the rows of a table.
type jsonRows[T any] struct {
	keyed[T]
	in     *jsonNetwork
	number func(json.Number) (id string, err error) // what a number means for a needed column; nil = itself
	amend  func(*T)                                 // called before a row is handed over; may be nil
}

func newJSONRows[T any](in *jsonNetwork, t *table[T]) *jsonRows[T] {
	return &jsonRows[T]{keyed: newKeyed(in.load, t), in: in}
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

func (j *jsonRows[T]) value(f *keyField[T], t json.Token, at graph.Place) {
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
