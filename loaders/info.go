package loaders

import (
	"errors"
	"io"
	"io/fs"
	"maps"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

const infoFile = "linestop.yaml"

// infoKeys are those of linestop.yaml; all but columns are also those of "data"
// in our JSON.
const infoKeys = "title description licence as_of products may_fail"

type infoField struct {
	key  string
	text *string
}

// infoFields leads from the keys to the texts, in the order they are written.
func infoFields(info *graph.Info) []infoField {
	return []infoField{
		{"title", &info.Title},
		{"description", &info.Description},
		{"licence", &info.Licence},
		{"as_of", &info.AsOf},
		{"products", &info.Products},
		{"may_fail", &info.MayFail},
	}
}

// readInfo reads linestop.yaml, if there is one.
func (l *load) readInfo(s *set) error {
	text, err := l.small(s, infoFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	d := parse(s.path(infoFile), text)
	if d.root != nil {
		o := d.object(d.root, infoFile, infoKeys+" columns")
		l.describe(o)
		if columns := o.values["columns"]; columns != nil {
			l.readColumns(d, columns)
		}
	}
	for _, p := range d.problems {
		l.report(p)
	}
	return nil
}

func (l *load) describe(o object) {
	for _, f := range infoFields(&l.info) {
		if o.has(f.key) {
			*f.text = o.text(f.key)
		}
	}
	for key, place := range map[string]*graph.Place{"products": &l.info.ProductsPlace, "may_fail": &l.info.MayFailPlace} {
		if at := o.values[key]; at != nil {
			*place = o.place(at)
		}
	}
	if _, err := graph.ParseAsOf(l.info.AsOf); l.info.AsOf != "" && err != nil {
		o.report(o.values["as_of"], "as_of", "%v", err)
		l.info.AsOf = ""
	}
}

// readColumns adds the columns that the caller does not name himself.
func (l *load) readColumns(d *document, node *yaml.Node) {
	columns := map[string]string{}
	l.columnsAt = map[string]graph.Place{}
	for key, value := range d.pairs(node, "columns") {
		if err := checkColumn(key.Value); err != nil {
			d.report(key, "unknown-column", "%v", err)
			continue
		}
		if value.Kind != yaml.ScalarNode {
			d.wrongKind(value, key.Value, "the name of a column")
			continue
		}
		columns[key.Value] = value.Value
		l.columnsAt[key.Value] = d.place(value)
	}
	for ours := range l.Columns {
		delete(l.columnsAt, ours)
	}
	maps.Copy(columns, l.Columns)
	l.Columns = columns
}

// small reads a whole file of text that can only be small.
func (l *load) small(s *set, name string) ([]byte, error) {
	f, err := s.Open(name)
	if err != nil {
		return nil, unreadable(s.path(name), err)
	}
	defer ignore(f.Close)
	return l.smallText(s.path(name), f)
}

func (l *load) smallText(name string, r io.Reader) ([]byte, error) {
	text, err := l.open(name, r)
	if err != nil {
		return nil, err
	}
	all, err := io.ReadAll(io.LimitReader(text, l.Limits.Text+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	if int64(len(all)) > l.Limits.Text {
		return nil, fail(file(name), "", "is longer than %d bytes", l.Limits.Text)
	}
	return all, nil
}
