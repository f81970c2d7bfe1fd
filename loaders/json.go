package loaders

import (
	"bufio"
	"encoding/json"
	"slices"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

// jsonVersion is the version of our own form that is written, and the only one
// that is read.
const jsonVersion = "1"

// jsonNetwork reads both our own form,
//
//	{"linestop":1,"data":{"title":...},"nodes":[{"id":...},...],"inputs":[...],"supplies":[{"supplier":...,"customer":...},...]}
//
// whose keys are the columns of the tables, and node-link JSON,
//
//	{"directed":true,"graph":{},"nodes":[{"id":...},...],"links":[{"source":...,"target":...},...]}
//
// as networkx and d3 write it, with "edges" for "links" too.
type jsonNetwork struct {
	*load
	*jsonTokens
	seen []string // keys at the top
	rows int      // of supplies
	ends ends
}

func readJSON(l *load, name string, text *bufio.Reader) error {
	j := &jsonNetwork{load: l, jsonTokens: newJSONTokens(name, text, l.Limits.Record)}
	t, err := j.token()
	if err != nil {
		return err
	}
	if t != json.Delim('{') {
		return fail(j.at(1), hintJSON, "is a JSON list")
	}
	for j.dec.More() {
		if err := j.member(); err != nil {
			return err
		}
	}
	if _, err := j.token(); err != nil { // the closing brace
		return err
	}
	if err := j.end(); err != nil {
		return err
	}
	return j.complete()
}

const hintJSON = `expected {"nodes":[...],"supplies":[...]} or node-link JSON: {"nodes":[...],"links":[...]}`

// member reads one key of the top and its value.
func (j *jsonNetwork) member() error {
	key, at, err := j.key()
	if err != nil {
		return err
	}
	if slices.Contains(j.seen, key) {
		return fail(at, "", "has %q twice", key)
	}
	j.seen = append(j.seen, key)
	switch key {
	case "linestop":
		return j.version(at)
	case "data", "graph":
		return j.readData(key, at)
	case "directed":
		return j.directed(at)
	case "multigraph":
		return j.pass()
	case "nodes":
		return j.readNodes(at)
	case "inputs":
		return newJSONRows(j, inputTable).read(key, at)
	case "supplies", "links", "edges":
		return j.readSupplies(key, at)
	}
	j.warn(at, "unknown-key", "the key %q is not read", key)
	return j.pass()
}

func (j *jsonNetwork) pass() error {
	t, err := j.token()
	if err != nil {
		return err
	}
	return j.skip(t)
}

func (j *jsonNetwork) version(at graph.Place) error {
	t, err := j.token()
	if err != nil {
		return err
	}
	if t != json.Number(jsonVersion) {
		return fail(at, "", "is version %v of the format; this program reads version %s", t, jsonVersion)
	}
	return nil
}

func (j *jsonNetwork) directed(at graph.Place) error {
	t, err := j.token()
	if err != nil {
		return err
	}
	if t != true {
		return fail(at, "make it directed, with the goods: source supplies target", "the graph is not directed, so nobody can tell who supplies whom")
	}
	return nil
}

// readData reads what describes the data set.
func (j *jsonNetwork) readData(key string, at graph.Place) error {
	root, err := j.tree(0)
	if err != nil {
		return err
	}
	if j.build != nil {
		if key == "data" || len(root.Content) > 0 {
			return fail(at, "", "%q must come before the nodes and supplies", key)
		}
		return nil
	}
	d := &document{file: j.file}
	if key == "data" {
		j.describe(d.object(root, key, infoKeys))
	} else {
		j.describeGraph(d, root)
	}
	for _, p := range d.problems {
		j.report(p)
	}
	return nil
}

// describeGraph takes what it knows from a "graph", in which others may have
// put anything.
func (j *jsonNetwork) describeGraph(d *document, root *yaml.Node) {
	known := object{document: d, values: map[string]*yaml.Node{}}
	for key, value := range d.pairs(root, "graph") {
		if isOneOf(key.Value, infoKeys) {
			known.values[key.Value] = value
		} else {
			j.warn(d.place(key), "unknown-key", "the key %q of graph is not read", key.Value)
		}
	}
	j.describe(known)
}

// complete makes sure that there was a network.
func (j *jsonNetwork) complete() error {
	found := 0
	for _, key := range []string{"supplies", "links", "edges"} {
		if slices.Contains(j.seen, key) {
			found++
		}
	}
	switch {
	case len(j.seen) == 0:
		return fail(file(j.file), hintJSON, "is JSON without keys")
	case found == 0:
		return fail(file(j.file), hintJSON, "is JSON with neither supplies nor links; its keys are %s", list(j.seen))
	case found > 1:
		return fail(file(j.file), "keep one of them", "has more than one of supplies, links and edges")
	case j.rows == 0:
		return fail(file(j.file), "", "has no supplies")
	}
	if !slices.Contains(j.seen, "supplies") && !slices.Contains(j.seen, "directed") {
		j.warn(file(j.file), "unknown-direction", "the file does not say that it is directed; each source is taken to supply its target")
	}
	return nil
}
