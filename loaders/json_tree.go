package loaders

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

// parseJSON makes the tree that YAML would, so that both are read alike.
func (d *document) parseJSON(text []byte) {
	j := newJSONTokens(d.file, bytes.NewReader(text), int64(len(text)))
	root, err := j.tree(0)
	if err == nil {
		err = j.end()
	}
	if known := new(Error); errors.As(err, &known) {
		d.problems = append(d.problems, graph.Problem{Code: "syntax", Place: known.Place, Message: known.Err.Error()})
		return
	}
	d.root = root
}

// end makes sure that nothing follows.
func (j *jsonTokens) end() error {
	if _, err := j.dec.Token(); !errors.Is(err, io.EOF) || j.leash.broken {
		return fail(j.at(0), "only one JSON value is read from a file", "the JSON goes on after its end")
	}
	return nil
}

// tree reads a whole value.
func (j *jsonTokens) tree(depth int) (*yaml.Node, error) {
	if depth > maxDepth {
		return nil, j.tooDeep()
	}
	t, err := j.token()
	if err != nil {
		return nil, err
	}
	node := &yaml.Node{Kind: yaml.ScalarNode}
	switch t := t.(type) {
	case json.Delim:
		node.Kind = map[json.Delim]yaml.Kind{'{': yaml.MappingNode, '[': yaml.SequenceNode}[t]
		j.put(node, 1)
		return node, j.content(node, depth)
	case nil:
		node.Tag = "!!null"
		j.put(node, len("null"))
	case string:
		node.Value = t
		j.put(node, len(t)+len(`""`))
	default:
		node.Value = plain(t)
		j.put(node, len(node.Value))
	}
	return node, nil
}

// content reads the children of a mapping or sequence and its end.
func (j *jsonTokens) content(node *yaml.Node, depth int) error {
	for j.dec.More() {
		child, err := j.tree(depth + 1)
		if err != nil {
			return err
		}
		node.Content = append(node.Content, child)
	}
	_, err := j.token()
	return err
}

func (j *jsonTokens) put(node *yaml.Node, size int) {
	at := j.at(size)
	node.Line, node.Column = at.Line, at.Column
}

// plain is the text of a value that is a number, true or false.
func plain(t json.Token) string {
	if b, ok := t.(bool); ok {
		return strconv.FormatBool(b)
	}
	return t.(json.Number).String()
}
