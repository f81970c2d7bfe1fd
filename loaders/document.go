package loaders

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

// document is a small YAML or JSON file that is read strictly: a key that
// nobody knows is a problem. All problems are found in one go.
type document struct {
	file     string
	root     *yaml.Node // nil: empty, or not parsed
	problems graph.Problems
}

// parse never fails: what it cannot parse is a problem.
func parse(name string, text []byte) *document {
	d := &document{file: name}
	if jsonObject.Match(text) {
		d.parseJSON(text)
	} else {
		d.parseYAML(text)
	}
	return d
}

// jsonObject is how JSON begins, and YAML hardly ever.
var jsonObject = regexp.MustCompile(`^\s*\{\s*["}]`)

func (d *document) parseYAML(text []byte) {
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var root, next yaml.Node
	err := decoder.Decode(&root)
	if err == nil && decoder.Decode(&next) == nil {
		d.report(&next, "syntax", "a second document begins here; only one is read")
	}
	switch {
	case err == io.EOF: // nothing but comments
	case err != nil:
		at, message := placeYAML(err, text)
		d.report(at, "syntax", "not YAML: %s", message)
	case len(root.Content) > 0:
		d.root = root.Content[0]
		inBytes(d.root, bytes.Split(text, []byte{'\n'}))
	}
}

// inBytes turns the columns of a tree, which YAML counts in letters.
func inBytes(n *yaml.Node, lines [][]byte) {
	if n.Line >= 1 && n.Line <= len(lines) {
		rest, column := lines[n.Line-1], 1
		for ; n.Column > 1 && len(rest) > 0; n.Column-- {
			_, size := utf8.DecodeRune(rest)
			rest, column = rest[size:], column+size
		}
		n.Column = column
	}
	for _, c := range n.Content {
		inBytes(c, lines)
	}
}

func (d *document) place(n *yaml.Node) graph.Place {
	return graph.Place{File: d.file, Line: n.Line, Column: n.Column}
}

func (d *document) report(n *yaml.Node, code, format string, args ...any) {
	d.problems = append(d.problems, graph.Problem{Code: code, Place: d.place(n), Message: fmt.Sprintf(format, args...)})
}
