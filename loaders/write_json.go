package loaders

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"strings"

	"linestop/graph"
)

// nodeLinkNames are what node-link JSON calls our columns.
var nodeLinkNames = map[string]string{"supplier": "source", "customer": "target"}

func writeJSON(w io.Writer, net *graph.Network) error {
	j := &jsonWriter{w: w}
	j.raw(`{"linestop":` + jsonVersion + `,` + "\n" + `"data":`)
	j.object(infoMembers(net.Info))
	writeList(j, "nodes", nodeTable, nodeRows(net), nil)
	writeList(j, "supplies", supplyTable, supplyRows(net), nil)
	j.raw("}\n")
	return j.err
}

// writeNodeLink lists every node: those who draw such files look them up there.
func writeNodeLink(w io.Writer, net *graph.Network) error {
	j := &jsonWriter{w: w}
	j.raw(`{"directed":true,"multigraph":true,` + "\n" + `"graph":`)
	j.object(infoMembers(net.Info))
	writeList(j, "nodes", nodeTable, allNodes(net), nil)
	writeList(j, "edges", supplyTable, supplyRows(net), nodeLinkNames)
	j.raw("}\n")
	return j.err
}

func infoMembers(info graph.Info) []member {
	var members []member
	for _, f := range infoFields(&info) {
		if *f.text != "" {
			members = append(members, member{f.key, quote(*f.text)})
		}
	}
	return members
}

// writeList writes a table as a list of objects, one a line. The first names
// all attributes, so that they keep their order.
func writeList[T any](j *jsonWriter, key string, t *table[T], rows written[T], rename map[string]string) {
	attrs := rows.kept(t, rename)
	j.raw(",\n" + `"` + key + `":[`)
	var members []member
	first := true
	for row := range rows.rows {
		members = members[:0]
		for i := range t.columns {
			c := &t.columns[i]
			if text := c.value(&row); text != "" {
				members = append(members, member{cmp.Or(rename[c.name], c.name), c.json(text)})
			}
		}
		for _, name := range attrs {
			if text := attribute(*t.attrs(&row), name); text != "" {
				members = append(members, member{name, quote(text)})
			} else if first {
				members = append(members, member{name, "null"})
			}
		}
		if !first {
			j.raw(",")
		}
		first = false
		j.raw("\n")
		if j.object(members); j.err != nil {
			return
		}
	}
	j.raw("\n]")
}

// json is a cell's text as JSON. A number that JSON has no form for becomes a
// text, which no reader takes for a number.
func (c *column[T]) json(text string) string {
	isNumber := c.number != nil && strings.Trim(text, "-.0123456789") == ""
	if isNumber || c.mark != nil {
		return text
	}
	return quote(text)
}

// jsonWriter keeps the first error of the writer below.
type jsonWriter struct {
	w   io.Writer
	err error
}

type member struct{ key, value string }

func (j *jsonWriter) raw(text string) {
	if j.err == nil {
		_, j.err = io.WriteString(j.w, text)
	}
}

func (j *jsonWriter) object(members []member) {
	j.raw("{")
	for i, m := range members {
		if i > 0 {
			j.raw(",")
		}
		j.raw(quote(m.key) + ":" + m.value)
	}
	j.raw("}")
}

// quote is a text as JSON, with < and & as they are.
func quote(text string) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		panic(err) // a text can always be encoded
	}
	return strings.TrimSuffix(b.String(), "\n")
}
