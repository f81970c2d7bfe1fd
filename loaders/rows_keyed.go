package loaders

import "linestop/graph"

// keyed fills rows whose cells come with the name of their column: a key.
type keyed[T any] struct {
	rows[T]
	fields  map[string]*keyField[T]     // by key; several keys may mean one field
	ours    map[*column[T]]*keyField[T] // those that are columns of ours
	unknown int                         // keys that are none of ours, met so far
	rename  map[string]string           // keys that stand for ours
}

// keyField is what a key is.
type keyField[T any] struct {
	field[T]
	row int // the row in which it was met last
}

func newKeyed[T any](l *load, t *table[T]) keyed[T] {
	return keyed[T]{
		rows:   rows[T]{load: l, table: t},
		fields: map[string]*keyField[T]{},
		ours:   map[*column[T]]*keyField[T]{},
	}
}

// field says what a key is; nil = one that is not read.
func (k *keyed[T]) field(key string, at graph.Place) *keyField[T] {
	if f, ok := k.fields[key]; ok {
		return f
	}
	name, c := tidy(key), k.column(key)
	f := k.fields[name]
	switch {
	case name == "":
		k.warn(at, "unnamed-column", "a key without a name is not read")
		return nil
	case c != nil:
		f = k.own(c)
	case f == nil:
		if k.unknown++; k.unknown > k.Limits.Columns {
			k.tooMany(at)
			return nil
		}
		f = &keyField[T]{field: field[T]{header: name}}
		k.fields[name] = f
	}
	k.fields[key] = f
	return f
}

// own is the field of a column of ours.
func (k *keyed[T]) own(c *column[T]) *keyField[T] {
	if k.ours[c] == nil {
		k.ours[c] = &keyField[T]{field: field[T]{column: c, header: c.name}}
	}
	return k.ours[c]
}

func (k *keyed[T]) tooMany(at graph.Place) {
	if k.unknown == k.Limits.Columns+1 {
		k.problem(at, "too-many-keys", "the rows have more than %d different keys; this one and further ones are not read", k.Limits.Columns)
	}
}

// column is the one of ours that a key stands for, or nil.
func (k *keyed[T]) column(key string) *column[T] {
	for i := range k.table.columns {
		c := &k.table.columns[i]
		if theirs, told := k.Columns[c.name]; told && theirs != "" && normal(theirs) == normal(key) {
			k.mapped[c.name] = true
			return c
		}
	}
	c := k.table.find(key)
	if c == nil {
		c = k.table.find(k.rename[key])
	}
	if c != nil {
		if _, told := k.Columns[c.name]; told {
			return nil
		}
	}
	return c
}
