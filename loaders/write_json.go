package loaders

import (
	"cmp"
	"io"
	"strings"

	"linestop/graph"
)

// nodeLinkNames are what node-link JSON calls our columns.
var nodeLinkNames = map[string]string{"supplier": "source", "customer": "target"}

func writeJSON(w io.Writer, net *graph.Network) error {
	j := &jsonWriter{w: w}
	j.raw(`{"linestop":` + jsonVersion + `,` + "\n" + `"data":`)
	j.info(net.Info)
	writeList(j, "nodes", nodeTable, nodeRows(net), nil)
	writeInputs(j, net)
	writeList(j, "supplies", supplyTable, supplyRows(net), nil)
	j.raw("}\n")
	return j.flush()
}

// writeNodeLink lists every node: those who draw such files look them up there.
func writeNodeLink(w io.Writer, net *graph.Network) error {
	j := &jsonWriter{w: w}
	j.raw(`{"directed":true,"multigraph":true,` + "\n" + `"graph":`)
	j.info(net.Info)
	writeList(j, "nodes", nodeTable, allNodes(net), nil)
	writeInputs(j, net)
	writeList(j, "edges", supplyTable, supplyRows(net), nodeLinkNames)
	j.raw("}\n")
	return j.flush()
}

func writeInputs(j *jsonWriter, net *graph.Network) {
	if inputs := inputRows(net); inputs.any() {
		writeList(j, "inputs", inputTable, inputs, nil)
	}
}

func (j *jsonWriter) info(info graph.Info) {
	j.raw("{")
	for _, f := range infoFields(&info) {
		if *f.text != "" {
			j.key(f.key)
			j.quote(*f.text)
		}
	}
	j.raw("}")
}

// writeList writes a table as a list of objects, one a line.
func writeList[T any](j *jsonWriter, key string, t *table[T], rows written[T], rename map[string]string) {
	attrs := rows.kept(t, rename)
	j.raw(",\n" + `"` + key + `":[`)
	before := "\n"
	for row := range rows.rows {
		j.raw(before + "{")
		for i := range t.columns {
			c := &t.columns[i]
			if text := c.value(&row); text != "" {
				j.key(cmp.Or(rename[c.name], c.name))
				c.writeJSON(j, text)
			}
		}
		j.attrs(attrs, *t.attrs(&row), before == "\n")
		j.raw("}")
		if j.flush() != nil {
			return
		}
		before = ",\n"
	}
	j.raw("\n]")
}

// attrs writes attributes. The first row names even those that it has not, so
// that they keep their order.
func (j *jsonWriter) attrs(names []string, attrs []graph.Attr, first bool) {
	for _, name := range names {
		if text := attribute(attrs, name); text != "" {
			j.key(name)
			j.quote(text)
		} else if first {
			j.key(name)
			j.raw("null")
		}
	}
}

// writeJSON writes a cell's text. A number that JSON has no form for, or a range,
// becomes a text.
func (c *column[T]) writeJSON(j *jsonWriter, text string) {
	isNumber := c.number != nil && strings.Trim(text, "-.0123456789") == "" && !strings.Contains(text, "..")
	if isNumber || c.mark != nil {
		j.raw(text)
	} else {
		j.quote(text)
	}
}
